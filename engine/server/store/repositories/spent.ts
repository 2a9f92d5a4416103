import { spentTable } from '../models/spent.ts';
import { below, drop, insertNew, one, utc } from '../rows.ts';
import type { SpentRepository } from '../signatures/index.ts';

export const spent: SpentRepository = {
  spend: (tx, key, until) => insertNew(tx, spentTable, { key, until }),
  async isSpent(tx, key, now) {
    const found = await one(tx, spentTable, { key });
    return found !== null && found.until > now;
  },
  sweep: (tx, now) => drop(tx, spentTable, { until: below(utc(now)) }),
};
