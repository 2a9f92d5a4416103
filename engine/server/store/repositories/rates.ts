import { literal } from 'sequelize';
import type { Tx } from '../database.ts';
import { rateTable } from '../models/rates.ts';
import { above, below, change, drop, find, insertNew, utc } from '../rows.ts';
import type { RateRepository } from '../signatures/index.ts';
import { inTransaction } from '../transaction.ts';

/**
 * A window slides in so many steps: what was counted leaves it one step after its time at the latest, so that the end
 * of one window and the beginning of the next never let twice as many through.
 */
const STEPS = 15;

export const rates: RateRepository = {
  hit: (db, key, windowSeconds, now) =>
    inTransaction(db, async (tx) => {
      const windowStart = stepOf(now, windowSeconds);
      if (!(await countUp(tx, key, windowStart))) {
        const isFirst = await insertNew(tx, rateTable, { key, windowStart, count: 1 });
        if (!isFirst) await countUp(tx, key, windowStart);
      }
      return rates.peek(tx, key, windowSeconds, now);
    }),

  async unhit(tx, key, windowSeconds, now) {
    const where = { key, windowStart: stepOf(now, windowSeconds), count: above(0) };
    await change(tx, rateTable, where, {}, { count: literal('`count` - 1') });
  },

  async peek(tx, key, windowSeconds, now) {
    const oldest = Date.parse(now) - windowSeconds * 1000 - sizeOf(windowSeconds);
    const since = above(utc(new Date(oldest).toISOString()));
    const steps = await find(tx, rateTable, { key, windowStart: since });
    return steps.reduce((sum, { count }) => sum + count, 0);
  },

  sweep: (tx, before) => drop(tx, rateTable, { windowStart: below(utc(before)) }),
};

/** The row stays locked until the transaction ends, so the sum read next holds this hit and those before it. */
async function countUp(tx: Tx, key: string, windowStart: string): Promise<boolean> {
  return (await change(tx, rateTable, { key, windowStart }, {}, { count: literal('`count` + 1') })) === 1;
}

/** Milliseconds of one step. */
const sizeOf = (windowSeconds: number): number => (windowSeconds * 1000) / STEPS;

function stepOf(now: string, windowSeconds: number): string {
  const size = sizeOf(windowSeconds);
  return new Date(Math.floor(Date.parse(now) / size) * size).toISOString();
}
