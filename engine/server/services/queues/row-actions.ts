import { readPaths, readsWhole } from '#core/compile/index.ts';
import { atNoSection, ruleData } from '#core/evaluate/index.ts';
import type { CaseState, CompiledEdition, CompiledRoute, Logic, RuleData } from '#core/model/index.ts';
import { actionsOf, caseFactsOf, offersOf } from '#core/route/index.ts';
import { answersOf, type LoadedCase, loadCase, nodeOf, timesOf } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type CaseRecord, loading, type Tx } from '#server/store/index.ts';

/** A case as a list needs it: without its answers. */
export type ListedCase = {
  record: CaseRecord;
  edition: CompiledEdition;
  route: CompiledRoute;
  state: CaseState;
};

/**
 * What these roles may fire at a case. The route alone says it where no guard is in the way; guards that read where the
 * case stands are asked without its answers; only for the others they are loaded.
 */
export async function rowActions(
  services: Services,
  tx: Tx,
  one: ListedCase,
  roles: string[],
): Promise<string[]> {
  const offers = roles.flatMap((by) => offersOf(one.route, one.state, by));
  if (offers.every(({ guards }) => guards.length === 0)) return unique(offers.map(({ event }) => event));
  const guards = offers.flatMap((offer) => offer.guards);
  const data = (await dataWithoutAnswers(services, tx, one, guards)) ?? (await dataOf(services, tx, one));
  const offered = (by: string): string[] => actionsOf(one.edition, one.record.route, one.state, by, data);
  return unique(roles.flatMap(offered));
}

const unique = (events: string[]): string[] => [...new Set(events)];

async function dataOf(services: Services, tx: Tx, { record }: ListedCase): Promise<RuleData> {
  const loaded: LoadedCase = await loadCase(services, tx, record);
  return atNoSection((await answersOf(services, tx, loaded)).resolved);
}

/** What the guards read, where that is known without answers; else null. */
async function dataWithoutAnswers(
  services: Services,
  tx: Tx,
  { record, edition, route, state }: ListedCase,
  guards: Logic[],
): Promise<RuleData | null> {
  if (state.context.round === 0) return null;
  const unit = record.unitId === null ? null : await loading.organisation(tx, record.unitId);
  const facts = {
    ...(await timesOf(services, tx, edition)),
    unit: unit === null ? {} : await nodeOf(tx, unit),
    desks: state.context.desks,
    case: caseFactsOf(route, state),
  };
  const isKnown = (path: string): boolean => {
    const [head = '', key = ''] = path.split('.');
    if (head === 'unit') return Object.hasOwn(facts.unit, key);
    if (head === 'case') return Object.hasOwn(facts.case, key);
    return ['desks', 'desk', 'now', 'cycle', 'subtree'].includes(head);
  };
  const known = guards.every((guard) => readsOf(edition, guard)?.every(isKnown) ?? false);
  return known ? ruleData(edition, facts) : null;
}

const found = new WeakMap<CompiledEdition, Map<Logic, string[] | null>>();

/** What a guard of an edition reads, found once for all the rows that ask; null = everything. */
function readsOf(edition: CompiledEdition, guard: Logic): string[] | null {
  const { expressions } = edition.scope;
  const known = found.get(edition) ?? new Map<Logic, string[] | null>();
  found.set(edition, known);
  const before = known.get(guard);
  if (before !== undefined) return before;
  const reads = readsWhole(guard, expressions) ? null : readPaths(guard, expressions);
  known.set(guard, reads);
  return reads;
}
