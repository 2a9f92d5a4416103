import type { JsonObject } from '#core/model/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { cases, type Move, movedCases, moves } from '#server/store/index.ts';
import { moveBack } from './move-back.ts';
import { type CaseReport, moveCase, tryCase } from './move-case.ts';

const PAGE = 50;

type Progress = (done: number, total: number | null) => Promise<void>;

/**
 * Does the next part of a move, whatever it is: the dry run, the move itself, or the way back. Each case is a transaction
 * of its own; a process that dies leaves the others to the next one, which does none twice. Gives the counts.
 */
export async function runMove(services: Services, id: string, progress: Progress): Promise<JsonObject> {
  const move = await moves.get(services.db, id);
  if (!move) return { cases: 0 };
  if (move.status === 'trying')
    await eachCase(services, move, progress, (one) => tryCase(services, move, one));
  if (move.status === 'moving')
    await eachCase(services, move, progress, ({ id: one }) => moveCase(services, move, one));
  if (move.status === 'undoing') await eachMoved(services, move, progress);
  const ended = ENDS[move.status];
  const report = await reportOf(services, id);
  if (ended) await moves.change(services.db, move, { status: ended, report });
  return report;
}

const ENDS: { [status in Move['status']]?: Move['status'] } = {
  trying: 'tried',
  moving: 'moved',
  undoing: 'undone',
};

async function eachCase(
  { db }: Services,
  { origin }: Move,
  progress: Progress,
  work: (record: Awaited<ReturnType<typeof cases.ofEdition>>[number]) => Promise<unknown>,
): Promise<void> {
  let done = 0;
  for (let last = ''; ; ) {
    const page = await cases.ofEdition(db, origin, last, PAGE);
    const end = page.at(-1);
    if (!end) return;
    for (const record of page) {
      await progress(done, null);
      await work(record);
      done += 1;
    }
    last = end.id;
  }
}

async function eachMoved(services: Services, move: Move, progress: Progress): Promise<void> {
  let done = 0;
  for (let last = ''; ; ) {
    const page = await movedCases.page(services.db, move.id, { after: last, limit: PAGE, outcome: 'moved' });
    const end = page.at(-1);
    if (!end) return;
    for (const row of page) {
      await progress(done, null);
      await moveBack(services, move, row);
      done += 1;
    }
    last = end.caseId;
  }
}

/** Counts over all cases of a move. */
async function reportOf({ db }: Services, id: string): Promise<JsonObject> {
  const counts = { ready: 0, stays: 0, moved: 0, undone: 0 };
  const sums = { gaining: 0, setAside: 0, files: 0, stale: 0, unclear: 0 };
  const problems = new Map<string, number>();
  const reasons = new Map<string, number>();
  for (let last = ''; ; ) {
    const page = await movedCases.page(db, id, { after: last, limit: PAGE });
    const end = page.at(-1);
    if (!end) break;
    for (const { outcome, report } of page) {
      const one = report as unknown as CaseReport;
      counts[outcome] += 1;
      sums.gaining += one.gained.length > 0 ? 1 : 0;
      sums.setAside += one.setAside.length;
      sums.files += one.files;
      sums.stale += one.stale;
      sums.unclear += one.unclear > 0 ? 1 : 0;
      for (const { path, code } of one.gained) count(problems, `${code} ${withoutRow(path)}`);
      if (one.reason !== undefined) count(reasons, one.reason);
    }
    last = end.caseId;
  }
  return { ...counts, ...sums, problems: listed(problems), reasons: listed(reasons) };
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Of every row alike. */
const withoutRow = (path: string): string => path.replace(/^(\/[^/]+)\/\d+(?=\/|$)/, '$1');

/** The most frequent first. */
const listed = (counts: Map<string, number>): { what: string; cases: number }[] =>
  [...counts]
    .map(([what, cases]) => ({ what, cases }))
    .sort((a, b) => b.cases - a.cases || (a.what < b.what ? -1 : 1))
    .slice(0, 100);
