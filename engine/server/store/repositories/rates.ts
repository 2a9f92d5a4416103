import { literal } from 'sequelize';
import type { Tx } from '../database.ts';
import { rateTable } from '../models/rates.ts';
import { above, below, change, drop, insertNew, one, utc } from '../rows.ts';
import type { RateRepository } from '../signatures.ts';
import { inTransaction } from '../transaction.ts';

export const rates: RateRepository = {
  hit: (db, key, windowSeconds, now) =>
    inTransaction(db, async (tx) => {
      const windowStart = startOf(now, windowSeconds);
      if (!(await countUp(tx, key, windowStart))) {
        const isFirst = await insertNew(tx, rateTable, { key, windowStart, count: 1 });
        if (!isFirst) await countUp(tx, key, windowStart);
      }
      return (await one(tx, rateTable, { key, windowStart }))?.count ?? 0;
    }),

  async unhit(tx, key, windowSeconds, now) {
    const where = { key, windowStart: startOf(now, windowSeconds), count: above(0) };
    await change(tx, rateTable, where, {}, { count: literal('`count` - 1') });
  },

  async peek(tx, key, windowSeconds, now) {
    return (await one(tx, rateTable, { key, windowStart: startOf(now, windowSeconds) }))?.count ?? 0;
  },

  async clear(tx, key) {
    await drop(tx, rateTable, { key });
  },

  sweep: (tx, before) => drop(tx, rateTable, { windowStart: below(utc(before)) }),
};

/** The row stays locked until the transaction ends, so the count read next is this hit's own. */
async function countUp(tx: Tx, key: string, windowStart: string): Promise<boolean> {
  return (await change(tx, rateTable, { key, windowStart }, {}, { count: literal('`count` + 1') })) === 1;
}

function startOf(now: string, windowSeconds: number): string {
  const size = windowSeconds * 1000;
  return new Date(Math.floor(Date.parse(now) / size) * size).toISOString();
}
