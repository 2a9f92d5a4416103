import { moveAnswers, type SetAside, stepsBack, withTypedSince } from '#core/change/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { stateValues } from '#core/route/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  hasPlace,
  holdOthers,
  type LoadedCase,
  loadCase,
  passGate,
  stateKeyOf,
} from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { cases, inTransaction, type Move, type MovedCase, movedCases } from '#server/store/index.ts';
import { actorOf, type CaseReport, openSnapshot, type Snapshot, storeUnder, trailOf } from './move-case.ts';
import { underEdition, withPlaces } from './plan-move.ts';

/**
 * Leads a case back to the edition that it came from: it is what it was, with what was typed since. What was typed since
 * and has no place there is set aside and kept. False where it has gone on to another edition, or to a state that the
 * former one does not have.
 */
export function moveBack(services: Services, move: Move, { caseId }: MovedCase): Promise<boolean> {
  return inTransaction(services.db, async (tx) => {
    const record = await cases.lock(tx, caseId);
    const row = await movedCases.get(tx, move.id, caseId);
    if (!record || !row?.snapshot || row.outcome !== 'moved' || record.edition !== move.target) return false;
    const origin = await services.editions.get(move.origin);
    const route = origin.routes[record.route];
    if (!route || !stateValues(route).some((value) => stateKeyOf(value) === record.stateKey)) return false;
    await passGate(tx, record);
    await holdOthers(services, tx, record);
    const loaded = await loadCase(services, tx, record);
    const snapshot = openSnapshot(services, row.snapshot);
    const { answers, setAside } = withPlaces(origin, record.category, {
      answers: answersBack(services, move, loaded, snapshot),
      setAside: [],
    });
    const back = await underEdition(tx, loaded, origin, answers);
    await storeUnder(services, tx, loaded, back);
    const report = reportOf(row, back, setAside);
    const left = setAside.length === 0 ? null : services.secrets.seal(JSON.stringify({ setAside }));
    await movedCases.put(tx, {
      ...{ move: move.id, caseId, outcome: 'undone', report: report as unknown as JsonObject },
      snapshot: left === null ? null : String(left),
    });
    const detail = trailOf(move, report);
    await recordAudit(services, tx, actorOf(move), { action: 'move-case-back', subject: caseId, detail });
    return true;
  });
}

function answersBack(
  services: Services,
  { origin, target }: Move,
  { record, sections }: LoadedCase,
  { before, after }: Snapshot,
): JsonObject {
  const steps = stepsBack(services.editions.steps(origin, target) ?? []);
  const now = Object.fromEntries(Object.entries(sections).map(([id, { value }]) => [id, value]));
  const [base, typed] = [after, now].map((one) => moveAnswers(one, steps, record.category).answers);
  return withTypedSince(before, base ?? {}, typed ?? {});
}

function reportOf(row: MovedCase, back: LoadedCase, setAside: SetAside[]): CaseReport {
  const { reason: _reason, ...report } = row.report as unknown as CaseReport;
  return {
    ...report,
    gained: [],
    stale: 0,
    setAside: setAside.map(({ section, path }) => ['', section, ...path].join('/')),
    files: back.files.filter((file) => !hasPlace(back, file)).length,
  };
}
