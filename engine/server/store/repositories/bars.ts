import { id, primary, text } from '../columns.ts';
import type { Tx } from '../database.ts';
import { anyOf, drop, find, insertNew, one } from '../rows.ts';
import { table } from '../table.ts';
import type { Bar } from '../types.ts';

export const barTable = table<Bar>('bars', {
  hash: primary(text(64)),
  cycle: primary(text(60)),
  route: primary(id()),
  caseId: id(),
});

export const bars = {
  /** Setting it twice is no error. */
  async set(tx: Tx, bar: Bar): Promise<void> {
    await insertNew(tx, barTable, bar);
  },

  async lift(tx: Tx, hashes: string[], cycle: string, route: string): Promise<void> {
    if (hashes.length > 0) await drop(tx, barTable, { hash: anyOf(hashes), cycle, route });
  },

  /** The bars that this case set; they outlive the account. */
  ofCase: (tx: Tx, caseId: string): Promise<Bar[]> => find(tx, barTable, { caseId }),

  /** The first bar on any of these hashes, or null. */
  async find(tx: Tx, hashes: string[], cycle: string, route: string): Promise<Bar | null> {
    if (hashes.length === 0) return null;
    return one(tx, barTable, { hash: anyOf(hashes), cycle, route });
  },
};
