import { type Change, invert, type LeafEffect } from '#core/change/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import type {
  DraftChanged,
  DraftChanges,
  DraftRemarkText,
  DraftStep,
  DraftUndo,
} from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { fileOf, sourceOf } from '#server/services/editions/index.ts';
import { type Actor, asActor, Failure, type Services, stale } from '#server/services/ground/index.ts';
import {
  type DraftChange,
  type DraftRecord,
  draftChanges,
  draftRemarks,
  drafts,
  sources,
} from '#server/store/index.ts';
import { textsOf } from './files-of-draft.ts';
import { lineOf } from './lines.ts';
import { openedDraft } from './opened-draft.ts';

type Act = { changes: JsonObject[]; why: string; undoes: DraftChange[] };

/**
 * Makes one change or several as one act: all of them or none. Whatever was submitted or approved is so no longer.
 * Throws not-found, `draft-closed`, `draft-moved` with the lines that came between, `draft-refused-change`,
 * `draft-limits`, `draft-too-hard`.
 */
export async function changeDraft(
  services: Services,
  actor: Actor,
  id: string,
  { length, changes, why = '' }: DraftChanges,
): Promise<DraftChanged> {
  const draft = await seenAt(services, id, length);
  return append(services, actor, draft, { changes: changes as JsonObject[], why, undoes: [] });
}

/**
 * Takes an act back, whatever came after it: its inverse is appended. An undo is taken back in the same way, which makes
 * the act again. Throws as `changeDraft`, and `draft-undone`.
 */
export async function undoAct(
  services: Services,
  actor: Actor,
  id: string,
  { length, act }: DraftUndo,
): Promise<DraftChanged> {
  const draft = await seenAt(services, id, length);
  const lines = (await draftChanges.list(services.db, id)).filter((line) => line.act === act);
  if (lines.length === 0 || lines.some(({ undoneBy }) => undoneBy !== null))
    throw new Failure('conflict', 'draft-undone');
  const changes = lines.toReversed().map(inverseOf);
  return append(services, actor, draft, { changes, why: '', undoes: lines });
}

const inverseOf = ({ kind, parameters, effects }: DraftChange): JsonObject =>
  invert({ kind, ...parameters } as Change, effects as unknown as LeafEffect[]) as JsonObject;

/** The draft, where its list is as long as it was seen. */
async function seenAt(services: Services, id: string, length: number): Promise<DraftRecord> {
  const draft = await openedDraft(services, services.db, id);
  if (draft.length === length) return draft;
  const between = (await draftChanges.list(services.db, id)).slice(length);
  const { locale } = (await services.editions.current()).definition.programme;
  const value = between.map((line) => lineOf(line, locale, new Map())) as unknown as Json;
  throw new Failure('conflict', 'draft-moved', { current: { version: draft.length, value } });
}

/** Makes the changes beside the requests, then appends them where nobody else has appended meanwhile. */
async function append(
  services: Services,
  actor: Actor,
  draft: DraftRecord,
  { changes, why, undoes }: Act,
): Promise<DraftChanged> {
  const made = await services.drafting.make(await textsOf(services.db, draft.source), changes);
  if (made === null) throw new Failure('invalid', 'draft-too-hard');
  if ('exceeds' in made) throw new Failure('too-large', 'draft-limits', { params: { file: made.exceeds } });
  if ('problem' in made) {
    const params = { index: made.index + 1, problem: made.problem.message };
    throw new Failure('invalid', 'draft-refused-change', { params });
  }
  const taken = sourceOf(made.files.map(({ path, text }) => fileOf(path, text)));
  const { source } = taken;
  const act = await nextAct(services, draft);
  const length = draft.length + made.changes.length;
  await asActor(services, actor, async (tx) => {
    const opened = {
      status: 'editing',
      submittedBy: null,
      approvedBy: null,
      approved: null,
      publishAt: null,
    } as const;
    if (!(await drafts.change(tx, draft, { source, length, ...opened }))) throw stale();
    await sources.keep(tx, source, taken.files);
    for (const [index, { change, effects, sentences }] of made.changes.entries()) {
      const { kind, ...parameters } = change;
      await draftChanges.append(tx, {
        draft: draft.id,
        number: draft.length + index + 1,
        act,
        at: services.clock().toISOString(),
        by: actor.userId,
        why,
        kind: String(kind),
        parameters,
        effects,
        sentences,
        undoes: undoes[0]?.act ?? null,
        undoneBy: null,
        source,
      });
    }
    if (undoes[0]) await markUndone(tx, draft.id, undoes[0], act);
    await recordAudit(services, tx, actor, {
      action: undoes.length > 0 ? 'draft-undo' : 'draft-change',
      subject: draft.id,
      detail: { act, kinds: made.changes.map(({ change }) => change.kind ?? ''), source },
    });
  });
  return { length, act, source };
}

/** What an undo took back holds again once the undo is taken back. */
async function markUndone(
  tx: Parameters<typeof draftChanges.mark>[0],
  draft: string,
  { act, undoes }: DraftChange,
  by: number,
): Promise<void> {
  await draftChanges.mark(tx, draft, act, by);
  if (undoes !== null) await draftChanges.mark(tx, draft, undoes, null);
}

async function nextAct(services: Services, { id }: DraftRecord): Promise<number> {
  const last = (await draftChanges.list(services.db, id)).at(-1);
  return (last?.act ?? 0) + 1;
}

/** Writes something about a draft, or about one of its changes. Throws not-found. */
export async function remarkOnDraft(
  services: Services,
  actor: Actor,
  id: string,
  { text, change }: DraftRemarkText,
): Promise<void> {
  await asActor(services, actor, async (tx) => {
    const draft = await openedDraft(services, tx, id);
    const at = services.clock().toISOString();
    const about = change ?? null;
    await draftRemarks.add(tx, { id: newId(), draft: draft.id, change: about, at, by: actor.userId, text });
    await recordAudit(services, tx, actor, { action: 'draft-remark', subject: id });
  });
}

/** Submits the draft, or gives it up, with the files that were seen. Throws not-found, `draft-closed`, `stale`. */
export async function stepDraft(
  services: Services,
  actor: Actor,
  id: string,
  step: 'submit' | 'discard',
  { source, why = '' }: DraftStep,
): Promise<void> {
  await asActor(services, actor, async (tx) => {
    const draft = await openedDraft(services, tx, id);
    const changes =
      step === 'submit'
        ? ({ status: 'submitted', submittedBy: actor.userId, why } as const)
        : ({ status: 'abandoned', approved: null, publishAt: null, why } as const);
    if (draft.source !== source || !(await drafts.change(tx, draft, changes))) throw stale();
    await recordAudit(services, tx, actor, {
      action: step === 'submit' ? 'draft-submit' : 'draft-discard',
      subject: id,
      detail: { source },
    });
  });
}
