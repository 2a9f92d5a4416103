import { Op } from 'sequelize';
import type { JsonObject } from '#core/model/index.ts';
import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { atMost, findOne, insert, lessThan, oneOf, remove, update, utc } from '../rows.ts';
import { table } from '../table.ts';
import type { Database, Tx } from '../tx.ts';
import type { At, Job } from '../types.ts';

/** Work that waits for a worker. */
export const jobTable = table<Job>('jobs', {
  id: primary(id()),
  kind: id(),
  payload: json(),
  status: text(20),
  leasedUntil: nullable(at()),
  attempts: integer(),
  result: nullable(json()),
  createdAt: at(),
});

/** How many candidates may be lost to other workers before the next try. */
const TRIES = 10;

/** Work for worker processes: taken under a lease, so that what a dead worker held is taken again. */
export const jobs = {
  create: (tx: Tx, job: Pick<Job, 'id' | 'kind' | 'payload' | 'createdAt'>): Promise<void> =>
    insert(tx, jobTable, { ...job, status: 'waiting', leasedUntil: null, attempts: 0, result: null }),

  get: (tx: Tx, id: string): Promise<Job | null> => findOne(tx, jobTable, { id }),

  /** Takes the oldest job that waits, or whose lease is over; counts its attempts. Never the same one twice. */
  async lease(db: Database, kinds: string[], now: At, leasedUntil: At): Promise<Job | null> {
    if (kinds.length === 0) return null;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const job = await candidate(db, kinds, utc(now));
      if (!job) return null;
      const leased = {
        status: 'running' as const,
        leasedUntil: utc(leasedUntil),
        attempts: job.attempts + 1,
      };
      const expected = { id: job.id, status: job.status, attempts: job.attempts };
      if ((await update(db, jobTable, expected, leased)) === 1) return { ...job, ...leased };
    }
    return null;
  },

  /** False = the lease was lost to somebody else. `attempts` is what `lease` gave. */
  async finish(
    tx: Tx,
    id: string,
    attempts: number,
    status: 'done' | 'failed' | 'waiting',
    result: JsonObject | null,
  ): Promise<boolean> {
    const expected = { id, attempts, status: 'running' as const };
    return (await update(tx, jobTable, expected, { status, result, leasedUntil: null })) === 1;
  },

  /** Forgets finished ones older than this. */
  sweep: (tx: Tx, before: At): Promise<number> =>
    remove(tx, jobTable, { status: oneOf(['done', 'failed']), createdAt: lessThan(utc(before)) }),
};

function candidate(tx: Tx, kinds: string[], now: string): Promise<Job | null> {
  const free = [{ status: 'waiting' as const }, { status: 'running' as const, leasedUntil: atMost(now) }];
  return findOne(tx, jobTable, { kind: oneOf(kinds), [Op.or]: free }, { order: ['createdAt', 'id'] });
}
