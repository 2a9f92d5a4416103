import { type CycleWindow, windowOf } from '#core/form/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { zoned } from '#server/services/ground/index.ts';
import { loadCycleWindows, type Tx } from '#server/store/index.ts';

/**
 * When the cycle of an edition is open, whichever edition a case was begun under: what was changed, else what the newest
 * edition of the cycle says. Inside a transaction as it is at this moment; else as it was within the last second.
 */
export async function windowNow(tx: Tx, { definition }: CompiledEdition): Promise<CycleWindow> {
  const { programme, edition } = definition;
  const changed = await loadCycleWindows(tx, programme.id);
  const row = changed.find(({ cycle }) => cycle === edition.cycle.id);
  return row ? zonedWindow(row, definition) : windowOf(edition.cycle);
}

/** In the programme's own zone, as rules and people read it. */
export function zonedWindow(window: CycleWindow, { programme }: Definition): CycleWindow {
  const local = (at: string): string => zoned(new Date(at), programme.timeZone);
  return {
    opensAt: local(window.opensAt),
    closesAt: local(window.closesAt),
    returnedUntil: local(window.returnedUntil),
  };
}
