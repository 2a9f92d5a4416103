import type { JsonObject } from '#core/model/index.ts';
import { draftOf, draftSteps, textsOf } from '#server/services/drafts/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  cases,
  inTransaction,
  type Replay,
  readTogether,
  replayedCases,
  replays,
} from '#server/store/index.ts';
import { outcomeOf, prepare, type Way } from './replay-case.ts';
import { lineOf, type Outcome, type Report, withOutcomes } from './report.ts';

const PAGE = 100;

type Progress = (done: number, total: number | null) => Promise<void>;
type TextFiles = Awaited<ReturnType<typeof textsOf>>;
/** What every page of applications is read with. */
type Run = { files: TextFiles; way: Way | null };

/**
 * Reads the applications of a cycle that were handed in under the draft, page by page. A page is counted in one
 * transaction with how far it goes: a process that takes over counts none twice. Gives the number of applications. Throws
 * where the draft takes too long.
 */
export async function runReplay(services: Services, id: string, progress: Progress): Promise<JsonObject> {
  const { db } = services;
  let replay = await replays.get(db, id);
  if (!replay || replay.finishedAt !== null) return { cases: casesOf(replay) };
  const total = await countOf(services, replay);
  const run = await openRun(services, replay);
  for (let seen = casesOf(replay); ; ) {
    await progress(Math.min(seen, total), total);
    const page = await cases.ofCycle(db, replay.cycle, replay.reached, PAGE);
    const end = page.at(-1);
    if (!end) break;
    const outcomes = await outcomesOf(services, replay, page.filter(isHandedIn), run);
    if (!(await store(services, replay, end.id, outcomes))) return { cases: casesOf(replay) };
    seen += page.length;
    replay = (await replays.get(db, id)) ?? replay;
  }
  await replays.change(db, replay, { finishedAt: services.clock().toISOString() });
  return { cases: casesOf(replay) };
}

const casesOf = (replay: Replay | null): number => Number(replay?.report.cases ?? 0);

/** What is still being filled in for the first time is nobody else's to read, and its gaps say nothing of the draft. */
const isHandedIn = ({ context }: CaseRecord): boolean => context.round > 0;

async function countOf({ db }: Services, { cycle }: Replay): Promise<number> {
  const counts = await cases.countByCycle(db);
  return counts.find((one) => one.cycle === cycle)?.count ?? 0;
}

async function openRun(services: Services, { draft, source, target }: Replay): Promise<Run> {
  const files = await textsOf(services.db, source);
  const record = await draftOf(services, services.db, draft);
  return { files, way: await draftSteps(services, record, { source, cycle: target }) };
}

async function outcomesOf(
  services: Services,
  { source, target }: Replay,
  records: CaseRecord[],
  { files, way }: Run,
): Promise<Outcome[]> {
  const tx = readTogether(services.db);
  const prepared = await Promise.all(
    records.map((record) => (way === null ? null : prepare(services, tx, record, way))),
  );
  const asked = prepared.flatMap((one) => (one === null ? [] : [one.asked]));
  const answers = asked.length === 0 ? [] : await services.drafting.replay(source, files, target, asked);
  if (answers === null)
    throw new Error(`Replay: the draft's files <${source}> took too long on applications`);
  let next = 0;
  return records.map((record, index) => {
    const one = prepared[index] ?? null;
    const answer = one === null ? null : (answers[next++] ?? null);
    return outcomeOf(record, one, answer);
  });
}

/** False where somebody else has counted this page. */
function store({ db }: Services, replay: Replay, reached: string, outcomes: Outcome[]): Promise<boolean> {
  const report = withOutcomes(replay.report as unknown as Report, outcomes);
  return inTransaction(db, async (tx) => {
    if (!(await replays.change(tx, replay, { reached, report: report as unknown as JsonObject })))
      return false;
    await replayedCases.add(
      tx,
      outcomes.flatMap((one) => rowsOf(replay, one)),
    );
    return true;
  });
}

function rowsOf({ id: replay }: Replay, outcome: Outcome) {
  if ('stays' in outcome) return [];
  const lines = new Set(outcome.effects.map(lineOf));
  const { caseId, category } = outcome;
  return [...lines].map((line) => ({ caseId, replay, line, category: category.id }));
}
