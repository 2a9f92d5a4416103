import type { CycleDefinition, JsonObject } from '#core/model/index.ts';
import { draftOf, draftSteps, rulesWithoutCase, textsOf } from '#server/services/drafts/index.ts';
import { ownTurn, type Replaying, type Services } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  cases,
  inTransaction,
  type Replay,
  readTogether,
  replayedCases,
  replays,
} from '#server/store/index.ts';
import { outcomeOf } from './outcome.ts';
import { type Prepared, prepare, type Way } from './replay-case.ts';
import { lineOf, type Outcome, type Report, withOutcomes } from './report.ts';

const PAGE = 100;

type Progress = (done: number, total: number | null) => Promise<void>;
type TextFiles = Awaited<ReturnType<typeof textsOf>>;
/** What every page of applications is read with. */
type Run = { files: TextFiles; replaying: Replaying; way: Way | null };
/** A page of applications, each carried to the draft; `end`: the last of them, `read`: how many there were. */
type Batch = { end: string; read: number; records: CaseRecord[]; prepared: Prepared[] };

/**
 * Reads the applications of a cycle that were handed in under the draft, page by page; while the draft is asked of one,
 * the next is read. A page is counted in one transaction with how far it goes: a process that takes over counts none
 * twice. Gives the number of applications. Throws where the draft takes too long.
 */
export async function runReplay(services: Services, id: string, progress: Progress): Promise<JsonObject> {
  const { db } = services;
  let replay = await replays.get(db, id);
  if (!replay || replay.finishedAt !== null) return { cases: casesOf(replay) };
  const total = await countOf(services, replay);
  const run = await openRun(services, replay);
  let next = readBatch(services, replay, run);
  try {
    for (let seen = casesOf(replay); ; ) {
      await progress(Math.min(seen, total), total);
      const batch = await next;
      if (!batch) break;
      next = readBatch(services, { ...replay, reached: batch.end }, run);
      // It is waited for in its turn, or not at all where this one fails.
      next.catch(() => undefined);
      const outcomes = await outcomesOf(services, run, batch);
      if (!(await store(services, replay, batch.end, outcomes))) return { cases: casesOf(replay) };
      seen += batch.read;
      replay = (await replays.get(db, id)) ?? replay;
    }
  } finally {
    await next.catch(() => undefined);
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

/** What applications are read with under the files that a replay is of. */
export async function openRun(
  services: Services,
  { draft, source, cycle, target, mode }: Replay,
): Promise<Run> {
  const files = await textsOf(services.db, source);
  const record = await draftOf(services, services.db, draft);
  const [way, unreached, calendar] = await Promise.all([
    draftSteps(services, record, { source, cycle: target }),
    rulesWithoutCase(services, { ...record, source }),
    mode === 'rules' ? calendarOf(services, cycle) : null,
  ]);
  const watched = unreached
    .filter((one) => one.cycle === target)
    .map(({ key, section, rule, forms }) => ({ key, section, rule, forms }));
  return { files, replaying: { source, cycle: target, calendar, watched }, way };
}

/** The year and days of the cycle that the applications are of. */
async function calendarOf({ editions }: Services, wanted: string): Promise<CycleDefinition | null> {
  const found = (await editions.cycles()).find(({ cycle }) => cycle === wanted);
  return found?.editions[0]?.definition.edition.cycle ?? null;
}

async function readBatch(
  services: Services,
  { cycle, reached }: Replay,
  { way }: Run,
): Promise<Batch | null> {
  const page = await cases.ofCycle(services.db, cycle, reached, PAGE);
  const end = page.at(-1);
  if (!end) return null;
  const records = page.filter(isHandedIn);
  const tx = readTogether(services.db);
  const prepared = await Promise.all(
    records.map((record) => (way === null ? null : prepare(services, tx, record, way))),
  );
  return { end: end.id, read: page.length, records, prepared };
}

async function outcomesOf(
  services: Services,
  { files, replaying }: Run,
  { records, prepared }: Batch,
): Promise<Outcome[]> {
  const asked = prepared.flatMap((one) => (one === null ? [] : [one.asked]));
  const answers = asked.length === 0 ? [] : await services.drafting.replay(replaying, files, asked);
  if (answers === null)
    throw new Error(`Replay: the draft's files <${replaying.source}> took too long on applications`);
  let next = 0;
  const outcomes: Outcome[] = [];
  for (const [index, record] of records.entries()) {
    const one = prepared[index] ?? null;
    const answer = one === null ? null : (answers[next++] ?? null);
    // A sheet that does not fit is measured once more here.
    if (answer?.outputs.some(({ kind }) => kind === 'overflow')) await ownTurn();
    outcomes.push(outcomeOf(record, one, answer));
  }
  return outcomes;
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
