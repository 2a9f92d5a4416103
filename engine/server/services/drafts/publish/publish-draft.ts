import { assemble } from '#core/assemble/index.ts';
import type { LoadedEdition } from '#core/model/index.ts';
import type { DraftApproval } from '#core/model/wire/index.ts';
import { cleanLine } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import { addSeeded } from '#server/services/accounts/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { appendPublication, fileOf, keepEdition, type Ready } from '#server/services/editions/index.ts';
import { proveAgain } from '#server/services/entry/index.ts';
import {
  type Actor,
  asActor,
  Failure,
  forbidden,
  type Services,
  stale,
} from '#server/services/ground/index.ts';
import {
  type DraftRecord,
  draftChanges,
  draftReasons,
  drafts,
  inTransaction,
  jobs,
  organisations,
  programmes,
  publications,
  type Tx,
} from '#server/store/index.ts';
import { textsOf } from '../files-of-draft.ts';
import { authorsOf, openedDraft } from '../opened-draft.ts';
import { comingOf, keepSteps } from './keep-steps.ts';
import { refuseAtHour } from './refuse-at-hour.ts';
import { refuseHeld } from './refuse-held.ts';
import { refuseUnreached } from './unreached-rules.ts';

/**
 * A second person approves the files that were submitted: they are published at once, or at the hour given. What they
 * are is checked here and, of an hour, once more then. Throws not-found, `draft-closed`, `draft-not-submitted`, `own-draft`,
 * `wrong-code`, `draft-wrong`, `draft-unreached`, `draft-too-hard`, `draft-nothing`, `draft-base-moved`, `role-held`, `kind-held`, `stale`.
 */
export async function approveDraft(
  services: Services,
  actor: Actor,
  id: string,
  { source, at, code }: DraftApproval,
): Promise<void> {
  const draft = await openedDraft(services, services.db, id);
  if (draft.status === 'editing' || draft.source !== source)
    throw new Failure('conflict', 'draft-not-submitted');
  await refuseAuthor(services, actor, draft);
  await proveAgain(services, actor, code);
  const editions = await checkedEditions(services, draft);
  const now = services.clock();
  const publishAt = at === undefined ? now : new Date(at);
  if (Number.isNaN(publishAt.getTime())) throw new Failure('invalid', 'bad-request');
  const approval = { status: 'approved', approvedBy: actor.userId, approved: source } as const;
  const isLater = publishAt > now;
  if (!isLater) await keepAllSteps(services, draft, editions);
  await asActor(services, actor, async (tx) => {
    const changes = { ...approval, publishAt: isLater ? publishAt.toISOString() : null };
    if (!(await drafts.change(tx, draft, changes))) throw stale();
    await recordAudit(services, tx, actor, {
      action: 'draft-approve',
      subject: id,
      detail: { source, at: publishAt.toISOString() },
    });
    const approved = { ...draft, ...changes, version: draft.version + 1 };
    if (isLater) await askForJob(tx, approved, publishAt, now);
    else await publish(services, tx, actor, approved, editions);
  });
  if (isLater) return;
  await services.editions.refresh();
  await seedMissing(services);
}

/**
 * Publishes a draft whose hour has come, once, where its files are still those that were approved. Gives false where they
 * are not, or it is published. One that does not hold any more waits for an approval again. Throws Failure as above.
 */
export async function publishApproved(services: Services, id: string): Promise<boolean> {
  const draft = await drafts.get(services.db, id);
  if (draft?.status !== 'approved' || draft.approved !== draft.source) return false;
  if (draft.publishAt === null || draft.publishAt > services.clock().toISOString()) return false;
  try {
    await publishNow(services, draft);
  } catch (error) {
    if (error instanceof Failure && error.code !== 'stale') await refuseAtHour(services, draft, error);
    throw error;
  }
  await services.editions.refresh();
  await seedMissing(services);
  return true;
}

async function publishNow(services: Services, draft: DraftRecord): Promise<void> {
  const editions = await checkedEditions(services, draft);
  await keepAllSteps(services, draft, editions);
  const by = draft.approvedBy === null ? null : { userId: draft.approvedBy };
  await inTransaction(services.db, (tx) => publish(services, tx, by, draft, editions));
}

/** None of those who wrote it may approve it. */
async function refuseAuthor({ db }: Services, { userId }: Actor, draft: DraftRecord): Promise<void> {
  const lines = await draftChanges.list(db, draft.id);
  const reasons = await draftReasons.list(db, draft.id);
  if (authorsOf(draft, [...lines, ...reasons]).includes(userId)) throw new Failure('forbidden', 'own-draft');
}

