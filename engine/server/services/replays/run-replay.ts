import type { JsonObject } from '#core/model/index.ts';
import { ownTurn, type Services } from '#server/services/ground/index.ts';
import { cases, inTransaction, type Replay, replayedCases, replays } from '#server/store/index.ts';
import { outcomeOf, unchanged } from './outcome.ts';
import { type Batch, isAsked, openReading, type Run, readBatch } from './read-batch.ts';
import { lineOf, type Outcome, type Report, withOutcomes } from './report.ts';

type Progress = (done: number, total: number | null) => Promise<void>;
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
  const run = await openReading(services, replay);
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

async function countOf({ db }: Services, { cycle }: Replay): Promise<number> {
  const counts = await cases.countByCycle(db);
  return counts.find((one) => one.cycle === cycle)?.count ?? 0;
}

async function outcomesOf(
  services: Services,
  { files, replaying }: Run,
  { records, prepared }: Batch,
): Promise<Outcome[]> {
  const asked = prepared.flatMap((one) => (isAsked(one) ? [one.asked] : []));
  const answers = asked.length === 0 ? [] : await services.drafting.replay(replaying, files, asked);
  if (answers === null)
    throw new Error(`Replay: the draft's files <${replaying.source}> took too long on applications`);
  let next = 0;
  const outcomes: Outcome[] = [];
  for (const [index, record] of records.entries()) {
    const one = prepared[index] ?? null;
    if (one === 'alike') {
      outcomes.push(unchanged(record));
      continue;
    }
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
