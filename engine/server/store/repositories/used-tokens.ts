import { at, primary, text } from '../columns.ts';
import type { At, UsedToken } from '../records/index.ts';
import { findOne, insertNew, remove, utc } from '../rows.ts';
import { lessThan } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** The table `spent`, by its first name. */
export const usedTokenTable = table<UsedToken>('spent', { key: primary(text(64)), until: at() });

/** Hashes of what serves only once. */
export const usedTokens = {
  /** False = it was used before. */
  use: (tx: Tx, key: string, until: At): Promise<boolean> => insertNew(tx, usedTokenTable, { key, until }),
  /** Whether it was used and has not expired. */
  async isUsed(tx: Tx, key: string, now: At): Promise<boolean> {
    const found = await findOne(tx, usedTokenTable, { key });
    return found !== null && found.until > now;
  },
  sweep: (tx: Tx, now: At): Promise<number> => remove(tx, usedTokenTable, { until: lessThan(utc(now)) }),
};
