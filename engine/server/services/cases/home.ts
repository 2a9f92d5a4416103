import { writerOf } from '#core/evaluate/index.ts';
import { type LimitReason, limitOf, whyNotBegin } from '#core/form/index.ts';
import type { CategoryDefinition, CompiledEdition } from '#core/model/index.ts';
import type { HomeView } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import { answersOf, type LoadedCase, loadCase, summaryOf } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { type CaseRecord, cases, readTogether, type Tx } from '#server/store/index.ts';
import { ownInCycle } from './own-applications.ts';
import { applicantFacts, isBanned, isFor, isOffered, isOpen } from './start-application.ts';

/** An applicant's home: what they have, what they may start, and why they may not. `blockedBy` is a code for a sentence. */
export async function home(services: Services, actor: Actor): Promise<HomeView> {
  const edition = await services.editions.current();
  const tx = readTogether(services.db);
  const own = await cases.ofOwner(tx, actor.userId, 'application');
  const ofUnit =
    actor.organisationId === null || actor.isPerson
      ? []
      : await cases.ofOwnerOrganisation(tx, actor.organisationId, 'application');
  const all = [...new Map([...own, ...ofUnit].map((record) => [record.id, record])).values()];
  return {
    applications: await Promise.all(all.map((record) => line(services, tx, record))),
    ...(await offer(services, tx, actor, edition)),
  };
}

async function line(
  services: Services,
  tx: Tx,
  record: CaseRecord,
): Promise<HomeView['applications'][number]> {
  const loaded = await loadCase(services, tx, record);
  const { resolved } = await answersOf(services, tx, loaded);
  return {
    id: record.id,
    category: record.category,
    categoryTitle: loaded.category.definition.title,
    stateTitle: titleOf(loaded.route, loaded.state),
    summary: summaryOf(loaded.category, resolved.values, writerOf(loaded.edition)),
    updatedAt: lastChange(loaded),
    cycle: record.cycle,
  };
}

/** The last step, answer or file, whichever came last. */
function lastChange({ record: { updatedAt }, sections, files }: LoadedCase): string {
  const saved = Object.values(sections).flatMap(({ savedAt }) => savedAt ?? []);
  const added = files.map(({ createdAt }) => createdAt);
  return [updatedAt, ...saved, ...added].sort().at(-1) ?? updatedAt;
}

type Offer = Pick<HomeView, 'offered' | 'blockedBy' | 'withheld' | 'most'>;

async function offer(services: Services, tx: Tx, actor: Actor, edition: CompiledEdition): Promise<Offer> {
  const facts = await applicantFacts(services, tx, actor, edition);
  const cycle = edition.definition.edition.cycle.id;
  const nothing: Offer = {
    offered: [],
    blockedBy: null,
    withheld: [],
    most: limitOf(edition.definition).most,
  };
  const all = Object.values(edition.categories).filter(({ definition }) => !definition.account);
  const free = all.filter((category) => isFor(actor, category) && isOffered(edition, category, facts));
  const routes = new Set(free.map(({ definition }) => definition.route));
  for (const route of routes)
    if (await isBanned(tx, actor, cycle, route)) return { ...nothing, blockedBy: 'banned' };
  if (!isOpen(facts)) return { ...nothing, blockedBy: 'cycle-closed' };
  const own = await ownInCycle(services, tx, actor, cycle);
  const asked = free.map(({ definition }) => ({
    category: definition,
    reason: whyNotBegin(edition.definition, definition, own),
  }));
  return {
    ...nothing,
    offered: asked.flatMap(({ category: { id, title, description = '' }, reason }) =>
      reason ? [] : [{ id, title, description }],
    ),
    withheld: withheldFor(asked),
  };
}

/** The categories that one may not begin, together where the reason is the same. */
function withheldFor(
  asked: { category: CategoryDefinition; reason: LimitReason | null }[],
): Offer['withheld'] {
  const groups = new Map<string, Offer['withheld'][number]>();
  for (const { category, reason } of asked) {
    if (!reason) continue;
    const key = JSON.stringify(reason);
    const group = groups.get(key) ?? { most: null, state: null, categories: [], ...withoutCode(reason) };
    group.categories.push(category.title);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const withoutCode = ({ code, ...names }: LimitReason) => ({ reason: code, ...names });
