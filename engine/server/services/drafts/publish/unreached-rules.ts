import type { Change } from '#core/change/index.ts';
import { asObject, type Json } from '#core/json/index.ts';
import type { DraftReasonText, DraftView } from '#core/model/wire/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  type Actor,
  asActor,
  type BeforeCycle,
  Failure,
  notFound,
  type Services,
  stale,
  type UnreachedRule,
} from '#server/services/ground/index.ts';
import { type DraftReason, type DraftRecord, draftReasons, drafts, replays } from '#server/store/index.ts';
import { textsOf } from '../files-of-draft.ts';
import { openedDraft } from '../opened-draft.ts';
import { changesOf } from './keep-steps.ts';

/** Fewer applications than so many are not counted before those who may not know who they are, and count for nothing here. */
export const LEAST_COUNTED = 5;
const LATEST = 20;

type TextFile = BeforeCycle['files'][number];
type Draft = Pick<DraftRecord, 'id' | 'source' | 'base'>;

/** The changed rules of a draft, one without errors, that no example reaches. Throws `draft-too-hard`. */
export async function rulesWithoutCase(services: Services, draft: Draft): Promise<UnreachedRule[]> {
  const files = await textsOf(services.db, draft.source);
  const [before, changes] = await Promise.all([
    beforeOf(services, draft.base, files),
    changesOf(services, draft, draft.source),
  ]);
  const renames = changes.filter(({ kind }) => kind === 'renameField') as Change[];
  const found = await services.drafting.unreached(draft.source, files, before, renames);
  if (found === null) throw new Failure('invalid', 'draft-too-hard');
  return found;
}

/** What each cycle was when the draft began; a new one grows out of the one that serves. */
async function beforeOf(services: Services, base: Draft['base'], files: TextFile[]): Promise<BeforeCycle[]> {
  const serving = (await services.editions.current()).definition.edition.cycle.id;
  const before = files.flatMap(cycleIn).map(async (cycle): Promise<BeforeCycle> => {
    const parent = base[cycle] ?? base[serving] ?? null;
    return { cycle, source: parent, files: parent === null ? [] : await textsOf(services.db, parent) };
  });
  return Promise.all(before);
}

/** The cycle that a file of settings is of. */
function cycleIn({ path, text }: TextFile): string[] {
  if (identifyFile(path)?.kind !== 'edition') return [];
  const { id } = asObject(asObject(JSON.parse(text) as Json).cycle);
  return typeof id === 'string' ? [id] : [];
}

/**
 * Of the changed rules those that neither an example nor a replay reaches, each with its reason where there is one. Of
 * replays those count, too, that read earlier files of the draft: the key of a rule is what it asks for.
 */
export async function unreachedRules(services: Services, draft: Draft): Promise<Unreached[]> {
  const [found, reasons, reached] = await Promise.all([
    rulesWithoutCase(services, draft),
    draftReasons.list(services.db, draft.id),
    reachedByReplays(services, draft.id),
  ]);
  return found
    .filter(({ key }) => !reached.has(key))
    .map((one) => ({ ...one, reason: reasons.find(({ rule }) => rule === one.key) ?? null }));
}

type Unreached = UnreachedRule & { reason: DraftReason | null };

async function reachedByReplays({ db }: Services, id: string): Promise<ReadonlySet<string>> {
  const finished = (await replays.ofDraft(db, id, LATEST)).filter(({ finishedAt }) => finishedAt !== null);
  const counts = finished.flatMap(({ report }) => Object.entries((report.reached ?? {}) as object));
  return new Set(counts.filter(([, count]) => count >= LEAST_COUNTED).map(([key]) => key));
}

/** Throws `draft-unreached` with one problem for each rule that neither anything reaches nor a reason speaks for. */
export async function refuseUnreached(services: Services, draft: Draft): Promise<void> {
  const open = (await unreachedRules(services, draft)).filter(({ reason }) => reason === null);
  if (open.length === 0) return;
  const problems = open.map(({ rule, section, heading, message, forms }) => ({
    ...{ path: '', section: section ?? '', code: 'unreached', rule, params: {} },
    place: [heading, ...forms.map(({ title }) => title)].join(' · '),
    message,
    severity: 'block' as const,
  }));
  throw new Failure('invalid', 'draft-unreached', { params: { count: open.length }, problems });
}

/** As the page of the draft has them; `names` of accounts by id. */
export function unreachedView(
  rules: readonly Unreached[],
  names: ReadonlyMap<string, string>,
): DraftView['unreached'] {
  return rules.map(({ key, cycle, heading, message, sentence, forms, reason }) => ({
    ...{ rule: key, cycle, heading, message, sentence, forms },
    reason: reason && { text: reason.text, at: reason.at, by: names.get(reason.by ?? '') ?? '' },
  }));
}

/**
 * Writes why a changed rule that nothing reaches is published all the same. It is part of what is approved: whatever was
 * submitted is so no longer. Throws not-found, `draft-closed`, `draft-wrong`, `draft-too-hard`, `stale`.
 */
export async function giveReason(
  services: Services,
  actor: Actor,
  id: string,
  { rule, text }: DraftReasonText,
): Promise<void> {
  const draft = await openedDraft(services, services.db, id);
  const known = await rulesWithoutCase(services, draft);
  if (!known.some(({ key }) => key === rule)) throw notFound();
  await asActor(services, actor, async (tx) => {
    const opened = {
      status: 'editing',
      ...{ submittedBy: null, approvedBy: null, approved: null, publishAt: null },
    } as const;
    if (!(await drafts.change(tx, draft, opened))) throw stale();
    const at = services.clock().toISOString();
    await draftReasons.put(tx, { draft: id, rule, at, by: actor.userId, text });
    await recordAudit(services, tx, actor, { action: 'draft-reason', subject: id, detail: { rule } });
  });
}
