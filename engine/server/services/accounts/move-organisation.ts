import { categoryOf, routeOf } from '#core/compile/index.ts';
import { isObject, segmentsOf, withValue } from '#core/json/index.ts';
import type { NewParent } from '#core/model/wire/index.ts';
import { resolveDesks } from '#core/route/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { kindOf, serves, treeFrom, updatePositions } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, notFound } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  caseSections,
  cases,
  type Organisation,
  organisations,
  type Tx,
} from '#server/store/index.ts';
import { ACCOUNT_CYCLE } from './accounts.ts';
import { isOnItsWay } from './on-its-way.ts';

/**
 * Hangs an organisation, with everything and everybody below it, under another parent. The actor must be above both.
 * Past applications keep their desks; registrations follow, so that the new parent manages them. Throws not-found,
 * `kind-not-allowed`, `parent-unavailable`, and `cases-in-review` while applications are on their way.
 */
export async function moveOrganisation(
  services: Services,
  actor: Actor,
  { id, parent: parentId }: { id: string } & NewParent,
): Promise<void> {
  await asActor(services, actor, async (tx) => {
    const { organisation, parent } = await lockBoth(tx, actor, id, parentId);
    const edition = await services.editions.current();
    if (!kindOf(edition, organisation.kind)?.parents.includes(parent.kind))
      throw new Failure('invalid', 'kind-not-allowed');
    if (!(await serves(tx, parent))) throw new Failure('conflict', 'parent-unavailable');
    if (parent.id === organisation.parentId) return;
    const subtree = await organisations.subtreeIds(tx, id);
    await refuseInReview(services, tx, subtree);
    await organisations.move(tx, id, parentId);
    await rehang(services, tx, organisation, parentId);
    for (const record of await registrationsIn(tx, organisation, subtree))
      await findDesksAgain(services, tx, record);
    const detail = { from: organisation.parentId, to: parentId };
    await recordAudit(services, tx, actor, { action: 'move-organisation', subject: id, detail });
  });
}

/** In the order of their ids, so that two moves never wait for each other. */
async function lockBoth(
  tx: Tx,
  actor: Actor,
  id: string,
  parentId: string,
): Promise<{ organisation: Organisation; parent: Organisation }> {
  for (const one of [id, parentId].sort()) await organisations.lock(tx, one);
  const organisation = await organisations.get(tx, id);
  const parent = await organisations.get(tx, parentId);
  const own = actor.organisationId;
  if (!organisation || !parent || own === null || organisation.status === 'deleted') throw notFound();
  if (id === own || !(await organisations.isUnder(tx, id, own))) throw notFound();
  if (parent.status === 'deleted' || !(await organisations.isUnder(tx, parentId, own))) throw notFound();
  if (await organisations.isUnder(tx, parentId, id)) throw new Failure('invalid', 'kind-not-allowed');
  return { organisation, parent };
}

/** Cases that a desk holds would be decided by an organisation that is no longer above the applicant. */
async function refuseInReview(services: Services, tx: Tx, units: string[]): Promise<void> {
  const records = await cases.ofUnits(tx, units, { subject: 'application' });
  let count = 0;
  for (const record of records) if (await isOnItsWay(services, record)) count += 1;
  if (count > 0) throw new Failure('conflict', 'cases-in-review', { params: { count } });
}

/** The registration of the organisation itself stands with its new parent, and says so. */
async function rehang(
  services: Services,
  tx: Tx,
  organisation: Organisation,
  parentId: string,
): Promise<void> {
  const record = organisation.caseId === null ? null : await cases.lock(tx, organisation.caseId);
  if (!record) return;
  if (!(await cases.update(tx, record, { unitId: parentId }))) throw new Failure('conflict', 'stale');
  const edition = await services.editions.get(record.edition);
  const pointer = categoryOf(edition, record.category).definition.account?.parent ?? '';
  const [section = '', ...path] = segmentsOf(pointer);
  const stored = await caseSections.get(tx, record.id, section);
  if (!isObject(stored?.value)) return;
  const row = {
    caseId: record.id,
    section,
    value: withValue(stored.value, path, parentId),
    savedAt: services.clock().toISOString(),
  };
  if (!(await caseSections.save(tx, row, stored.version))) throw new Failure('conflict', 'stale');
  await cases.unlist(tx, record.id);
}

/** Its own registration, and those of everybody who registered inside. */
async function registrationsIn(tx: Tx, organisation: Organisation, subtree: string[]): Promise<CaseRecord[]> {
  const inside = await cases.ofUnits(tx, subtree, { subject: 'account', cycle: ACCOUNT_CYCLE });
  const own = organisation.caseId === null ? null : await cases.get(tx, organisation.caseId);
  return own ? [own, ...inside] : inside;
}

async function findDesksAgain(services: Services, tx: Tx, record: CaseRecord): Promise<void> {
  if (record.unitId === null) return;
  const edition = await services.editions.get(record.edition);
  const route = routeOf(edition, record.route);
  const tree = await treeFrom(tx, record.unitId, route);
  const desks = resolveDesks(edition, route.definition, record.unitId, tree);
  const context = { ...record.context, desks };
  if (!(await cases.update(tx, record, { context }))) throw new Failure('conflict', 'stale');
  const at = services.clock().toISOString();
  await updatePositions(tx, route, record, { value: record.state, context }, at);
}
