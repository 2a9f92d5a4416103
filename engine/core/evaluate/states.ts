import type {
  CompiledField,
  CompiledGridItem,
  CompiledLogic,
  CompiledSection,
  CompiledSlot,
  Json,
  RuleData,
} from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { isFieldHidden, isHidden } from './hidden.ts';
import { eachRecord } from './records.ts';
import { compute } from './run.ts';
import { atRecord, atSection, fieldPointer, itemPointer, type Settled, slotKey } from './settle/index.ts';

export type FieldState = { visible: boolean; required: boolean; readOnly: boolean };
export type SlotState = { visible: boolean; required: boolean };

/** The states of a section's conditional fields and items by pointer, and of all its slots by `section/[row/]slot`. */
export function sectionStates(
  section: CompiledSection,
  settled: Settled,
  fields: Record<string, FieldState>,
  slots: Record<string, SlotState>,
): void {
  const id = section.id;
  const value = settled.values[id];
  const data = atSection(settled, id);
  for (const slot of section.slots) {
    if (slot.definition.per !== 'row') slots[slotKey(id, slot.id)] = slotState(section, slot, data, settled);
  }
  for (const item of section.plan.items) {
    fields[itemPointer(id, item)] = itemState(id, item, data, settled);
  }
  if (section.kind === 'form' && value === undefined) hideAll(section, fields);
  eachRecord(section, value, (record, index) => {
    atRecord(data, settled, id, record, index);
    for (const field of section.fields)
      fields[fieldPointer(id, index, field)] = fieldState(id, index, field, data, settled);
    for (const slot of section.slots) {
      if (slot.definition.per === 'row')
        slots[slotKey(id, slot.id, record.id)] = slotState(section, slot, data, settled, record.id);
    }
  });
}

const absent: FieldState = Object.freeze({ visible: false, required: false, readOnly: false });

function hideAll(section: CompiledSection, fields: Record<string, FieldState>): void {
  for (const field of section.fields) fields[fieldPointer(section.id, null, field)] = absent;
}

function fieldState(
  section: string,
  index: number | null,
  field: CompiledField,
  data: RuleData,
  settled: Settled,
): FieldState {
  if (isFieldHidden(settled.hidden, field, index)) return absent;
  const at = () => fieldPointer(section, index, field);
  return {
    visible: true,
    required: isRequired(field, data, settled, at),
    readOnly: field.derive !== undefined || holds(field.readOnly, data, settled, at, 'readOnlyWhen'),
  };
}

/** A shown field must be answered: its object names it, or its condition holds. */
export function isRequired(
  field: CompiledField,
  data: RuleData,
  settled: Settled,
  at: () => string,
): boolean {
  return field.listed || holds(field.required, data, settled, at, 'requiredWhen');
}

function itemState(section: string, item: CompiledGridItem, data: RuleData, settled: Settled): FieldState {
  if (settled.values[section] === undefined || isHidden(settled.hidden, item)) return absent;
  return {
    visible: true,
    required: isItemRequired(section, item, data, settled),
    readOnly: item.derive !== undefined,
  };
}

/** A shown item's cells must be answered. */
export function isItemRequired(
  section: string,
  item: CompiledGridItem,
  data: RuleData,
  settled: Settled,
): boolean {
  return (
    item.required || holds(item.requiredWhen, data, settled, () => itemPointer(section, item), 'requiredWhen')
  );
}

function slotState(
  section: CompiledSection,
  slot: CompiledSlot,
  data: RuleData,
  settled: Settled,
  row?: Json,
): SlotState {
  const id = section.id;
  const visible = settled.values[id] !== undefined && !isHidden(settled.hidden, slot, row);
  return { visible, required: visible && isSlotRequired(id, slot, data, settled) };
}

/** A shown slot must hold a file. */
export function isSlotRequired(
  section: string,
  slot: CompiledSlot,
  data: RuleData,
  settled: Settled,
): boolean {
  return holds(slot.required, data, settled, () => `/${section}/${slot.id}`, 'requiredWhen');
}

function holds(
  logic: CompiledLogic | undefined,
  data: RuleData,
  settled: Settled,
  at: () => string,
  what: string,
): boolean {
  return logic !== undefined && truthy(compute(logic, data, settled.errors, () => ({ at: at(), what })));
}
