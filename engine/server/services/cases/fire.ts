import { inputKey } from '#core/compile/index.ts';
import { atNoSection, evaluationOf } from '#core/evaluate/index.ts';
import { asObject } from '#core/json/index.ts';
import type { AnswerProblem, Effect, Facts, JsonObject, Refusal, RuleData } from '#core/model/index.ts';
import { normaliseSection } from '#core/normalise/index.ts';
import {
  actionsOf,
  conditionsOf,
  hasTimeLimits,
  isOver,
  leavingLimits,
  step,
  titleOf,
} from '#core/route/index.ts';
import { validateInput, validateResolved } from '#core/validate/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { CaseAccess } from '#server/services/case/index.ts';
import {
  answersOf,
  type CaseAnswers,
  desksNow,
  holdOthers,
  type LoadedCase,
  listingOf,
  loadCase,
  passGate,
  stateKeyOf,
  updatePositions,
  watchLimits,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, forbidden, invalid, stale, zoned } from '#server/services/ground/index.ts';
import { cases, events, loading, type Tx } from '#server/store/index.ts';
import { carryOut, type EffectWork } from './effects/index.ts';
import { freezePrints } from './frozen/freeze.ts';
import { handIn } from './hand-in.ts';
import { openProblems } from './locked.ts';
import { sheetProblems } from './sheets/index.ts';

/** An event to be fired on a case, at the version that was read. */
export type Firing = {
  event: string;
  /** The desk to act as; absent: the person's first desk that may. */
  by?: string;
  input?: JsonObject | undefined;
  version: number;
  /** Numbers over everything below the organisation, for a batch. */
  subtree?: Record<string, number>;
};

/** The transaction, and where it leaves the hashes of content that nobody needs any more. */
type Writing = { tx: Tx; orphanedHashes: string[] };

/** Where an event has led. */
export type Fired = { id: string; version: number; stateTitle: string; warnings: string[] };

/**
 * Fires one event at a case that is locked in this transaction: state, effects, queues, event and audit row are
 * stored together or not at all. Throws a Failure when the event is refused: `conflict` when the case has changed or
 * does not offer it now, `forbidden` when this person may never fire it, `invalid` with problems.
 */
export async function fireOn(
  services: Services,
  { tx, orphanedHashes }: Writing,
  actor: Actor | null,
  access: CaseAccess,
  firing: Firing,
): Promise<Fired> {
  if (access.record.version !== firing.version) throw stale();
  await passGate(tx, access.record);
  await holdOthers(services, tx, access.record);
  const loaded = await loadCase(services, tx, access.record);
  const answers = await answersOf(services, tx, loaded);
  const { values } = answers.resolved;
  const handsIn = loaded.route.definition.events[firing.event]?.requiresValid === true;
  const data: RuleData = {
    ...atNoSection(answers.resolved),
    desks: await desksNow(tx, loaded),
    subtree: firing.subtree ?? {},
  };
  if (isTimeUp(loaded, data)) throw new Failure('conflict', 'time-is-up');
  const by = actingAs(loaded, access.roles, firing, data);
  const input = inputOf(loaded, firing);
  checkInput(loaded, firing.event, input, { facts: answers.facts, application: values, desk: by });
  if (handsIn) await refuseInvalid(tx, loaded, answers);
  const now = zoned(services.clock(), loaded.edition.definition.programme.timeZone);
  const event = { type: firing.event, by, input, now };
  const result = step(loaded.edition, access.record.route, loaded.state, event, data);
  if ('refused' in result) throw refusedWith(result.refused);
  const warnings = conditionsOf(loaded.edition, access.record.route, event, data);
  const work: EffectWork = {
    services,
    tx,
    orphanedHashes,
    actor,
    loaded,
    by,
    input,
    event: firing.event,
    next: result.next,
  };
  if (handsIn) await handIn(work, evaluationOf(answers.resolved));
  await storeStep(work, result.effects);
  const stateTitle = titleOf(loaded.route, result.next);
  return {
    id: access.record.id,
    version: access.record.version + 1,
    stateTitle,
    warnings: warnings.map((one) => one.message),
  };
}

/** A time limit that leads on is over, and the worker has not come to it yet: first it goes its way. */
function isTimeUp({ edition, route, state }: LoadedCase, data: RuleData): boolean {
  if (!hasTimeLimits(route, state)) return false;
  return leavingLimits(edition, route, state, data).some(({ at }) => isOver(at, String(data.now)));
}

