import { type Job, type JobProblem, jobs } from '#server/store/index.ts';
import { hold, PutDownError } from './hold.ts';
import { JobError, type Kind, type Shop } from './kind.ts';

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;
/** Enough to tell what was wrong. */
const MESSAGE = 500;

/** How a worker is told what went wrong. */
export type Report = (error: unknown, job?: Job) => void;

/** Runs a job that was leased, and says in its row how it went. Throws where the store fails. */
export async function runJob<S extends Shop>(
  services: S,
  kind: Kind<S>,
  job: Job,
  stopping: AbortSignal,
  report: Report,
): Promise<void> {
  if (job.attempts > kind.attempts) return giveUp(services, job, { code: 'died', params: {}, message: '' });
  const { work, letGo } = hold(services, job, stopping, (error) => report(error, job));
  try {
    const result = await kind.run(services, work);
    await jobs.finish(services.db, job, { status: 'done', result, finishedAt: now(services) });
  } catch (error) {
    if (error instanceof PutDownError) return putDown(services, job, stopping);
    report(error, job);
    await afterFailure(services, kind, job, error);
  } finally {
    letGo();
  }
}

const now = ({ clock }: Shop): string => clock().toISOString();

/** A process that stops gives its jobs to the next one at once, and the try does not count. */
async function putDown(shop: Shop, job: Job, stopping: AbortSignal): Promise<void> {
  if (!stopping.aborted) return;
  const { problem } = job;
  const attempts = job.attempts - 1;
  await jobs.finish(shop.db, job, { status: 'waiting', problem, dueAt: now(shop), attempts });
}

async function afterFailure<S>(shop: Shop, kind: Kind<S>, job: Job, error: unknown): Promise<void> {
  const problem = problemOf(error);
  if (error instanceof JobError || job.attempts >= kind.attempts) return giveUp(shop, job, problem);
  const { attempts } = job;
  const dueAt = new Date(shop.clock().getTime() + waitAfter(attempts)).toISOString();
  await jobs.finish(shop.db, job, { status: 'waiting', problem, dueAt, attempts });
}

async function giveUp(shop: Shop, job: Job, problem: JobProblem): Promise<void> {
  await jobs.finish(shop.db, job, { status: 'failed', problem, finishedAt: now(shop) });
}

/** Twice as long after each try, an hour at most. */
const waitAfter = (attempts: number): number => Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT);

function problemOf(error: unknown): JobProblem {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE);
  if (error instanceof JobError) return { code: error.code, params: error.params, message };
  return { code: 'error', params: {}, message };
}
