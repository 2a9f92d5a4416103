import { type CycleWindow, windowOf } from '#core/form/index.ts';
import type { CompiledEdition, Definition } from '#core/model/index.ts';
import { zoned } from '#server/services/ground/index.ts';
import { type CycleWindowRecord, cycleWindows, type Database, type Tx } from '#server/store/index.ts';

/** What another process has changed is seen after this many milliseconds. */
const FRESH_FOR = 1000;

/** When cycles are open, whichever edition a case was begun under. */
type Windows = {
  /** Inside a transaction as it stands in the database at this moment; else as it was within the last second. */
  of(tx: Tx, newest: CompiledEdition): Promise<CycleWindow>;
  /** What this process changed is read again at once. */
  forget(): void;
};

/** The windows of the cycles of one programme: what was changed, else what the newest edition of the cycle says. */
export function openWindows(db: Database): Windows {
  let known: { at: number; rows: Promise<CycleWindowRecord[]> } | null = null;

  function rows(programme: string): Promise<CycleWindowRecord[]> {
    if (known && performance.now() - known.at < FRESH_FOR) return known.rows;
    const read = cycleWindows.list(db, programme);
    known = { at: performance.now(), rows: read };
    read.catch(forget);
    return read;
  }

  function forget(): void {
    known = null;
  }

  async function changed(tx: Tx, programme: string, cycle: string): Promise<CycleWindowRecord | null> {
    if (tx.transaction) return cycleWindows.get(tx, programme, cycle);
    return (await rows(programme)).find((row) => row.cycle === cycle) ?? null;
  }

  return {
    forget,
    of: async (tx, { definition }) => {
      const { programme, edition } = definition;
      const row = await changed(tx, programme.id, edition.cycle.id);
      return row ? zonedWindow(row, definition) : windowOf(edition.cycle);
    },
  };
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
