import type { MadeExample, Question } from '#core/draft/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { DraftChanged, ExampleKept, ExampleOf, ExampleView } from '#core/model/wire/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { changeDraft, draftSteps, openedDraft, textsOf } from '#server/services/drafts/index.ts';
import { type Actor, asActor, Failure, notFound, type Services } from '#server/services/ground/index.ts';
import { type DraftRecord, type Replay, readTogether, replayedCases } from '#server/store/index.ts';
import { prepare } from './replay-case.ts';
import type { Report } from './report.ts';
import { recordOf, replayOf, targetsOf } from './start-replay.ts';

type Files = Awaited<ReturnType<typeof textsOf>>;
type Made = {
  draft: DraftRecord;
  files: Files;
  folder: string;
  made: MadeExample;
  lines: ExampleView['lines'];
};

/**
 * What example an application that was replayed would become in the draft as it is now; nothing is kept. Throws
 * not-found, `draft-closed`, `draft-wrong`, `draft-too-hard`, `no-way`.
 */
export async function viewExample(services: Services, id: string, asked: ExampleOf): Promise<ExampleView> {
  const { draft, made, lines } = await makeExample(services, await replayOf(services, id), asked);
  return { length: draft.length, isBlocked: made.isBlocked ?? false, agrees: made.agrees, lines };
}

/** Keeps that example as a change of the draft, and the trail says out of which application. Throws as above and as `changeDraft`. */
export async function keepExample(
  services: Services,
  actor: Actor,
  id: string,
  { length, name, ...asked }: ExampleKept,
): Promise<DraftChanged> {
  const replay = await replayOf(services, id);
  const { draft, folder, made } = await makeExample(services, replay, asked);
  const file = `${folder}/cases/from-application-${newId().slice(-8).toLowerCase()}.json`;
  const content = { name, ...made.example } as unknown as JsonObject;
  const change = { kind: 'addFile', file, content };
  const changed = await changeDraft(services, actor, draft.id, { length, changes: [change] });
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, {
      action: 'draft-example',
      subject: draft.id,
      detail: { replay: id, case: asked.case, file },
    }),
  );
  return changed;
}

async function makeExample(services: Services, replay: Replay, asked: ExampleOf): Promise<Made> {
  const { db } = services;
  const draft = await openedDraft(services, db, replay.draft);
  if (!(await targetsOf(services, draft)).includes(replay.target)) throw notFound();
  const { source } = draft;
  const [files, way] = await Promise.all([
    textsOf(db, source),
    draftSteps(services, draft, { source, cycle: replay.target }),
  ]);
  const example = way && (await sourceOf(services, replay, asked, way));
  if (!example) throw new Failure('conflict', 'no-way');
  const replaying = { source, cycle: replay.target, calendar: null, watched: [] };
  const found = await services.drafting.example(replaying, files, example, questionOf(replay, asked));
  if (found === null) throw new Failure('invalid', 'draft-too-hard');
  return { draft, files, folder: folderOf(files, replay.target), ...found };
}

/** The application under the draft's own names, where it is one that the replay has read. Throws not-found. */
async function sourceOf(
  services: Services,
  replay: Replay,
  { case: caseId, line }: ExampleOf,
  way: Parameters<typeof prepare>[3],
) {
  const record = await recordOf(services, replay, caseId);
  if (line !== undefined && !(await replayedCases.has(services.db, { replay: replay.id, line, caseId })))
    throw notFound();
  const prepared = await prepare(services, readTogether(services.db), record, way);
  return prepared?.asked ?? null;
}

function questionOf({ report }: Replay, { line }: ExampleOf): Question | null {
  const found = (report as unknown as Report).lines.find(({ key }) => key === line);
  return found && isQuestion(found.kind) ? { code: found.code, rule: found.rule, path: found.path } : null;
}

const isQuestion = (kind: string): boolean => kind === 'blocked' || kind === 'allowed';

/** The folder of a cycle; of several the one whose settings say so. */
function folderOf(files: Files, cycle: string): string {
  const own = files.filter(({ path }) => identifyFile(path)?.kind === 'edition');
  const found = own.find(({ text }) => (JSON.parse(text) as { cycle?: { id?: string } }).cycle?.id === cycle);
  return found?.path.split('/')[0] ?? cycle;
}
