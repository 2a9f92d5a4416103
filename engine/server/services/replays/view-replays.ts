import type {
  ReplayedCasePage,
  ReplayedCaseSearch,
  ReplayedDrafts,
  ReplayList,
  Replay as ReplayView,
} from '#core/model/wire/index.ts';
import { draftOf, LEAST_COUNTED, namesOf } from '#server/services/drafts/index.ts';
import { type Actor, can, Failure, type Services } from '#server/services/ground/index.ts';
import { cases, type DraftRecord, drafts, type Replay, replayedCases, replays } from '#server/store/index.ts';
import type { Report } from './report.ts';
import { progressOf, replayOf, targetsOf } from './start-replay.ts';

const PAGE = 50;
const LATEST = 10;

const CLOSED: ReadonlySet<DraftRecord['status']> = new Set(['published', 'abandoned']);

/** The drafts that are open, with their last replay. */
export async function replayedDrafts(services: Services, actor: Actor): Promise<ReplayedDrafts> {
  const { programme } = (await services.editions.current()).definition;
  const all = await drafts.list(services.db, programme.id);
  const open = all.filter(({ status }) => !CLOSED.has(status));
  const lines = open.map(async ({ id, title, status }) => {
    const [last] = await viewsOf(services, actor, await replays.ofDraft(services.db, id, 1));
    return { id, title, status, last: last ?? null };
  });
  return { drafts: await Promise.all(lines) };
}

/** The replays of a draft, newest first; names and small numbers for those alone who may replay. Throws not-found. */
export async function replayList(services: Services, actor: Actor, id: string): Promise<ReplayList> {
  const draft = await draftOf(services, services.db, id);
  const counts = await cases.countByCycle(services.db);
  return {
    title: draft.title,
    source: draft.source,
    isOpen: !CLOSED.has(draft.status),
    cycles: counts.map(({ cycle, count }) => ({ cycle, cases: count })),
    targets: await targetsOf(services, draft).catch(noTargets),
    replays: await viewsOf(services, actor, await replays.ofDraft(services.db, id, LATEST)),
  };
}

/** A draft with problems can be looked at; pressing then says what is wrong. */
function noTargets(error: unknown): string[] {
  if (error instanceof Failure) return [];
  throw error;
}

async function viewsOf(services: Services, actor: Actor, all: Replay[]): Promise<ReplayView[]> {
  const names = await namesOf(
    services,
    all.map(({ createdBy }) => createdBy),
  );
  const views = all.map(async (one): Promise<ReplayView> => {
    const { id, source, cycle, target, mode, createdAt, createdBy, finishedAt } = one;
    return {
      ...{
        id,
        source,
        cycle,
        target,
        mode: mode ?? 'carried',
        createdAt,
        createdBy: names.get(createdBy ?? '') ?? '',
        finishedAt,
      },
      ...(await progressOf(services.db, one)),
      report: finishedAt === null ? null : reportFor(actor, one.report as unknown as Report),
    };
  });
  return Promise.all(views);
}

/**
 * All of it for those who may replay. Others see no line of fewer than five applications: that there is one would answer
 * a question about somebody.
 */
function reportFor(actor: Actor, report: Report): ReplayView['report'] {
  const isFull = can(actor, 'replay');
  const count = (cases: number): number | null => (isFull || cases >= LEAST_COUNTED ? cases : null);
  return {
    cases: report.cases,
    changed: count(report.changed),
    blocked: count(report.blocked),
    allowed: count(report.allowed),
    aside: count(report.aside),
    stays: count(report.stays),
    ...outputCounts(report, count),
    lines: report.lines
      .filter(({ cases }) => count(cases) !== null)
      .map(({ path: _path, categories, ...line }) => ({
        ...line,
        categories: categories.map((one) => ({ ...one, cases: count(one.cases) })),
      })),
  };
}

type OutputCounts = Pick<NonNullable<ReplayView['report']>, (typeof OUTPUTS)[number]>;
const OUTPUTS = ['stuck', 'overflow', 'blank', 'print'] as const;

/** Those that the replay has counted. */
function outputCounts(report: Report, count: (cases: number) => number | null): OutputCounts {
  const counted = OUTPUTS.flatMap((kind) => {
    const { [kind]: cases } = report;
    return cases === undefined ? [] : [[kind, count(cases)] as const];
  });
  return Object.fromEntries(counted);
}

/** The applications behind a number. Throws not-found. */
export async function replayedCasePage(
  services: Services,
  id: string,
  { line, category, after = '' }: ReplayedCaseSearch,
): Promise<ReplayedCasePage> {
  const replay = await replayOf(services, id);
  const of = { replay: replay.id, line, ...(category !== undefined && { category }) };
  const page = await replayedCases.page(services.db, of, { after, limit: PAGE });
  const records = await cases.byIds(
    services.db,
    page.map(({ caseId }) => caseId),
  );
  const names = new Map(records.map((record) => [record.id, record.name]));
  return {
    rows: page.map((one) => ({
      case: one.caseId,
      name: names.get(one.caseId) ?? '',
      category: one.category,
    })),
    after: page.length < PAGE ? null : (page.at(-1)?.caseId ?? null),
  };
}
