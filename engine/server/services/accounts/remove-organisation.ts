import { routeOf } from '#core/compile/index.ts';
import { holdersOf } from '#core/route/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { kindOf } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, notFound, withContentCleanup } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, organisations, positions, type Tx, users } from '#server/store/index.ts';
import { forgetUser } from './forget-user.ts';

/**
 * Removes an organisation that was made by hand directly below the actor's, with its users. Throws not-found for any
 * other, `organisation-in-use` where others hang below it, `cases-waiting` while it still has to decide on something.
 */
export async function removeOrganisation(services: Services, actor: Actor, id: string): Promise<void> {
  await withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const organisation = await organisations.lock(tx, id);
    if (organisation?.status === 'deleted' || !organisation || organisation.caseId !== null) throw notFound();
    if (organisation.parentId === null || organisation.parentId !== actor.organisationId) throw notFound();
    const parent = await organisations.get(tx, organisation.parentId);
    const edition = await services.editions.current();
    if (!kindOf(edition, parent?.kind ?? '')?.creates?.includes(organisation.kind)) throw notFound();
    const children = await organisations.children(tx, id);
    if (children.some((one) => one.status !== 'deleted'))
      throw new Failure('conflict', 'organisation-in-use');
    const waiting = await countWaiting(services, tx, id);
    if (waiting > 0) throw new Failure('conflict', 'cases-waiting', { params: { count: waiting } });
    for (const user of await users.ofOrganisation(tx, id))
      if (user.status !== 'deleted') await forgetUser(services, tx, user, orphanedHashes);
    if (!(await organisations.update(tx, id, organisation.version, { status: 'deleted' })))
      throw new Failure('conflict', 'stale');
    const detail = { kind: organisation.kind };
    await recordAudit(services, tx, actor, { action: 'remove-organisation', subject: id, detail });
  });
}

/** How many cases the organisation holds right now. */
async function countWaiting(services: Services, tx: Tx, id: string): Promise<number> {
  const places = await positions.ofOrganisation(tx, id);
  const records = await cases.byIds(
    tx,
    places.map((one) => one.caseId),
  );
  let count = 0;
  for (const record of records) if (await holds(services, record, id)) count += 1;
  return count;
}

async function holds(services: Services, record: CaseRecord, organisation: string): Promise<boolean> {
  const route = routeOf(await services.editions.get(record.edition), record.route);
  const holders = holdersOf(route, { value: record.state, context: record.context });
  return holders.some((desk) => record.context.desks[desk] === organisation);
}
