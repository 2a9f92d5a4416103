import type { CompiledSlot, CompiledStep, Json } from '#core/model/index.ts';
import { dropFiles } from '../../file-counts.ts';
import { hide } from '../../hidden.ts';
import { eachRecord } from '../../records.ts';
import { atRecord } from '../scope.ts';
import type { Settled } from '../settled.ts';
import { holds, type Site } from './step.ts';

/** Hides a slot, in the section or in each row, and counts its files no more. */
export function showSlot(step: CompiledStep, slot: CompiledSlot, site: Site): void {
  const { section, value, data, settled } = site;
  if (slot.definition.per !== 'row') {
    if (!holds(step, site, () => `/${step.section}`)) hideSlot(settled, step.section, slot, null);
    return;
  }
  eachRecord(section, value, (record, index) => {
    atRecord(data, settled, step.section, record, index);
    if (!holds(step, site, () => `/${step.section}/${index}`))
      hideSlot(settled, step.section, slot, record.id);
  });
}

function hideSlot(settled: Settled, section: string, slot: CompiledSlot, row: Json | undefined): void {
  hide(settled.hidden, slot, row);
  dropFiles(settled.counts, section, slot.id, row ?? undefined);
}
