import { barTable } from '../models/bars.ts';
import { anyOf, drop, find, insertNew, one } from '../rows.ts';
import type { BarRepository } from '../signatures/index.ts';

export const bars: BarRepository = {
  async set(tx, bar) {
    await insertNew(tx, barTable, bar);
  },

  async lift(tx, hashes, cycle, route) {
    if (hashes.length > 0) await drop(tx, barTable, { hash: anyOf(hashes), cycle, route });
  },

  ofCase: (tx, caseId) => find(tx, barTable, { caseId }),

  async find(tx, hashes, cycle, route) {
    if (hashes.length === 0) return null;
    return one(tx, barTable, { hash: anyOf(hashes), cycle, route });
  },
};
