import { asList, asObject } from '#core/json/index.ts';
import type { LoadedCase } from './loaded-case.ts';

type SlotRef = { section: string; slot: string; row?: string | null };

/**
 * Whether a file of a case stands where something is asked for: its slot is there, and its row. What does not was set
 * aside when the case went over to another edition; nothing shows it, and it may be wanted back.
 */
export function hasPlace({ category, sections }: LoadedCase, { section, slot, row }: SlotRef): boolean {
  const isAsked =
    category.bySection[section]?.slots.some(({ definition }) => definition.id === slot) ?? false;
  if (!isAsked || row === null || row === undefined) return isAsked;
  return asList(sections[section]?.value).some((one) => asObject(one).id === row);
}