async function checkedEditions(services: Services, draft: DraftRecord): Promise<LoadedEdition[]> {
  const { source } = draft;
  const files = await textsOf(services.db, source);
  const checked = await services.drafting.check(source, files);
  if (checked === null) throw new Failure('invalid', 'draft-too-hard');
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) throw new Failure('invalid', 'draft-wrong', { params: { errors } });
  await refuseUnreached(services, draft);
  return assemble(files.map(({ path, text }) => fileOf(path, text)));
}

/** Before the transaction: finding out takes a while, and says nothing until the edition is published. */
async function keepAllSteps(
  services: Services,
  draft: DraftRecord,
  editions: LoadedEdition[],
): Promise<void> {
  for (const edition of editions) await keepSteps(services, comingOf(edition), draft);
}

/** Of a draft each hour is one job: whoever sets another hour gets another. */
async function askForJob(tx: Tx, draft: DraftRecord, dueAt: Date, now: Date): Promise<void> {
  await jobs.create(tx, {
    id: newId(),
    kind: 'publish-draft',
    key: `${draft.id} ${draft.version}`,
    userId: draft.approvedBy ?? '',
    payload: { draft: draft.id },
    dueAt: dueAt.toISOString(),
    createdAt: now.toISOString(),
  });
}

/** All cycles of the draft that differ from what is published, in one transaction with the draft itself. */
async function publish(
  services: Services,
  tx: Tx,
  by: Pick<Actor, 'userId'> | null,
  draft: DraftRecord,
  editions: LoadedEdition[],
): Promise<void> {
  await programmes.lock(tx, draft.programme);
  const programme = await programmeOf(services, tx, draft, editions);
  const isFirst = programme !== draft.programme;
  const ready: Ready[] = [];
  for (const edition of editions) ready.push(await keepEdition(tx, edition));
  const different = await differing(tx, { base: isFirst ? {} : draft.base, programme }, ready);
  for (const { definition } of editions) await refuseHeld(services, tx, definition.programme);
  if (different.length === 0) throw new Failure('conflict', 'draft-nothing');
  const act = { at: services.clock().toISOString(), by: by?.userId ?? null, why: draft.why };
  for (const one of different) {
    await appendPublication(tx, 'publish', one, act);
    const detail = { cycle: one.cycle, source: one.source ?? '', draft: draft.id };
    await recordAudit(services, tx, by, { action: 'publish', subject: one.edition, detail });
  }
  if (isFirst) await beginProgramme(tx, draft, programme, editions);
  if (!(await drafts.change(tx, draft, { status: 'published' }))) throw stale();
}

/** Whose editions they are: the draft's programme, or the first one where the desk alone is served. Throws forbidden. */
async function programmeOf(
  { editions: served }: Services,
  tx: Tx,
  { programme }: DraftRecord,
  editions: LoadedEdition[],
): Promise<string> {
  const [named = programme, ...more] = new Set(editions.map(({ definition }) => definition.programme.id));
  if (more.length > 0) throw forbidden();
  if (named === programme) return programme;
  const isFirst = served.isVacant() && (await programmes.begunBesides(tx, programme)).length === 0;
  if (!isFirst) throw forbidden();
  return named;
}

/**
 * What was at the desk goes on as the programme's: its drafts, and the organisations that are there already, by the names
 * that it gives them. Its files count as taken in, so that a folder of it that differs waits as a draft.
 */
async function beginProgramme(
  tx: Tx,
  draft: DraftRecord,
  programme: string,
  editions: LoadedEdition[],
): Promise<void> {
  await drafts.handOver(tx, draft.programme, programme);
  await programmes.remember(tx, programme, draft.source);
  for (const { id, name } of editions[0]?.definition.programme.seed.organisations ?? []) {
    const known = await organisations.get(tx, id);
    if (known) await organisations.update(tx, id, known.version, { name: cleanLine(name) });
  }
}

/** Organisations that the programme begins with and that are not there yet; the next start makes what is left out here. */
async function seedMissing(services: Services): Promise<void> {
  const { programme } = (await services.editions.current()).definition;
  await inTransaction(services.db, async (tx) => {
    for (const seed of programme.seed.organisations)
      if (!(await organisations.get(tx, seed.id))) await addSeeded(services, tx, seed);
  });
}

/** Throws `draft-base-moved` where a cycle that is to be published is not what it was when the draft began. */
async function differing(
  tx: Tx,
  { base, programme }: Pick<DraftRecord, 'base' | 'programme'>,
  ready: Ready[],
): Promise<Ready[]> {
  const different: Ready[] = [];
  for (const one of ready) {
    const last = await publications.last(tx, programme, one.cycle);
    if (last?.source === one.source && last.edition === one.edition) continue;
    if ((last?.source ?? null) !== (base[one.cycle] ?? null))
      throw new Failure('conflict', 'draft-base-moved', { params: { cycle: one.cycle } });
    different.push(one);
  }
  return different;
}