/** Nothing is handed in while something is wrong with the answers that can be written now. Throws their problems. */
async function refuseInvalid(tx: Tx, loaded: LoadedCase, answers: CaseAnswers): Promise<void> {
  const { application, resolved } = answers;
  const found = validateResolved(loaded.edition, resolved, application);
  const problems = openProblems(
    [...found, ...(await sheetProblems(tx, loaded, answers))],
    evaluationOf(resolved),
  );
  if (blocks(problems)) throw invalid(problems);
}

const blocks = (problems: AnswerProblem[]): boolean =>
  problems.some((problem) => problem.severity === 'block');

/** The desk as which the event is fired; refuses what is not offered. */
function actingAs(loaded: LoadedCase, roles: string[], { event, by }: Firing, data: RuleData): string {
  if (by !== undefined && !roles.includes(by)) throw forbidden();
  const mine = by === undefined ? roles : [by];
  const may = mine.find((one) =>
    actionsOf(loaded.edition, loaded.record.route, loaded.state, one, data).includes(event),
  );
  if (may !== undefined) return may;
  const ever = loaded.route.permissions.some((one) => one.event === event && mine.includes(one.by));
  if (!ever && Object.hasOwn(loaded.route.definition.events, event)) throw forbidden();
  const refusal = step(
    loaded.edition,
    loaded.record.route,
    loaded.state,
    { type: event, by: mine[0] ?? '', now: String(data.now) },
    data,
  );
  if ('refused' in refusal) throw refusedWith(refusal.refused);
  throw forbidden();
}

/** What was filled in for the event, as it is kept. */
function inputOf({ edition, record }: LoadedCase, { event, input = {} }: Firing): JsonObject {
  const section = edition.inputs[inputKey(record.route, event)]?.bySection.input;
  return section === undefined ? input : asObject(normaliseSection(section, input));
}

type InputScope = { facts: Facts; application: JsonObject; desk: string };

function checkInput(
  loaded: LoadedCase,
  event: string,
  input: JsonObject,
  { facts, ...caseScope }: InputScope,
): void {
  const problems = validateInput(loaded.edition, loaded.record.route, event, input, facts, caseScope);
  if (blocks(problems)) throw invalid(problems);
}

/** A refusal of the route: an event that is not offered now is a conflict, everything else is invalid. */
function refusedWith(refused: Refusal): Failure {
  return new Failure(refused.code === 'not-allowed' ? 'conflict' : 'invalid', 'refused', {
    message: refused.message,
    refused,
  });
}

/** Stores where a step leads, with its effects, its event and its row in the trail. Throws `stale`. */
export async function storeStep(work: EffectWork, effects: Effect[]): Promise<void> {
  const { services, tx, actor, loaded, by, next } = work;
  const { record } = loaded;
  const at = services.clock().toISOString();
  const { erased, trail, personal } = await carryOut(work, effects);
  await recordAudit(services, tx, actor, {
    action: `event:${work.event}`,
    subject: record.id,
    detail: { by, from: record.state, to: next.value, round: next.context.round, ...trail },
    ...(personal && { personal }),
  });
  if (erased) return;
  const changes = {
    state: next.value,
    stateKey: stateKeyOf(next.value),
    context: next.context,
    round: next.context.round,
    enteredAt: next.context.enteredAt,
    updatedAt: at,
  };
  const listing = listingOf(services, loaded, next);
  const expected = { id: record.id, version: record.version, stateKey: record.stateKey };
  if (!(await cases.update(tx, expected, { ...changes, listing }))) throw stale();
  await updatePositions(tx, loaded.route, record, next, at);
  await watchLimits(tx, loaded.route, record.id, next, at);
  await appendEvent(work, at);
  await freezePrints(work);
}

async function appendEvent(
  { tx, actor, loaded, by, input, event, next }: EffectWork,
  at: string,
): Promise<void> {
  const last = await loading.lastEvent(tx, loaded.record.id);
  const appended = {
    id: newId(),
    caseId: loaded.record.id,
    event,
    by,
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    fromState: loaded.record.state,
    toState: next.value,
    input,
    round: next.context.round,
    at,
  };
  await events.append(tx, appended, last?.seq ?? 0);
}
