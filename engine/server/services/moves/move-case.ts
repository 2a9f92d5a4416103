import type { SetAside } from '#core/change/index.ts';
import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition } from '#core/model/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  changeSensitive,
  holdOthers,
  type LoadedCase,
  loadCase,
  passGate,
  updatePositions,
  watchLimits,
} from '#server/services/case/index.ts';
import { type Services, stale } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  caseSections,
  cases,
  inTransaction,
  type Move,
  type MoveOutcome,
  movedCases,
  readTogether,
  type Tx,
} from '#server/store/index.ts';
import { type Plan, planMove } from './plan-move.ts';

/** What a case was before its move, and what it was made into. */
export type Snapshot = { before: JsonObject; after: JsonObject; setAside: SetAside[] };

/** What is counted of one case: places and codes, never an answer. */
export type CaseReport = {
  reason?: string;
  gained: { path: string; code: string }[];
  setAside: string[];
  files: number;
  stale: number;
  unclear: number;
};

type Done = { outcome: MoveOutcome; report: CaseReport };

/** What would become of a case; nothing of it is changed. */
export async function tryCase(services: Services, move: Move, record: CaseRecord): Promise<Done> {
  const tx = readTogether(services.db);
  const plan = await planMove(
    services,
    tx,
    await loadCase(services, tx, record),
    await targetOf(services, move),
  );
  const done = doneOf(plan, 'ready');
  await movedCases.put(services.db, { ...rowOf(move, record.id, done), snapshot: null });
  return done;
}

/**
 * Moves one case, or finds why it stays: answers, desks, queues, the row in the trail and what is needed to go back are
 * stored together. Null where it is gone, or was moved meanwhile.
 */
export function moveCase(services: Services, move: Move, id: string): Promise<Done | null> {
  return inTransaction(services.db, async (tx) => {
    const record = await cases.lock(tx, id);
    if (!record || record.edition !== move.origin) return null;
    await passGate(tx, record);
    await holdOthers(services, tx, record);
    const loaded = await loadCase(services, tx, record);
    const plan = await planMove(services, tx, loaded, await targetOf(services, move));
    const done = doneOf(plan, 'moved');
    const row = rowOf(move, id, done);
    if ('stays' in plan) {
      await movedCases.put(tx, { ...row, snapshot: null });
      return done;
    }
    await storeUnder(services, tx, loaded, plan.moved);
    const snapshot = { before: valuesOf(loaded), after: valuesOf(plan.moved), setAside: plan.setAside };
    await movedCases.put(tx, { ...row, snapshot: sealed(services, snapshot) });
    const detail = trailOf(move, done.report);
    await recordAudit(services, tx, actorOf(move), { action: 'move-case', subject: id, detail });
    return done;
  });
}

const targetOf = (services: Services, { target }: Move): Promise<CompiledEdition> =>
  services.editions.get(target);

const valuesOf = ({ sections }: LoadedCase): JsonObject =>
  Object.fromEntries(Object.entries(sections).map(([id, { value }]) => [id, value]));

const sealed = (services: Services, snapshot: Snapshot): string =>
  String(services.secrets.seal(JSON.stringify(snapshot)));

/** Throws where what is kept is no snapshot. */
export function openSnapshot(services: Services, text: string): Snapshot {
  const opened = JSON.parse(String(services.secrets.open(text))) as Json;
  if (!isObject(opened)) throw new Error('The table moved_cases: a snapshot holds no answers.');
  return opened as unknown as Snapshot;
}

function doneOf(plan: Plan | { stays: string }, outcome: MoveOutcome): Done {
  const nothing = { gained: [], setAside: [], files: 0, stale: 0, unclear: 0 };
  if ('stays' in plan) return { outcome: 'stays', report: { ...nothing, reason: plan.stays } };
  const { gained, setAside, files, unclear } = plan;
  const report = {
    gained: gained.map(({ path, code }) => ({ path, code })),
    setAside: setAside.map(({ section, path }) => ['', section, ...path].join('/')),
    files: files.length,
    stale: gained.filter(isStalePrint).length,
    unclear,
  };
  return { outcome, report };
}

/** A signed print of a sheet that shows something else now. */
const isStalePrint = ({ code }: AnswerProblem): boolean => code === 'stale';

const rowOf = ({ id: move }: Move, caseId: string, { outcome, report }: Done) => ({
  ...{ move, caseId, outcome, report: report as unknown as JsonObject },
});

/** Stores a case as it stands under another edition. Throws `stale` where somebody was quicker. */
export async function storeUnder(
  services: Services,
  tx: Tx,
  before: LoadedCase,
  after: LoadedCase,
): Promise<void> {
  const { record, state, route } = after;
  await storeSections(services, tx, before, after);
  const { id, version, stateKey } = before.record;
  const now = services.clock().toISOString();
  const changes = { edition: record.edition, context: state.context, updatedAt: now };
  if (!(await cases.update(tx, { id, version, stateKey }, changes))) throw stale();
  await updatePositions(tx, route, record, state, record.enteredAt);
  await watchLimits(tx, route, id, state, now);
}

/** Sealed as the edition that it goes to says; what is the same stays untouched, so that an open page can go on. */
async function storeSections(
  services: Services,
  tx: Tx,
  before: LoadedCase,
  after: LoadedCase,
): Promise<void> {
  const caseId = after.record.id;
  const savedAt = services.clock().toISOString();
  for (const id of Object.keys(before.sections))
    if (!after.sections[id]) await caseSections.remove(tx, caseId, id);
  for (const [id, { value }] of Object.entries(after.sections)) {
    const stored = before.sections[id];
    const [was, is] = [before, after].map(({ category }) => category.bySection[id]?.definition);
    const sameSeals = sameJson((was?.schema ?? null) as Json, (is?.schema ?? null) as Json);
    if (stored && sameSeals && sameJson(stored.value, value)) continue;
    const row = {
      caseId,
      section: id,
      value: is ? changeSensitive(is, value, services.secrets.seal) : value,
      savedAt,
    };
    if (!(await caseSections.save(tx, row, stored?.version ?? 0, { isNew: !stored }))) throw stale();
  }
}

/** Whoever had the move carried out; nobody where they are gone. */
export const actorOf = ({ carriedOutBy }: Move): { userId: string } | null =>
  carriedOutBy === null ? null : { userId: carriedOutBy };

/** What the trail says of a case that moved: from where to where, and numbers. */
export const trailOf = (
  { id, origin, target }: Move,
  { gained, setAside, files, stale: prints }: CaseReport,
): JsonObject => ({
  ...{ move: id, origin, target },
  ...{ gained: gained.length, setAside: setAside.length, files, stale: prints },
});
