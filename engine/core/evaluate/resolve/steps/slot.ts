import type { CompiledSection, CompiledSlot, CompiledStep, Json } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { dropFiles } from '../../file-counts.ts';
import { hide } from '../../hidden.ts';
import { eachRecord } from '../../records.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atNoRow, atRecord } from '../scope.ts';
import { type Change, type Describe, given } from './step.ts';

/** Hides a slot, in the section or in each row, and counts its files no more. */
export function hidingSlot(step: CompiledStep, slot: CompiledSlot, section: CompiledSection): Change {
  return slot.definition.per === 'row' ? inRows(step, slot, section) : inSection(step, slot, section);
}

function inSection(step: CompiledStep, slot: CompiledSlot, { id }: CompiledSection): Change {
  const describe: Describe = () => ({ at: `/${id}`, what: 'visibleWhen' });
  return (value, resolved) => {
    if (!truthy(given(step, resolved, describe))) hideSlot(resolved, id, slot, null);
    return value;
  };
}

function inRows(step: CompiledStep, slot: CompiledSlot, section: CompiledSection): Change {
  const { id } = section;
  const describe: Describe = ({ index }) => ({ at: `/${id}/${index}`, what: 'visibleWhen' });
  return (value, resolved) => {
    const { data } = resolved;
    eachRecord(section, value, (record, index) => {
      atRecord(data, resolved, id, record, index);
      if (!truthy(given(step, resolved, describe))) hideSlot(resolved, id, slot, record.id);
    });
    atNoRow(data);
    return value;
  };
}

function hideSlot(
  resolved: ResolvedAnswers,
  section: string,
  slot: CompiledSlot,
  row: Json | undefined,
): void {
  hide(resolved.hidden, slot, row);
  dropFiles(resolved.counts, section, slot.id, row ?? undefined);
}
