import { at, primary, text } from '../columns.ts';
import type { Tx } from '../database.ts';
import { below, drop, insertNew, one, utc } from '../rows.ts';
import { table } from '../table.ts';
import type { At, Spent } from '../types.ts';

export const spentTable = table<Spent>('spent', { key: primary(text(64)), until: at() });

export const spent = {
  /** False = it was spent before. */
  spend: (tx: Tx, key: string, until: At): Promise<boolean> => insertNew(tx, spentTable, { key, until }),
  /** Whether it was spent and is remembered still. */
  async isSpent(tx: Tx, key: string, now: At): Promise<boolean> {
    const found = await one(tx, spentTable, { key });
    return found !== null && found.until > now;
  },
  sweep: (tx: Tx, now: At): Promise<number> => drop(tx, spentTable, { until: below(utc(now)) }),
};
