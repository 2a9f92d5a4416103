import { routeOf } from '#core/compile/index.ts';
import type { OwnApplication } from '#core/form/index.ts';
import { tagsOf, titleOf } from '#core/route/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, type Tx } from '#server/store/index.ts';

/**
 * What counts when somebody begins another application in this cycle: a person's own, or those of the organisation
 * that staff file for, each as the edition that it is on says where it stands.
 */
export async function ownInCycle(
  services: Services,
  tx: Tx,
  actor: Actor,
  cycle: string,
): Promise<OwnApplication[]> {
  const own = (await filedBy(tx, actor)).filter((record) => record.cycle === cycle);
  return Promise.all(own.map((record) => whereItStands(services, record)));
}

async function filedBy(tx: Tx, actor: Actor): Promise<CaseRecord[]> {
  if (actor.isPerson) return cases.ofOwner(tx, actor.userId, 'application');
  if (actor.organisationId === null) return [];
  return cases.ofOwnerOrganisation(tx, actor.organisationId, 'application');
}

async function whereItStands(services: Services, record: CaseRecord): Promise<OwnApplication> {
  const route = routeOf(await services.editions.get(record.edition), record.route);
  const state = { value: record.state, context: record.context };
  return { category: record.category, tags: tagsOf(route, state), stateTitle: titleOf(route, state) };
}
