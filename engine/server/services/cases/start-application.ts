import { routeOf } from '#core/compile/index.ts';
import { presets, ruleData } from '#core/evaluate/index.ts';
import { whyNotBegin } from '#core/form/index.ts';
import type { Application, CompiledCategory, CompiledEdition, Facts, Json } from '#core/model/index.ts';
import { initialState } from '#core/route/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  applies,
  changeSensitive,
  holds,
  registrationOf,
  serves,
  stateKeyOf,
  timesOf,
  unitOf,
  watchLimits,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, notFound, zoned } from '#server/services/ground/index.ts';
import {
  bans,
  type CaseRecord,
  caseSections,
  cases,
  gates,
  organisations,
  type Tx,
  uniqueValues,
} from '#server/store/index.ts';
import { ownInCycle } from './own-applications.ts';

/**
 * Starts an application of a category in the cycle that is open. Throws: not-found for a category that there is
 * not, `cycle-closed`, `not-offered`, `banned`, `unit-unavailable`, and what a limit says (`refuseOverLimit`).
 */
export async function startApplication(
  services: Services,
  actor: Actor,
  categoryId: string,
): Promise<{ id: string }> {
  const edition = await services.editions.current();
  const category = edition.categories[categoryId];
  if (!category || category.definition.account) throw notFound();
  return asActor(services, actor, async (tx) => {
    await takeTurns(tx, actor, edition);
    const facts = await applicantFacts(services, tx, actor, edition);
    await refuseUnless(services, tx, actor, { edition, category, facts });
    return { id: await create(services, tx, actor, { edition, category, facts }) };
  });
}

/** Two calls of a person wait for each other at their registration, those of an organisation's staff at its gate. */
async function takeTurns(tx: Tx, actor: Actor, edition: CompiledEdition): Promise<void> {
  if (actor.isPerson && actor.caseId !== null) await cases.lock(tx, actor.caseId);
  if (!actor.isPerson && actor.organisationId !== null)
    await gates.pass(tx, actor.organisationId, edition.definition.edition.cycle.id);
}

type Start = { edition: CompiledEdition; category: CompiledCategory; facts: Facts };

/** What rules read about somebody who has not handed anything in yet. */
export async function applicantFacts(
  services: Services,
  tx: Tx,
  actor: Actor,
  edition: CompiledEdition,
): Promise<Facts> {
  return {
    applicant: await registrationOf(services, tx, actor.caseId, edition),
    unit: await unitOf(services, tx, actor.organisationId, edition),
    desks: {},
    ...(await timesOf(services, tx, edition)),
  };
}

async function refuseUnless(services: Services, tx: Tx, actor: Actor, start: Start): Promise<void> {
  if (!isOpen(start.facts)) throw new Failure('conflict', 'cycle-closed');
  if (!isFor(actor, start.category) || !isOffered(start.edition, start.category, start.facts))
    throw new Failure('conflict', 'not-offered');
  const unit = actor.organisationId === null ? null : await organisations.get(tx, actor.organisationId);
  if (!unit || !applies(start.edition, unit) || !(await serves(tx, unit)))
    throw new Failure('conflict', 'unit-unavailable');
  const cycle = start.edition.definition.edition.cycle.id;
  if (await isBanned(tx, actor, cycle, start.category.definition.route))
    throw new Failure('conflict', 'banned');
  await refuseOverLimit(services, tx, actor, start);
}

/** Throws `already-applied`, `over-limit`, `over-limit-of-category`, `excluded`, `excluded-of-category`. */
async function refuseOverLimit(services: Services, tx: Tx, actor: Actor, start: Start): Promise<void> {
  const { definition } = start.edition;
  const own = await ownInCycle(services, tx, actor, definition.edition.cycle.id);
  const reason = whyNotBegin(definition, start.category.definition, own);
  if (!reason) return;
  if ('state' in reason) throw new Failure('conflict', reason.code, { params: { state: reason.state } });
  if (reason.code === 'over-limit' && reason.most === 1) throw new Failure('conflict', 'already-applied');
  throw new Failure('conflict', reason.code, { params: { most: reason.most } });
}

