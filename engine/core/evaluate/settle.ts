import { pointerOf } from '../compile/index.ts';
import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  CompiledField,
  CompiledGridItem,
  CompiledSection,
  CompiledStep,
  Facts,
  Json,
  JsonObject,
  RuleData,
} from '../model/index.ts';
import { truthy } from '../vocabulary/index.ts';
import { isObject, valueAt, without, withValue } from './answers.ts';
import { ruleData } from './data.ts';
import { countFiles, dropFiles, type FileCounts, slotsOfRow } from './file-counts.ts';
import { mapRecords, storedOrEmpty } from './records.ts';
import { compute, type EvaluationError } from './run.ts';

/** An application with everything hidden taken out and everything derived put in. */
export type Settled = {
  category: CompiledCategory;
  values: JsonObject;
  /** Pointers of sections, fields and items that are hidden; `<section>/[<row>/]<slot>` of slots. */
  hidden: Set<string>;
  errors: EvaluationError[];
  counts: FileCounts;
  data: RuleData;
};

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
): Settled {
  const values: JsonObject = {};
  for (const { definition } of category.sections) {
    values[definition.id] = storedOrEmpty(application.sections[definition.id], definition.kind);
  }
  const counts = countFiles(application.files);
  const settled: Settled = {
    category,
    values,
    hidden: new Set(),
    errors: [],
    counts,
    data: ruleData(edition, values, facts, counts),
  };
  settled.data.input = values.input ?? null;
  for (const step of category.steps) {
    runStep(step, settled);
    settled.data.input = values.input ?? null;
  }
  return settled;
}

function runStep(step: CompiledStep, settled: Settled): void {
  const section = sectionOf(settled.category, step.section);
  const value = settled.values[step.section];
  if (value === undefined) return;
  const data = atSection(settled, step.section);
  if (step.item !== undefined) runItemStep(step, step.item, section, value, data, settled);
  else if (step.slot !== undefined) showSlot(step, section, value, data, settled);
  else if (step.field !== undefined) runFieldStep(step, step.field, section, value, data, settled);
  else showSection(step, data, settled);
}

function showSection(step: CompiledStep, data: RuleData, settled: Settled): void {
  const at = `/${step.section}`;
  if (holds(step, data, settled, at)) return;
  settled.hidden.add(at);
  delete settled.values[step.section];
  delete settled.counts.bySection[step.section];
}

function holds(step: CompiledStep, data: RuleData, settled: Settled, at: string): boolean {
  return truthy(compute(step.logic, data, settled.errors, () => ({ at, what: 'visibleWhen' })));
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
    const at = () => fieldPointer(step.section, index, field);
    return change(step, field, record, data, settled, at);
  });
}

/** What rules of a section read; `atRecord` points it at a row. Made for one reader, who may change it. */
export function atSection(settled: Settled, section: string): RuleData {
  return { ...settled.data, section: settled.values[section] ?? null };
}

/** Points the data at no row again. */
export function atNoRow(data: RuleData): RuleData {
  data.row = null;
  data.index = null;
  data.slots = {};
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
  at: () => string,
) => JsonObject;

const hideField: Change = (step, field, record, data, settled, at) => {
  const shown = truthy(compute(step.logic, data, settled.errors, () => ({ at: at(), what: 'visibleWhen' })));
  if (shown) return record;
  settled.hidden.add(at());
  return without(record, field.segments);
};

const deriveField: Change = (step, field, record, data, settled, at) => {
  if (isHiddenBelow(settled, at)) return record;
  const derived = compute(step.logic, data, settled.errors, () => ({ at: at(), what: 'derive' }));
  if (derived === (valueAt(record, field.segments) ?? null)) return record;
  return withValue(record, field.segments, derived);
};

/** Hidden itself, or standing in something hidden. */
export function isHiddenBelow({ hidden }: Settled, at: () => string): boolean {
  if (hidden.size === 0) return false;
  for (let pointer = at(); pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    if (hidden.has(pointer)) return true;
  }
  return false;
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
  const at = itemPointer(step.section, item);
  if (step.verb === 'derive') {
    if (!settled.hidden.has(at))
      settled.values[step.section] = deriveItem(step, item, section, value, data, settled);
    return;
  }
  if (holds(step, data, settled, at)) return;
  settled.hidden.add(at);
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
    if (derived !== (valueAt(grid, path) ?? null)) grid = withValue(grid, path, derived);
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
  section: CompiledSection,
  value: Json,
  data: RuleData,
  settled: Settled,
): void {
  const slot = step.slot?.definition;
  if (slot === undefined) return;
  if (slot.per !== 'row') {
    hideSlotUnless(holds(step, data, settled, `/${step.section}`), settled, step.section, slot.id);
    return;
  }
  mapRecords(section, value, (record, index) => {
    atRecord(data, settled, step.section, record, index);
    const shown = holds(step, data, settled, `/${step.section}/${index}`);
    hideSlotUnless(shown, settled, step.section, slot.id, record.id);
    return record;
  });
}

function hideSlotUnless(shown: boolean, settled: Settled, section: string, slot: string, row?: Json): void {
  if (shown) return;
  settled.hidden.add(slotKey(section, slot, row));
  dropFiles(settled.counts, section, slot, row);
}

/** The name of a slot among an application's: `section/slot`, or `section/row/slot`. */
export function slotKey(section: string, slot: string, row?: Json): string {
  return row === undefined ? `${section}/${slot}` : `${section}/${String(row)}/${slot}`;
}
