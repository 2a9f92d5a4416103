import { pointerOf } from '../compile/index.ts';
import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  CompiledField,
  CompiledGridItem,
  CompiledSection,
  CompiledSlot,
  CompiledStep,
  Facts,
  Json,
  JsonObject,
  RuleData,
} from '../model/index.ts';
import { truthy } from '../vocabulary/index.ts';
import { isObject, putValue, valueAt, without } from './answers.ts';
import { ruleData } from './data.ts';
import { countFiles, dropFiles, type FileCounts, slotsOfRow } from './file-counts.ts';
import { type Hidden, hide, isFieldHidden, isHidden } from './hidden.ts';
import { eachRecord, mapRecords, storedOrEmpty } from './records.ts';
import { compute, type EvaluationError } from './run.ts';

/** An application with everything hidden taken out and everything derived put in. */
export type Settled = {
  category: CompiledCategory;
  values: JsonObject;
  hidden: Hidden;
  errors: EvaluationError[];
  counts: FileCounts;
  /** One for all rules: `atSection` and `atRecord` point it at their section and row. */
  data: RuleData;
  /** Records that were copied for this application alone, so that further values can be put into them. */
  fresh: Set<JsonObject>;
};

/** What the form of an event reads besides its own input. */
export type Around = { application: JsonObject; desk?: string };

