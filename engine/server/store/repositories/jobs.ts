import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import type { At, Job, JobProblem, JobStatus } from '../records/index.ts';
import { find, findOne, grouped, insert, remove, update, utc } from '../rows.ts';
import { atMost, lessThan, OR, type Order, oneOf, type Where } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Database, Tx } from '../tx.ts';
import { isTaken } from '../unique-keys.ts';

/** Work beside the requests. */
export const jobTable = table<Job>(
  'jobs',
  {
    id: primary(id()),
    kind: id(),
    key: text(190),
    userId: id(),
    payload: json(),
    status: text(20),
    dueAt: at(),
    lease: integer(),
    leasedUntil: nullable(at()),
    attempts: integer(),
    done: integer(),
    total: nullable(integer()),
    problem: nullable(json()),
    result: nullable(json()),
    createdAt: at(),
    startedAt: nullable(at()),
    finishedAt: nullable(at()),
  },
  { jobs_key: ['kind', 'key'] },
);

/** How many candidates may be lost to other processes before the next try. */
const TRIES = 10;

type NewJob = Pick<Job, 'id' | 'kind' | 'key' | 'userId' | 'payload' | 'dueAt' | 'createdAt'>;
/** What whoever leased a job has in hand. */
type Held = Pick<Job, 'id' | 'lease'>;
type Outcome =
  | { status: 'done'; result: Job['result']; finishedAt: At }
  | { status: 'failed'; problem: JobProblem; finishedAt: At }
  | { status: 'waiting'; problem: JobProblem | null; dueAt: At; attempts: number };

/** Work beside the requests: taken under a lease, so that what a dead process held is taken again. */
export const jobs = {
  /** False = there is a job of this kind and key already. */
  async create(tx: Tx, job: NewJob): Promise<boolean> {
    const begun = { status: 'waiting' as const, lease: 0, leasedUntil: null, attempts: 0 };
    const nothing = { done: 0, total: null, problem: null, result: null, startedAt: null, finishedAt: null };
    try {
      await insert(tx, jobTable, { ...job, ...begun, ...nothing });
      return true;
    } catch (error) {
      if (isTaken(error, jobTable, 'jobs_key')) return false;
      throw error;
    }
  },

  get: (tx: Tx, id: string): Promise<Job | null> => findOne(tx, jobTable, { id }),

  /** The one of this kind and key. */
  ofKey: (tx: Tx, kind: string, key: string): Promise<Job | null> => findOne(tx, jobTable, { kind, key }),

  /** Newest first. */
  async list(
    tx: Tx,
    filter: { status?: JobStatus; after?: string | null; limit: number },
  ): Promise<Page<Job>> {
    const limit = bounded(filter.limit);
    const cursor = readCursor(filter.after, 2);
    const where: Where<Job> = { ...(filter.status && { status: filter.status }) };
    if (cursor) {
      const [createdAt = '', last = ''] = cursor;
      where[OR] = [{ createdAt: lessThan(createdAt) }, { createdAt, id: lessThan(last) }];
    }
    const order: Order<Job>[] = [
      ['createdAt', 'DESC'],
      ['id', 'DESC'],
    ];
    const rows = await find(tx, jobTable, where, { order, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  },

  /**
   * Takes a job that is due, or whose lease is over, and counts the try; never the same one twice. People take turns:
   * of all who wait, whoever was served longest ago is next, whatever the others have waiting.
   */
  async lease(db: Database, kinds: string[], now: At, leasedUntil: At): Promise<Job | null> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const job = await candidate(db, kinds, utc(now));
      if (!job) return null;
      const leased = {
        status: 'running' as const,
        lease: job.lease + 1,
        leasedUntil: utc(leasedUntil),
        attempts: job.attempts + 1,
        done: 0,
        total: null,
        startedAt: utc(now),
      };
      const expected = { id: job.id, status: job.status, lease: job.lease };
      if ((await update(db, jobTable, expected, leased)) === 1) return { ...job, ...leased };
    }
    return null;
  },

  /** Holds it longer, and says how far it is. False = it was cancelled, or another process has it. */
  async extend(
    tx: Tx,
    held: Held,
    leasedUntil: At,
    progress: Partial<Pick<Job, 'done' | 'total'>> = {},
  ): Promise<boolean> {
    return (await update(tx, jobTable, holding(held), { leasedUntil, ...progress })) === 1;
  },

  /** Puts it down. False = it was cancelled, or another process has it; nothing is changed then. */
  async finish(tx: Tx, held: Held, outcome: Outcome): Promise<boolean> {
    const changes: Partial<Job> = { leasedUntil: null, ...outcome };
    if (outcome.status === 'done') changes.problem = null;
    return (await update(tx, jobTable, holding(held), changes)) === 1;
  },

  /** False = it was over already. */
  async cancel(tx: Tx, id: string, finishedAt: At): Promise<boolean> {
    const open = { id, status: oneOf(['waiting', 'running']) };
    return (await update(tx, jobTable, open, { status: 'cancelled', leasedUntil: null, finishedAt })) === 1;
  },

  /** False = it neither failed nor was cancelled. */
  async retry(tx: Tx, id: string, dueAt: At): Promise<boolean> {
    const over = { id, status: oneOf(['failed', 'cancelled']) };
    const anew = { status: 'waiting' as const, dueAt, attempts: 0, problem: null, finishedAt: null };
    return (await update(tx, jobTable, over, anew)) === 1;
  },

  /** What waits is due earlier. False = it does not wait. */
  async hasten(tx: Tx, id: string, dueAt: At): Promise<boolean> {
    return (await update(tx, jobTable, { id, status: 'waiting' }, { dueAt })) === 1;
  },

  /** Forgets what was done before the one moment, and what was given up before the other. */
  async sweep(tx: Tx, doneBefore: At, givenUpBefore: At): Promise<number> {
    const ended = (status: JobStatus[], before: At): Promise<number> =>
      remove(tx, jobTable, { status: oneOf(status), finishedAt: lessThan(utc(before)) });
    return (await ended(['done'], doneBefore)) + (await ended(['failed', 'cancelled'], givenUpBefore));
  },
};

