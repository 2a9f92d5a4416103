import { at, integer, primary, text } from '../columns.ts';
import type { At } from '../records/index.ts';
import { find, insertNew, remove, update, utc } from '../rows.ts';
import { greaterThan, increased, lessThan } from '../sql/index.ts';
import { table } from '../table.ts';
import { inTransaction } from '../transaction.ts';
import type { Database, Tx } from '../tx.ts';

type RateRow = { key: string; windowStart: string; count: number };

/** Counters of tries in short windows of time. */
export const rateTable = table<RateRow>('rates', {
  key: primary(text(190)),
  windowStart: primary(at()),
  count: integer(),
});

/**
 * A window slides in so many steps: what was counted leaves it at most one step late, so that no two windows together
 * let twice as many through.
 */
const STEPS = 15;

/** Counts tries by key over a window that slides. */
export const rates = {
  /**
   * Counts one more and gives the count of the window that ends now. Stands alone: a rolled back action stays
   * counted.
   */
  hit: (db: Database, key: string, windowSeconds: number, now: At): Promise<number> =>
    inTransaction(db, async (tx) => {
      const windowStart = stepOf(now, windowSeconds);
      if (!(await countUp(tx, key, windowStart))) {
        const isFirst = await insertNew(tx, rateTable, { key, windowStart, count: 1 });
        if (!isFirst) await countUp(tx, key, windowStart);
      }
      return rates.peek(tx, key, windowSeconds, now);
    }),

  /** Takes one back that was counted just now. */
  async unhit(tx: Tx, key: string, windowSeconds: number, now: At): Promise<void> {
    const where = { key, windowStart: stepOf(now, windowSeconds), count: greaterThan(0) };
    await update(tx, rateTable, where, {}, { count: increased<RateRow>('count', -1) });
  },

  /** The count without one more. */
  async peek(tx: Tx, key: string, windowSeconds: number, now: At): Promise<number> {
    const oldest = Date.parse(now) - windowSeconds * 1000 - sizeOf(windowSeconds);
    const since = greaterThan(utc(new Date(oldest).toISOString()));
    const steps = await find(tx, rateTable, { key, windowStart: since });
    return steps.reduce((sum, { count }) => sum + count, 0);
  },

  sweep: (tx: Tx, before: At): Promise<number> =>
    remove(tx, rateTable, { windowStart: lessThan(utc(before)) }),
};

/** The row stays locked until the transaction ends, so the sum read next holds this hit and those before it. */
async function countUp(tx: Tx, key: string, windowStart: string): Promise<boolean> {
  return (
    (await update(tx, rateTable, { key, windowStart }, {}, { count: increased<RateRow>('count') })) === 1
  );
}

/** Milliseconds of one step. */
const sizeOf = (windowSeconds: number): number => (windowSeconds * 1000) / STEPS;

function stepOf(now: string, windowSeconds: number): string {
  const size = sizeOf(windowSeconds);
  return new Date(Math.floor(Date.parse(now) / size) * size).toISOString();
}
