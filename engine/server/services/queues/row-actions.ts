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
 * case stands are asked without its answers, once for all cases that stand alike; only for the others they are loaded.
 */
export async function rowActions(
  services: Services,
  tx: Tx,
  one: ListedCase,
  roles: string[],
): Promise<string[]> {
  const offers = roles.flatMap((by) => offersOf(one.route, one.state, by));
  const guards = offers.flatMap((offer) => offer.guards);
  if (guards.length === 0) return unique(offers.map(({ event }) => event));
  const reads = guards.flatMap((guard) => readsOf(one.edition, guard) ?? [EVERYTHING]);
  const shared = reads.every(isPlain) ? await sharedActions(services, tx, one, { roles, reads }) : null;
  return shared ?? actionsBy(one, roles, await dataOf(services, tx, one));
}

type Asking = { roles: string[]; reads: string[] };

/** Found once for all cases of a list that stand alike; null where the answers have to be asked. */
function sharedActions(
  services: Services,
  tx: Tx,
  one: ListedCase,
  { roles, reads }: Asking,
): Promise<string[] | null> {
  const find = async (): Promise<string[] | null> => {
    const data = await dataWithoutAnswers(services, tx, one, reads);
    return data && actionsBy(one, roles, data);
  };
  return tx.memory?.derived(alikeKey(one, { roles, reads }), find) ?? find();
}

const EVERYTHING = '';
/** Where a case stands, and what is the same for the whole list. */
const isPlain = (path: string): boolean =>
  ['unit', 'case', 'desks', 'desk', 'now', 'cycle', 'subtree'].includes(path.split('.')[0] ?? '');

/** Of the state's own context what the guards read; state, title and tags follow from the state. */
function alikeKey({ record, edition, route, state }: ListedCase, { roles, reads }: Asking): string {
  const { desks, ...context } = state.context;
  const heads = new Set(reads.map((path) => path.split('.')[0]));
  const read = Object.entries(context).filter(
    ([key]) => heads.has('case') && reads.some((path) => path === 'case' || path.startsWith(`case.${key}`)),
  );
  const { id } = route.definition;
  const where = [
    heads.has('unit') ? record.unitId : null,
    heads.has('desks') || heads.has('case') ? desks : null,
  ];
  return `actions ${JSON.stringify([edition.hash, id, state.value, roles, where, read, context.round === 0])}`;
}

function actionsBy({ edition, record, state }: ListedCase, roles: string[], data: RuleData): string[] {
  return unique(roles.flatMap((by) => actionsOf(edition, record.route, state, by, data)));
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
  reads: string[],
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
    return true;
  };
  return reads.every(isKnown) ? ruleData(edition, facts) : null;
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
