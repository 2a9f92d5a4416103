import { categoryOf, routeOf } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { HomeView } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { type CaseRecord, caseSections, cases, files } from '#server/store/index.ts';
import { applicantFacts, isBanned, isFor, isOffered, isOpen } from './start-application.ts';

/** An applicant's home: what they have, what they may start, and why they may not. `blockedBy` is a code for a sentence. */
export async function home(services: Services, actor: Actor): Promise<HomeView> {
  const edition = await services.editions.current();
  const own = await cases.ofOwner(services.db, actor.userId, 'application');
  const ofUnit =
    actor.organisationId === null || actor.isPerson
      ? []
      : await cases.ofOwnerOrganisation(services.db, actor.organisationId, 'application');
  const all = [...new Map([...own, ...ofUnit].map((record) => [record.id, record])).values()];
  return {
    applications: await Promise.all(all.map((record) => line(services, record))),
    ...(await offer(services, actor, edition, all)),
  };
}

async function line(services: Services, record: CaseRecord): Promise<HomeView['applications'][number]> {
  const edition = await services.editions.get(record.edition);
  return {
    id: record.id,
    category: record.category,
    categoryTitle: categoryOf(edition, record.category).definition.title,
    stateTitle: titleOf(routeOf(edition, record.route), { value: record.state, context: record.context }),
    updatedAt: await lastChange(services, record),
    cycle: record.cycle,
  };
}

/** The last step, answer or file, whichever came last. */
async function lastChange({ db }: Services, { id, updatedAt }: CaseRecord): Promise<string> {
  const saved = (await caseSections.all(db, id)).map(({ savedAt }) => savedAt);
  const added = (await files.list(db, id)).map(({ createdAt }) => createdAt);
  return [updatedAt, ...saved, ...added].sort().at(-1) ?? updatedAt;
}

async function offer(
  services: Services,
  actor: Actor,
  edition: CompiledEdition,
  all: CaseRecord[],
): Promise<Pick<HomeView, 'offered' | 'blockedBy'>> {
  const facts = await applicantFacts(services, services.db, actor, edition);
  const cycle = edition.definition.edition.cycle.id;
  const open = Object.values(edition.categories).filter(({ definition }) => !definition.account);
  const free = open.filter((category) => isFor(actor, category) && isOffered(edition, category, facts));
  const routes = new Set(free.map(({ definition }) => definition.route));
  for (const route of routes)
    if (await isBanned(services.db, actor, cycle, route)) return { offered: [], blockedBy: 'banned' };
  if (!isOpen(facts)) return { offered: [], blockedBy: 'cycle-closed' };
  if (all.some((record) => record.cycle === cycle)) return { offered: [], blockedBy: null };
  return {
    offered: free.map(({ definition: { id, title, description = '' } }) => ({ id, title, description })),
    blockedBy: null,
  };
}
