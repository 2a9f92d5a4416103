import { spentTable } from '../models/spent.ts';
import { below, drop, insertNew, utc } from '../rows.ts';
import type { SpentRepository } from '../signatures.ts';

export const spent: SpentRepository = {
  spend: (tx, key, until) => insertNew(tx, spentTable, { key, until }),
  sweep: (tx, now) => drop(tx, spentTable, { until: below(utc(now)) }),
};
