import type { PrintRunList, PrintRun as PrintRunView } from '#core/model/wire/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { jobs, type PrintRun, printRuns } from '#server/store/index.ts';
import { KIND } from './own-run.ts';

const LATEST = 10;

/** What this person has asked for within a day, newest first. */
export async function printRunList(services: Services, actor: Actor): Promise<PrintRunList> {
  const { db, clock } = services;
  const runs = await printRuns.ofUser(db, actor.userId, clock().toISOString(), LATEST);
  return { runs: await Promise.all(runs.map((run) => viewOf(services, run))) };
}

async function viewOf(services: Services, run: PrintRun): Promise<PrintRunView> {
  const { id, sheet, title, form, cases, printed, bytes, createdAt, expiresAt } = run;
  return {
    ...{ id, sheet, title, form, cases, printed, bytes, createdAt, expiresAt },
    ...(await progressOf(services, run)),
  };
}

type Progress = Pick<PrintRunView, 'status' | 'done' | 'problem'>;

/** A job that is gone, or ended without a file, has failed. */
async function progressOf({ db }: Services, { id, sha256, cases }: PrintRun): Promise<Progress> {
  if (sha256 !== null) return { status: 'done', done: cases, problem: null };
  const job = await jobs.ofKey(db, KIND, id);
  if (job?.status === 'waiting' || job?.status === 'running')
    return { status: job.status, done: job.done, problem: null };
  return { status: 'failed', done: job?.done ?? 0, problem: job?.problem?.code ?? 'died' };
}
