import type { AnswerStep } from '#core/change/index.ts';
import { hashDefinition } from '#core/compile/index.ts';
import type { Json, JsonObject, LoadedEdition } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { textOf } from '#server/services/editions/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import {
  type DraftRecord,
  draftChanges,
  editionSteps,
  type Publication,
  publications,
} from '#server/store/index.ts';
import { textsOf } from '../files-of-draft.ts';

type TextFile = { path: string; text: string };

/** An edition that is about to be published, and its files. */
type Coming = { programme: string; cycle: string; edition: string; files: TextFile[] };

/** The same of an edition as it was assembled. */
export const comingOf = ({ definition, files }: LoadedEdition): Coming => ({
  programme: definition.programme.id,
  cycle: definition.edition.cycle.id,
  edition: hashDefinition(definition),
  files: files.map(({ path, ...file }) => ({ path, text: textOf(file) })),
});

/**
 * Keeps what becomes of answers on the way from what a cycle has published to an edition that is about to be: of a draft
 * its changes say it, of files from elsewhere what differs. A cycle that is new grows out of the one that serves. Where
 * the earlier files are not kept, or the difference is too large, there is no way, and answers stay as they are.
 */
export async function keepSteps(
  services: Services,
  { programme, cycle, edition, files }: Coming,
  draft: DraftRecord | null = null,
): Promise<void> {
  const parent = await parentOf(services, programme, cycle);
  if (!parent || parent.source === null || parent.edition === edition) return;
  if (services.editions.steps(parent.edition, edition)) return;
  const changed = draft && { began: draft.began, changes: await changesOf(services, draft, draft.source) };
  const steps = await stepsFrom(services, { ...parent, source: parent.source }, { cycle, files }, changed);
  if (steps === null) return;
  await editionSteps.keep(services.db, { edition, parent: parent.edition, steps: steps as unknown as Json });
}

/**
 * What becomes of answers on the way from what a cycle has published, `from`, to a draft as its files
 * were at `source`. Null where nobody knows the way.
 */
export async function draftSteps(
  services: Services,
  draft: DraftRecord,
  { source, cycle }: { source: string; cycle: string },
): Promise<{ from: string; steps: AnswerStep[] } | null> {
  const parent = await parentOf(services, draft.programme, cycle);
  if (!parent || parent.source === null) return null;
  const changed = { began: draft.began, changes: await changesOf(services, draft, source) };
  const steps = await stepsFrom(
    services,
    { ...parent, source: parent.source },
    { cycle, files: [] },
    changed,
  );
  return steps && { from: parent.edition, steps };
}

/** Of a draft what it began with and its changes, of `files` from elsewhere what differs. */
async function stepsFrom(
  services: Services,
  parent: { cycle: string; source: string },
  { cycle, files }: Pick<Coming, 'cycle' | 'files'>,
  changed: { began: string; changes: JsonObject[] } | null,
): Promise<AnswerStep[] | null> {
  const before = await textsOf(services.db, parent.source);
  const began = changed === null ? files : await beganWith(services, changed, cycle);
  const changes = changed?.changes ?? [];
  const isNew = parent.cycle !== cycle && began.every(({ path }) => identifyFile(path)?.cycle !== cycle);
  return services.drafting.steps(before, isNew ? before : began, changes, cycle);
}

/** What the cycle has published last; of a new cycle what serves now. */
async function parentOf(services: Services, programme: string, cycle: string): Promise<Publication | null> {
  const last = await publications.last(services.db, programme, cycle);
  if (last) return last;
  const serving = await services.editions.current().catch(() => null);
  return serving && publications.last(services.db, programme, serving.definition.edition.cycle.id);
}

/** The files that a draft began with, of one cycle and of all. */
async function beganWith(
  services: Services,
  { began }: Pick<DraftRecord, 'began'>,
  cycle: string,
): Promise<TextFile[]> {
  const all = await textsOf(services.db, began);
  return all.filter(({ path }) => (identifyFile(path)?.cycle ?? cycle) === cycle);
}

/** The changes of a draft as far as its files were those of a source. */
export async function changesOf(
  { db }: Services,
  { id }: Pick<DraftRecord, 'id'>,
  source: string,
): Promise<JsonObject[]> {
  const lines = await draftChanges.list(db, id);
  const last = lines.findLastIndex((line) => line.source === source);
  return lines.slice(0, last + 1).map(({ kind, parameters }) => ({ kind, ...parameters }));
}
