import { Op } from 'sequelize';
import type { Tx } from '../database.ts';
import { jobTable } from '../models/jobs.ts';
import { anyOf, atMost, below, change, drop, insert, one, utc } from '../rows.ts';
import type { JobRepository } from '../signatures/index.ts';
import type { Job } from '../types.ts';

/** How many candidates may be lost to other workers before giving up until the next look. */
const TRIES = 10;

export const jobs: JobRepository = {
  create: (tx, job) =>
    insert(tx, jobTable, { ...job, status: 'waiting', leasedUntil: null, attempts: 0, result: null }),

  get: (tx, id) => one(tx, jobTable, { id }),

  async lease(db, kinds, now, leasedUntil) {
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
      if ((await change(db, jobTable, expected, leased)) === 1) return { ...job, ...leased };
    }
    return null;
  },

  async finish(tx, id, attempts, status, result) {
    const expected = { id, attempts, status: 'running' as const };
    return (await change(tx, jobTable, expected, { status, result, leasedUntil: null })) === 1;
  },

  sweep: (tx, before) =>
    drop(tx, jobTable, { status: anyOf(['done', 'failed']), createdAt: below(utc(before)) }),
};

function candidate(tx: Tx, kinds: string[], now: string): Promise<Job | null> {
  const free = [{ status: 'waiting' as const }, { status: 'running' as const, leasedUntil: atMost(now) }];
  return one(tx, jobTable, { kind: anyOf(kinds), [Op.or]: free }, { order: ['createdAt', 'id'] });
}