const holding = ({ id, lease }: Held): Where<Job> => ({ id, lease, status: 'running' });

async function candidate(tx: Tx, kinds: string[], now: string): Promise<Job | null> {
  const free: Where<Job> = {
    kind: oneOf(kinds),
    [OR]: [
      { status: 'waiting', dueAt: atMost(now) },
      { status: 'running', leasedUntil: atMost(now) },
    ],
  };
  const userId = await nextInTurn(tx, free);
  return userId === null ? null : findOne(tx, jobTable, { ...free, userId }, { order: ['dueAt', 'id'] });
}

/** Of those for whom something is free, the one who was served longest ago; null = nothing is free. */
async function nextInTurn(tx: Tx, free: Where<Job>): Promise<string | null> {
  const [first, ...others] = await byUser(tx, free, { value: 'MIN', of: 'dueAt' });
  if (!first) return null;
  if (others.length === 0) return first.userId;
  const waiting = [first, ...others];
  const served = await byUser(
    tx,
    { userId: oneOf(waiting.map(({ userId }) => userId)) },
    { value: 'MAX', of: 'startedAt' },
  );
  const last = new Map(served.map(({ userId, moment }) => [userId, moment ?? '']));
  const rank = ({ userId, moment }: ByUser): string => `${(last.get(userId) ?? '').padEnd(24)} ${moment}`;
  return waiting.reduce((best, one) => (rank(one) < rank(best) ? one : best)).userId;
}

type ByUser = { userId: string; moment: string | null };

async function byUser(
  tx: Tx,
  where: Where<Job>,
  moment: { value: 'MIN' | 'MAX'; of: 'dueAt' | 'startedAt' },
): Promise<ByUser[]> {
  const rows = await grouped(tx, jobTable, where, { by: 'userId', ...moment });
  return rows.map(({ group, value }) => ({ userId: group, moment: value === null ? null : String(value) }));
}
