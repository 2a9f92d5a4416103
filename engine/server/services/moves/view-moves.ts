import type { MovedCasePage, MoveList, MoveView } from '#core/model/wire/index.ts';
import { seeCase } from '#server/services/case/index.ts';
import { type Actor, Failure, type Services } from '#server/services/ground/index.ts';
import {
  cases,
  type Move,
  type MovedCase,
  movedCases,
  moves,
  publications,
  readTogether,
  users,
} from '#server/store/index.ts';
import type { CaseReport } from './move-case.ts';
import { moveOf } from './start-move.ts';

const PAGE = 50;

/** The moves of the programme, newest first, and under which editions its applications are: numbers alone. */
export async function moveList(services: Services): Promise<MoveList> {
  const { programme } = (await services.editions.current()).definition;
  const all = await moves.list(services.db, programme.id);
  const names = await namesOf(services, all);
  return {
    moves: all.map((one) => viewOf(one, names)),
    editions: await editionsAtWork(services, programme.id),
  };
}

async function editionsAtWork(services: Services, programme: string): Promise<MoveList['editions']> {
  const counts = await cases.countByEdition(services.db);
  const lines = counts.map(async ({ edition, count }) => {
    const { edition: settings } = (await services.editions.get(edition)).definition;
    const { id: cycle, title } = settings.cycle;
    const last = await publications.last(services.db, programme, cycle);
    const published = last?.act !== 'retire' && last?.edition === edition;
    return { edition, cycle, title, cases: count, published };
  });
  return Promise.all(lines);
}

/** One move with its counts. Throws not-found. */
export async function moveView(services: Services, id: string): Promise<MoveView> {
  const move = await moveOf(services, id);
  return viewOf(move, await namesOf(services, [move]));
}

function viewOf(move: Move, names: ReadonlyMap<string, string>): MoveView {
  const { programme: _programme, version: _version, report, createdBy, carriedOutBy, ...one } = move;
  const nameOf = (userId: string | null): string => names.get(userId ?? '') ?? '';
  return {
    ...one,
    createdBy: nameOf(createdBy),
    carriedOutBy: nameOf(carriedOutBy),
    report: report as MoveView['report'],
  };
}

async function namesOf({ db }: Services, all: Move[]): Promise<ReadonlyMap<string, string>> {
  const ids = all.flatMap(({ createdBy, carriedOutBy }) => [createdBy, carriedOutBy]);
  const people = await users.byIds(
    db,
    [...new Set(ids)].filter((one) => one !== null),
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What becomes of cases, of those that this person may see. Throws not-found. */
export async function movedCasePage(
  services: Services,
  actor: Actor,
  id: string,
  after = '',
): Promise<MovedCasePage> {
  const move = await moveOf(services, id);
  const page = await movedCases.page(services.db, move.id, { after, limit: PAGE });
  const rows = await Promise.all(page.map((row) => lineOf(services, actor, row)));
  const last = page.length < PAGE ? null : (page.at(-1)?.caseId ?? null);
  return { rows: rows.filter((row) => row !== null), after: last };
}

async function lineOf(
  services: Services,
  actor: Actor,
  { caseId, outcome, report }: MovedCase,
): Promise<MovedCasePage['rows'][number] | null> {
  const seen = await seeCase(services, readTogether(services.db), actor, caseId).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
  if (!seen) return null;
  const { reason = null, gained, setAside, files, stale } = report as unknown as CaseReport;
  return { case: caseId, name: seen.record.name, outcome, reason, gained, setAside, files, stale };
}