/** The compiled form of a category. Throws when the edition does not have it. */
export function categoryOf(edition: CompiledEdition, id: string): CompiledCategory {
  const category = edition.categories[id];
  if (category === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no category '${id}'`);
  return category;
}

/** A section of a category. Throws when the category does not have it. */
export function sectionOf(category: CompiledCategory, id: string): CompiledSection {
  const section = category.bySection[id];
  if (section === undefined) throw new Error(`Category '${category.definition.id}' has no section '${id}'`);
  return section;
}

/** `settleCategory` for the application's own category. Throws when the edition does not have it. */
export function settle(edition: CompiledEdition, application: Application, facts: Facts): Settled {
  return settleCategory(edition, categoryOf(edition, application.category), application, facts);
}

/**
 * Runs every condition of sight and every derivation once, in dependency order. What was filled in is never
 * changed: values are shared with it, and copied along the way only where something is taken out or put in.
 */
export function settleCategory(
  edition: CompiledEdition,
  category: CompiledCategory,
  application: Application,
  facts: Facts,
  around?: Around,
): Settled {
  const values: JsonObject = {};
  for (const { definition } of category.sections) {
    values[definition.id] = storedOrEmpty(application.sections[definition.id], definition.kind);
  }
  const counts = countFiles(application.files);
  const data = Object.assign(ruleData(edition, values, facts, counts), around);
  const hidden: Hidden = new Map();
  const settled: Settled = { category, values, hidden, errors: [], counts, data, fresh: new Set() };
  data.input = values.input ?? null;
  for (const step of category.steps) {
    runStep(step, settled);
    data.input = values.input ?? null;
  }
  atNoSection(settled);
  return settled;
}

function runStep(step: CompiledStep, settled: Settled): void {
  const section = sectionOf(settled.category, step.section);
  const value = settled.values[step.section];
  if (value === undefined) return;
  const data = atSection(settled, step.section);
  if (step.item !== undefined) runItemStep(step, step.item, section, value, data, settled);
  else if (step.slot !== undefined) showSlot(step, step.slot, section, value, data, settled);
  else if (step.field !== undefined) runFieldStep(step, step.field, section, value, data, settled);
  else showSection(step, section, data, settled);
}

function showSection(step: CompiledStep, section: CompiledSection, data: RuleData, settled: Settled): void {
  if (holds(step, data, settled, () => `/${step.section}`)) return;
  hide(settled.hidden, section);
  delete settled.values[step.section];
  delete settled.counts.bySection[step.section];
}

function holds(step: CompiledStep, data: RuleData, settled: Settled, at: () => string): boolean {
  return truthy(compute(step.logic, data, settled.errors, () => ({ at: at(), what: 'visibleWhen' })));
}

function runFieldStep(
  step: CompiledStep,
  field: CompiledField,
  section: CompiledSection,
  value: Json,
  data: RuleData,
  settled: Settled,
): void {
  const change = step.verb === 'show' ? hideField : deriveField;
  settled.values[step.section] = mapRecords(section, value, (record, index) => {
    atRecord(data, settled, step.section, record, index);
    return change(step, field, record, data, settled, index);
  });
}

/** Points what rules read at a section, and at none of its rows. */
export function atSection({ data, values }: Settled, section: string): RuleData {
  data.section = values[section] ?? null;
  data.column = null;
  data.cells = noCells;
  return atNoRow(data);
}

/** Points what rules read at the whole form again. */
export function atNoSection({ data }: Settled): RuleData {
  data.section = null;
  data.column = null;
  data.cells = noCells;
  return atNoRow(data);
}

const noCells: JsonObject = Object.freeze({});
const noSlots: JsonObject = Object.freeze({});

/** Points the data at no row again. */
export function atNoRow(data: RuleData): RuleData {
  data.row = null;
  data.index = null;
  data.slots = noSlots;
  return data;
}

/** Points the data at a row; a form's own record is its section and no row. */
export function atRecord(
  data: RuleData,
  settled: Settled,
  section: string,
  record: JsonObject,
  index: number | null,
): void {
  if (index === null) return;
  data.row = record;
  data.index = index;
  data.slots = slotsOfRow(settled.counts, section, record.id);
}

/** Where a field stands: `/section/path`, or `/section/index/path` in a row. */
export function fieldPointer(section: string, index: number | null, field: CompiledField): string {
  return index === null ? `/${section}${field.path}` : `/${section}/${index}${field.path}`;
}

type Change = (
  step: CompiledStep,
  field: CompiledField,
  record: JsonObject,
  data: RuleData,
  settled: Settled,
  index: number | null,
) => JsonObject;

const hideField: Change = (step, field, record, data, settled, index) => {
  if (holds(step, data, settled, () => fieldPointer(step.section, index, field))) return record;
  hide(settled.hidden, field, index);
  return without(record, field.segments);
};

const deriveField: Change = (step, field, record, data, settled, index) => {
  if (isFieldHidden(settled.hidden, field, index)) return record;
  const at = () => fieldPointer(step.section, index, field);
  const derived = compute(step.logic, data, settled.errors, () => ({ at: at(), what: 'derive' }));
  if (derived === (valueAt(record, field.segments) ?? null)) return record;
  return put(record, field.segments, derived, settled);
};

function put(record: JsonObject, segments: string[], derived: Json, { fresh }: Settled): JsonObject {
  // A derived object may be one of ours: it is no longer alone, and must not change when more is put in.
  if (typeof derived === 'object' && derived !== null) fresh.clear();
  return putValue(record, segments, derived, fresh);
}

function runItemStep(
  step: CompiledStep,
  item: CompiledGridItem,
  section: CompiledSection,
  value: Json,
  data: RuleData,
  settled: Settled,
): void {
  if (!isObject(value)) return;
  if (step.verb === 'derive') {
    if (!isHidden(settled.hidden, item))
      settled.values[step.section] = deriveItem(step, item, section, value, data, settled);
    return;
  }
  if (holds(step, data, settled, () => itemPointer(step.section, item))) return;
  hide(settled.hidden, item);
  settled.values[step.section] = without(without(value, ['cells', item.id]), ['marks', item.id]);
}

/** Where a grid's item stands. */
export function itemPointer(section: string, item: CompiledGridItem): string {
  return `/${section}${pointerOf(['cells', item.id])}`;
}

function deriveItem(
  step: CompiledStep,
  item: CompiledGridItem,
  section: CompiledSection,
  value: JsonObject,
  data: RuleData,
  settled: Settled,
): JsonObject {
  let grid = value;
  for (const column of section.columns) {
    data.column = column;
    data.cells = otherCells(section, item, grid, column.id);
    const at = () => `${itemPointer(step.section, item)}${pointerOf([column.id])}`;
    const derived = compute(step.logic, data, settled.errors, () => ({ at: at(), what: 'derive' }));
    const path = ['cells', item.id, column.id];
    if (derived !== (valueAt(grid, path) ?? null)) grid = put(grid, path, derived, settled);
  }
  return grid;
}

function otherCells(
  section: CompiledSection,
  item: CompiledGridItem,
  grid: JsonObject,
  column: string,
): JsonObject {
  const cells: JsonObject = {};
  for (const other of section.items) {
    const value = other === item ? undefined : valueAt(grid, ['cells', other.id, column]);
    if (value !== undefined) cells[other.id] = value;
  }
  return cells;
}

function showSlot(
  step: CompiledStep,
  slot: CompiledSlot,
  section: CompiledSection,
  value: Json,
  data: RuleData,
  settled: Settled,
): void {
  if (slot.definition.per !== 'row') {
    if (!holds(step, data, settled, () => `/${step.section}`)) hideSlot(settled, step.section, slot, null);
    return;
  }
  eachRecord(section, value, (record, index) => {
    atRecord(data, settled, step.section, record, index);
    if (!holds(step, data, settled, () => `/${step.section}/${index}`))
      hideSlot(settled, step.section, slot, record.id);
  });
}

function hideSlot(settled: Settled, section: string, slot: CompiledSlot, row: Json | undefined): void {
  hide(settled.hidden, slot, row);
  dropFiles(settled.counts, section, slot.definition.id, row ?? undefined);
}

/** The name of a slot among an application's: `section/slot`, or `section/row/slot`. */
export function slotKey(section: string, slot: string, row?: Json): string {
  return row === undefined ? `${section}/${slot}` : `${section}/${String(row)}/${slot}`;
}