/** Whether the cycle takes applications now. */
export function isOpen({ cycle, now }: Pick<Facts, 'cycle' | 'now'>): boolean {
  const at = Date.parse(now);
  return Date.parse(cycle.opensAt) <= at && at <= Date.parse(cycle.closesAt);
}

/** People file for themselves, staff for their organisation. */
export const isFor = (actor: Actor, category: CompiledCategory): boolean =>
  actor.isPerson === (category.definition.applicant !== 'organisation');

/** May this applicant choose the category? */
export function isOffered(edition: CompiledEdition, category: CompiledCategory, facts: Facts): boolean {
  const { offeredWhen } = category.definition;
  return (
    offeredWhen === undefined ||
    holds(edition, offeredWhen, ruleData(edition, facts, { category: category.definition.id }))
  );
}

/** Whether the person's unique values are banned, under whatever account they were when that happened. */
export async function isBanned(tx: Tx, actor: Actor, cycle: string, route: string): Promise<boolean> {
  const held = actor.caseId === null ? [] : await uniqueValues.ofCase(tx, actor.caseId);
  return (
    (await bans.find(
      tx,
      held.map((value) => value.hash),
      cycle,
      route,
    )) !== null
  );
}

async function create(services: Services, tx: Tx, actor: Actor, start: Start): Promise<string> {
  const { edition, category, facts } = start;
  const at = services.clock().toISOString();
  const record = newRecord(services, actor, start, at);
  await cases.create(tx, record);
  await watchLimits(
    tx,
    routeOf(edition, record.route),
    record.id,
    { value: record.state, context: record.context },
    at,
  );
  for (const { section, value } of firstAnswers(services, edition, category, facts)) {
    await caseSections.begin(tx, { caseId: record.id, section, value, savedAt: at });
  }
  await recordAudit(services, tx, actor, {
    action: 'start',
    subject: record.id,
    detail: { category: record.category, cycle: record.cycle },
  });
  return record.id;
}

function newRecord(
  services: Services,
  actor: Actor,
  { edition, category }: Start,
  at: string,
): Omit<CaseRecord, 'version' | 'bytesUsed'> {
  const route = routeOf(edition, category.definition.route);
  const state = initialState(route, zoned(services.clock(), edition.definition.programme.timeZone), {});
  const byOrganisation = category.definition.applicant === 'organisation';
  return {
    id: newId(),
    subject: 'application',
    edition: edition.hash,
    category: category.definition.id,
    route: category.definition.route,
    ownerUserId: actor.userId,
    ownerOrganisationId: byOrganisation ? actor.organisationId : null,
    unitId: actor.organisationId,
    cycle: edition.definition.edition.cycle.id,
    name: actor.name,
    stateKey: stateKeyOf(state.value),
    state: state.value,
    context: state.context,
    round: 0,
    createdAt: at,
    updatedAt: at,
    enteredAt: at,
  };
}

/** What forms and grids start with. Tables start empty: a row takes its presets when it is added. */
function firstAnswers(
  services: Pick<Services, 'secrets'>,
  edition: CompiledEdition,
  category: CompiledCategory,
  facts: Facts,
): { section: string; value: Json }[] {
  const nothing: Application = { category: category.definition.id, sections: {}, files: [], strikes: [] };
  const sections = category.sections.filter(
    ({ definition }) => definition.kind === 'form' || definition.kind === 'grid',
  );
  return sections.flatMap(({ definition }) => {
    const value = presets(edition, category.definition.id, definition.id, nothing, facts);
    if (Object.keys(value).length === 0) return [];
    return [{ section: definition.id, value: changeSensitive(definition, value, services.secrets.seal) }];
  });
}
