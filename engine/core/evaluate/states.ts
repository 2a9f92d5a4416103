import type {
  CompiledField,
  CompiledGridItem,
  CompiledLogic,
  CompiledSection,
  CompiledSlot,
  Json,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { isFieldHidden, isHidden } from './hidden.ts';
import { eachItem, itemKey, itemSegments } from './items.ts';
import { eachRecord } from './records.ts';
import {
  atItem,
  atRecord,
  atSection,
  atSegments,
  fieldPointer,
  itemPointer,
  type ResolvedAnswers,
  slotKey,
} from './resolve/index.ts';
import { compute } from './run.ts';

/** What may be done with a field now. */
export type FieldState = { visible: boolean; required: boolean; readOnly: boolean };
/** Whether a section is shown; `readOnly`: nobody writes anything of it now. */
export type SectionState = { visible: boolean; readOnly?: true };
/** What may be done with a slot now. */
export type SlotState = { visible: boolean; required: boolean };

/** The states of a section's conditional fields and items by pointer, and of all its slots by `section/[row/]slot`. */
export function sectionStates(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  fields: Record<string, FieldState>,
  slots: Record<string, SlotState>,
): void {
  const id = section.id;
  const value = resolved.values[id];
  const data = atSection(resolved, id);
  for (const slot of section.slots) {
    if (slot.definition.per !== 'row') slots[slotKey(id, slot.id)] = slotState(section, slot, data, resolved);
  }
  for (const item of section.plan.items) {
    fields[itemPointer(id, item)] = itemState(id, item, data, resolved);
  }
  if (section.kind === 'form' && value === undefined) hideAll(section, fields);
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, id, record, index);
    for (const field of section.fields) {
      const at = fieldPointer(id, index, field);
      fields[at] = fieldState(at, index, field, data, resolved);
    }
    itemStates(section, record, index, data, resolved, fields);
    for (const slot of section.slots) {
      if (slot.definition.per === 'row')
        slots[slotKey(id, slot.id, record.id)] = slotState(section, slot, data, resolved, record.id);
    }
  });
}

const absent: FieldState = Object.freeze({ visible: false, required: false, readOnly: false });

function hideAll(section: CompiledSection, fields: Record<string, FieldState>): void {
  for (const field of section.fields) fields[fieldPointer(section.id, null, field)] = absent;
}

/** The states of the fields of every item of the lists in a record. */
function itemStates(
  section: CompiledSection,
  record: JsonObject,
  index: number | null,
  data: RuleData,
  resolved: ResolvedAnswers,
  fields: Record<string, FieldState>,
): void {
  for (const list of section.lists) {
    eachItem(record, list.segments, (item, at) => {
      atItem(data, item);
      const above = atSegments(section.id, itemSegments(index, list.segments, at));
      for (const field of list.fields) {
        const path = above + field.path;
        fields[path] = fieldState(path, itemKey(index, at), field, data, resolved);
      }
    });
  }
  atItem(data, null);
}

/** The state of a field: `row` is the record in which it stands among what is hidden. */
function fieldState(
  path: string,
  row: Json,
  field: CompiledField,
  data: RuleData,
  resolved: ResolvedAnswers,
): FieldState {
  if (isFieldHidden(resolved.hidden, field, row)) return absent;
  const at = () => path;
  return {
    visible: true,
    required: isRequired(field, data, resolved, at),
    readOnly: field.derive !== undefined || holds(field.readOnly, data, resolved, at, 'readOnlyWhen'),
  };
}

/** The state of a section as a whole. */
export function sectionState(section: CompiledSection, resolved: ResolvedAnswers): SectionState {
  const data = atSection(resolved, section.id);
  const visible = !isHidden(resolved.hidden, section);
  const isLocked = holds(section.readOnly, data, resolved, () => `/${section.id}`, 'readOnlyWhen');
  return isLocked ? { visible, readOnly: true } : { visible };
}

/** A shown field must be answered: its object names it, or its condition holds. */
export function isRequired(
  field: CompiledField,
  data: RuleData,
  resolved: ResolvedAnswers,
  at: () => string,
): boolean {
  return field.listed || holds(field.required, data, resolved, at, 'requiredWhen');
}

function itemState(
  section: string,
  item: CompiledGridItem,
  data: RuleData,
  resolved: ResolvedAnswers,
): FieldState {
  if (resolved.values[section] === undefined || isHidden(resolved.hidden, item)) return absent;
  return {
    visible: true,
    required: isItemRequired(section, item, data, resolved),
    readOnly: item.derive !== undefined,
  };
}

/** A shown item's cells must be answered. */
export function isItemRequired(
  section: string,
  item: CompiledGridItem,
  data: RuleData,
  resolved: ResolvedAnswers,
): boolean {
  return (
    item.required ||
    holds(item.requiredWhen, data, resolved, () => itemPointer(section, item), 'requiredWhen')
  );
}

function slotState(
  section: CompiledSection,
  slot: CompiledSlot,
  data: RuleData,
  resolved: ResolvedAnswers,
  row?: Json,
): SlotState {
  const id = section.id;
  const visible = resolved.values[id] !== undefined && !isHidden(resolved.hidden, slot, row);
  return { visible, required: visible && isSlotRequired(id, slot, data, resolved) };
}

/** A shown slot must hold a file. */
export function isSlotRequired(
  section: string,
  slot: CompiledSlot,
  data: RuleData,
  resolved: ResolvedAnswers,
): boolean {
  return holds(slot.required, data, resolved, () => `/${section}/${slot.id}`, 'requiredWhen');
}

/** A condition that cannot be computed does not hold; one that is cut asks and locks, so that nothing passes by it. */
function holds(
  logic: CompiledLogic | undefined,
  data: RuleData,
  resolved: ResolvedAnswers,
  at: () => string,
  what: string,
): boolean {
  return (
    logic !== undefined && truthy(compute(logic, data, resolved.errors, () => ({ at: at(), what }), true))
  );
}
