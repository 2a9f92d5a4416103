import { type Job, jobs } from '#server/store/index.ts';
import type { Shop, Work } from './kind.ts';

/** How long a job stays with a process that says nothing. */
const LEASE = 60_000;

/** It was cancelled, another process has it, or this one stops: its work ends. */
export class PutDownError extends Error {
  override readonly name = 'PutDownError';
}

/** Until when a lease holds that begins or is renewed now. */
export const leasedUntil = ({ clock }: Shop): string => new Date(clock().getTime() + LEASE).toISOString();

/**
 * A leased job in hand: the lease is renewed beside the work. `lost` is called where it cannot be; `letGo` ends it.
 */
export function hold(
  shop: Shop,
  job: Job,
  stopping: AbortSignal,
  report: (error: unknown) => void,
): { work: Work; letGo: () => void } {
  const extend = (progress?: Pick<Job, 'done' | 'total'>): Promise<boolean> =>
    jobs.extend(shop.db, job, leasedUntil(shop), progress);
  // Where the database is away the lease may end: what another process has finished then is not finished again.
  const timer = setInterval(() => extend().catch(report), LEASE / 3);
  timer.unref();
  return {
    work: {
      id: job.id,
      key: job.key,
      userId: job.userId,
      payload: job.payload,
      progress: async (done, total) => {
        if (stopping.aborted || !(await extend({ done, total }))) throw new PutDownError();
      },
    },
    letGo: () => clearInterval(timer),
  };
}
