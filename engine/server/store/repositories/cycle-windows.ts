import { at, id, integer, nullable, primary, text } from '../columns.ts';
import type { CycleWindowRecord } from '../records/index.ts';
import { find, findOne, insertNew, update } from '../rows.ts';
import { increased } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** When cycles are open, where that was changed. */
export const cycleWindowTable = table<CycleWindowRecord>(
  'cycle_windows',
  {
    programme: primary(id()),
    cycle: primary(text(60)),
    opensAt: at(),
    closesAt: at(),
    returnedUntil: at(),
    changedAt: at(),
    changedBy: nullable(id()),
    version: integer(),
  },
  {},
  { inDirectory: true },
);

/** When cycles are open. A cycle without a row is open as its newest edition says. */
export const cycleWindows = {
  get: (tx: Tx, programme: string, cycle: string): Promise<CycleWindowRecord | null> =>
    findOne(tx, cycleWindowTable, { programme, cycle }),

  list: (tx: Tx, programme: string): Promise<CycleWindowRecord[]> =>
    find(tx, cycleWindowTable, { programme }),

  /** CAS by version; version 0 is a cycle without a row. False = somebody else was quicker. */
  async set(tx: Tx, window: Omit<CycleWindowRecord, 'version'>, version: number): Promise<boolean> {
    if (version === 0) return insertNew(tx, cycleWindowTable, { ...window, version: 1 });
    const { programme, cycle, ...changes } = window;
    const count = await update(tx, cycleWindowTable, { programme, cycle, version }, changes, {
      version: increased('version'),
    });
    return count === 1;
  },
};
