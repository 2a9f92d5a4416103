import type { JsonObject } from '#core/model/index.ts';
import type { Created, ReplayStart } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { openedDraft, textsOf } from '#server/services/drafts/index.ts';
import { type Actor, asActor, Failure, notFound, type Services } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  cases,
  type DraftRecord,
  jobs,
  type Replay,
  replays,
  type Tx,
} from '#server/store/index.ts';
import { EMPTY } from './report.ts';

const KIND = 'replay-cases';
/** So many of a draft are looked through for one that runs. */
const LATEST = 20;

/**
 * Asks a job to read the applications of a cycle under the files of a draft that were seen. Throws not-found,
 * `draft-closed`, `replay-moved` where the draft has changed, `draft-wrong`, `draft-too-hard`, `replay-running`.
 */
export async function startReplay(
  services: Services,
  actor: Actor,
  draftId: string,
  { source, cycle, target, mode }: ReplayStart,
): Promise<Created> {
  const draft = await openedDraft(services, services.db, draftId);
  if (draft.source !== source) throw new Failure('conflict', 'replay-moved');
  if (!(await targetsOf(services, draft)).includes(target)) throw notFound();
  const id = newId();
  await asActor(services, actor, async (tx) => {
    if (await isRunning(tx, draftId)) throw new Failure('conflict', 'replay-running');
    const createdAt = services.clock().toISOString();
    const { programme } = draft;
    await replays.create(tx, {
      ...{ id, programme, draft: draftId, source, cycle, target, mode, reached: '' },
      ...{ report: EMPTY as unknown as JsonObject, createdAt, createdBy: actor.userId, finishedAt: null },
    });
    const job = { id: newId(), kind: KIND, key: id, userId: actor.userId, payload: { replay: id } };
    await jobs.create(tx, { ...job, dueAt: createdAt, createdAt });
    const detail = { replay: id, source, cycle, target, mode };
    await recordAudit(services, tx, actor, { action: 'replay', subject: draftId, detail });
  });
  return { id };
}

/** The cycles of a draft, one without problems. */
export async function targetsOf(services: Services, { source }: DraftRecord): Promise<string[]> {
  const checked = await services.drafting.check(source, await textsOf(services.db, source));
  if (checked === null) throw new Failure('invalid', 'draft-too-hard');
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) throw new Failure('invalid', 'draft-wrong', { params: { errors } });
  return checked.editions.map(({ cycle }) => cycle);
}

async function isRunning(tx: Tx, draft: string): Promise<boolean> {
  const latest = await replays.ofDraft(tx, draft, LATEST);
  const states = await Promise.all(latest.map((one) => progressOf(tx, one)));
  return states.some(({ status }) => status === 'waiting' || status === 'running');
}

type Progress = {
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
};

/** How far a replay is; one whose job is gone was given up. */
export async function progressOf(tx: Tx, { id, finishedAt, report }: Replay): Promise<Progress> {
  const cases = Number(report.cases ?? 0);
  if (finishedAt !== null) return { status: 'done', done: cases, total: cases };
  const job = await jobs.ofKey(tx, KIND, id);
  if (!job) return { status: 'cancelled', done: cases, total: null };
  // Between the last page and the end of the job.
  const status = job.status === 'done' ? 'running' : job.status;
  return { status, done: job.done, total: job.total };
}

/** Ends a replay where it stands; what was counted stays, and nobody sees it. Throws not-found, `replay-over`. */
export async function cancelReplay(services: Services, actor: Actor, id: string): Promise<void> {
  const replay = await replayOf(services, id);
  await asActor(services, actor, async (tx) => {
    const job = await jobs.ofKey(tx, KIND, id);
    if (!job || !(await jobs.cancel(tx, job.id, services.clock().toISOString())))
      throw new Failure('conflict', 'replay-over');
    const detail = { replay: id, source: replay.source };
    await recordAudit(services, tx, actor, { action: 'replay-cancel', subject: replay.draft, detail });
  });
}

/** The replay, of this programme. Throws not-found. */
export async function replayOf(services: Services, id: string): Promise<Replay> {
  const { programme } = (await services.editions.current()).definition;
  const replay = await replays.get(services.db, id);
  if (!replay || replay.programme !== programme.id) throw notFound();
  return replay;
}

/** An application of the cycle that was handed in, and so replayed. Throws not-found. */
export async function recordOf({ db }: Services, { cycle }: Replay, id: string): Promise<CaseRecord> {
  const [record] = await cases.byIds(db, [id]);
  if (!record || record.cycle !== cycle || record.subject !== 'application' || record.context.round === 0)
    throw notFound();
  return record;
}
