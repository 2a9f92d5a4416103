import type { CompiledSlot, CompiledStep, Json } from '#core/model/index.ts';
import { dropFiles } from '../../file-counts.ts';
import { hide } from '../../hidden.ts';
import { eachRecord } from '../../records.ts';
import type { ResolvedAnswers } from '../resolved.ts';
import { atRecord } from '../scope.ts';
import { holds, type Site } from './step.ts';

/** Hides a slot, in the section or in each row, and counts its files no more. */
export function showSlot(step: CompiledStep, slot: CompiledSlot, site: Site): void {
  const { section, value, data, resolved } = site;
  if (slot.definition.per !== 'row') {
    if (!holds(step, site, () => `/${step.section}`)) hideSlot(resolved, step.section, slot, null);
    return;
  }
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, step.section, record, index);
    if (!holds(step, site, () => `/${step.section}/${index}`))
      hideSlot(resolved, step.section, slot, record.id);
  });
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
