import { evaluate } from '#core/evaluate/index.ts';
import type { Effect, Facts, JsonObject, Refusal, RuleData } from '#core/model/index.ts';
import { actionsOf, conditionsOf, step, titleOf } from '#core/route/index.ts';
import { validate, validateInput } from '#core/validate/index.ts';
import { newId } from '#server/crypto/index.ts';
import { note } from '#server/services/audit/index.ts';
import type { Seen } from '#server/services/case/index.ts';
import {
  applicationOf,
  type CaseFile,
  changeSensitive,
  desksNow,
  factsOf,
  openFile,
  placeCase,
  stateKeyOf,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, forbidden, invalid, stale, zoned } from '#server/services/ground/index.ts';
import { caseSections, cases, events, type Tx } from '#server/store/index.ts';
import { carryOut, type EffectWork } from './effects/index.ts';

export type Firing = {
  event: string;
  /** The desk to act under; absent: the first of the person's that may. */
  by?: string;
  input?: JsonObject;
  version: number;
  /** Numbers over everything below the organisation, for a batch. */
  subtree?: Record<string, number>;
};

/** The transaction, and where it leaves the hashes of content that nobody needs any more. */
type Writing = { tx: Tx; freed: string[] };

export type Fired = { id: string; version: number; stateTitle: string; warnings: string[] };

/**
 * Fires one event at a case that is locked in this transaction: state, effects, queues, event and audit row are
 * stored together or not at all. Throws a Failure when the event is refused: `conflict` when the case has moved on
 * or does not offer it now, `forbidden` when it is never this person's, `invalid` with problems.
 */
export async function fireOn(
  services: Services,
  { tx, freed }: Writing,
  actor: Actor | null,
  seen: Seen,
  firing: Firing,
): Promise<Fired> {
  if (seen.record.version !== firing.version) throw stale();
  const file = await openFile(services, tx, seen.record);
  const facts = await factsOf(services, tx, file);
  const evaluation = evaluate(file.edition, applicationOf(file), facts);
  const data: RuleData = {
    ...evaluation.data,
    desks: await desksNow(tx, file),
    subtree: firing.subtree ?? {},
  };
  const by = actingAs(file, seen.as, firing, data);
  const input = firing.input ?? {};
  checkInput(file, firing.event, input, { facts, application: evaluation.values, desk: by });
  if (file.route.definition.events[firing.event]?.requiresValid) checkAnswers(file, facts);
  const now = zoned(services.clock(), file.edition.definition.programme.timeZone);
  const event = { type: firing.event, by, input, now };
  const result = step(file.edition, seen.record.route, file.state, event, data);
  if ('refused' in result) throw refusedWith(result.refused);
  const warnings = conditionsOf(file.edition, seen.record.route, event, { ...data, case: facts.case ?? {} });
  const work: EffectWork = {
    services,
    tx,
    freed,
    actor,
    file,
    by,
    input,
    event: firing.event,
    next: result.next,
  };
  if (file.route.definition.events[firing.event]?.requiresValid) await freezeAnswers(work, evaluation.values);
  await storeStep(work, result.effects);
  const stateTitle = titleOf(file.route, result.next);
  return {
    id: seen.record.id,
    version: seen.record.version + 1,
    stateTitle,
    warnings: warnings.map((one) => one.message),
  };
}

/** The desk under which the event is fired; refuses what is not offered. */
function actingAs(file: CaseFile, as: string[], { event, by }: Firing, data: RuleData): string {
  if (by !== undefined && !as.includes(by)) throw forbidden();
  const mine = by === undefined ? as : [by];
  const may = mine.find((one) =>
    actionsOf(file.edition, file.record.route, file.state, one, data).includes(event),
  );
  if (may !== undefined) return may;
  const ever = file.route.permissions.some((one) => one.event === event && mine.includes(one.by));
  if (!ever && Object.hasOwn(file.route.definition.events, event)) throw forbidden();
  const refusal = step(
    file.edition,
    file.record.route,
    file.state,
    { type: event, by: mine[0] ?? '', now: String(data.now) },
    data,
  );
  if ('refused' in refusal) throw refusedWith(refusal.refused);
  throw forbidden();
}

type Around = { facts: Facts; application: JsonObject; desk: string };

function checkInput(file: CaseFile, event: string, input: JsonObject, { facts, ...around }: Around): void {
  const problems = validateInput(file.edition, file.record.route, event, input, facts, around);
  if (problems.some((problem) => problem.severity === 'block')) throw invalid(problems);
}

function checkAnswers(file: CaseFile, facts: Facts): void {
  const problems = validate(file.edition, applicationOf(file), facts);
  if (problems.some((problem) => problem.severity === 'block')) throw invalid(problems);
}

/** What the route refuses: an action that is not offered now is a conflict, everything else is wrong in itself. */
function refusedWith(refused: Refusal): Failure {
  return new Failure(refused.code === 'not-allowed' ? 'conflict' : 'invalid', 'refused', {
    message: refused.message,
    refused,
  });
}

/** What is handed in is what was asked for: hidden answers go, computed ones are kept as they were on this day. */
async function freezeAnswers({ services, tx, file }: EffectWork, values: JsonObject): Promise<void> {
  const savedAt = services.clock().toISOString();
  for (const { definition } of file.category.sections) {
    const stored = file.sections[definition.id];
    const value = values[definition.id] ?? null;
    if (!stored || JSON.stringify(stored.value) === JSON.stringify(value)) continue;
    const sealed = changeSensitive(definition, value, services.secrets.seal);
    const row = { caseId: file.record.id, section: definition.id, value: sealed, savedAt };
    if (!(await caseSections.save(tx, row, stored.version))) throw stale();
    file.sections[definition.id] = { value, version: stored.version + 1, savedAt };
  }
}

async function storeStep(work: EffectWork, effects: Effect[]): Promise<void> {
  const { services, tx, actor, file, by, next } = work;
  const { record } = file;
  const at = services.clock().toISOString();
  await note(services, tx, actor, {
    action: `event:${work.event}`,
    subject: record.id,
    detail: { by, from: record.state, to: next.value, round: next.context.round },
  });
  const { erased } = await carryOut(work, effects);
  if (erased) return;
  const changes = {
    state: next.value,
    stateKey: stateKeyOf(next.value),
    context: next.context,
    round: next.context.round,
    enteredAt: next.context.enteredAt,
    updatedAt: at,
  };
  const expected = { id: record.id, version: record.version, stateKey: record.stateKey };
  if (!(await cases.update(tx, expected, changes))) throw stale();
  await placeCase(tx, file.route, record, next, at);
  await appendEvent(work, at);
}

async function appendEvent(
  { tx, actor, file, by, input, event, next }: EffectWork,
  at: string,
): Promise<void> {
  await events.append(tx, {
    id: newId(),
    caseId: file.record.id,
    event,
    by,
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    fromState: file.record.state,
    toState: next.value,
    input,
    round: next.context.round,
    at,
  });
}
