import { segmentsOf, valueAt } from '../../core/evaluate/index.ts';
import type {
  AggregateDefinition,
  BatchDefinition,
  CompiledEdition,
  CompiledRoute,
  EventDefinition,
  JsonObject,
} from '../../core/model/index.ts';
import type { BatchView, FiredView } from '../../core/model/wire.ts';
import { tagsOf, titleOf } from '../../core/route/index.ts';
import {
  type CaseFilter,
  type CaseRecord,
  caseSections,
  cases,
  editions,
  organisations,
  positions,
  type QueueKey,
  type Tx,
} from '../store/index.ts';
import type { Actor } from './actor.ts';
import { categoryOf, openSections, routeOf, valuesOf } from './case-file.ts';
import type { Services } from './context.ts';
import { timesOf } from './facts.ts';
import { Failure, forbidden, notFound } from './failure.ts';
import { type Fired, fireOn } from './fire.ts';
import { firedView } from './fire-event.ts';
import { freeing } from './freeing.ts';
import { queueKey } from './queue-page.ts';
import { holds } from './rules.ts';
import { seeCase } from './standing.ts';
import { stateOfKey } from './state-key.ts';

const PAGE = 200;
/** Blockers that are listed by name. */
const LISTED = 200;

type BatchRequest = { route: string; event: string };

type Batch = {
  edition: CompiledEdition;
  route: CompiledRoute;
  event: EventDefinition;
  batch: BatchDefinition;
  key: QueueKey;
  filter: CaseFilter;
};

/** The gate board before a batch: the numbers below this organisation, and who stands in the way. */
export async function batchView(services: Services, actor: Actor, request: BatchRequest): Promise<BatchView> {
  return view(services, services.db, await batchOf(services, actor, request));
}

/**
 * Fires a batch's event at every case of its queue, all or nothing. `confirmCount` is how many the person was shown.
 * Throws `stale` when there are more or fewer by now, `refused` when the numbers do not allow it.
 */
export async function fireBatch(
  services: Services,
  actor: Actor,
  request: BatchRequest & { confirmCount: number; input?: JsonObject },
): Promise<FiredView> {
  const batch = await batchOf(services, actor, request);
  return freeing(services, async (tx, freed) => {
    const ids = (await waiting(tx, batch.key)).sort();
    if (ids.length !== request.confirmCount) throw new Failure('conflict', 'batch-changed');
    if (ids.length === 0) throw new Failure('conflict', 'batch-empty');
    for (const id of ids) await cases.lock(tx, id);
    const subtree = await numbers(services, tx, batch);
    const fired: Fired[] = [];
    for (const id of ids) {
      const seen = await seeCase(services, tx, actor, id, { lock: true });
      fired.push(
        await fireOn(services, { tx, freed }, actor, seen, {
          event: request.event,
          input: request.input,
          version: seen.record.version,
          subtree,
        }),
      );
    }
    return firedView(fired);
  });
}

async function batchOf(services: Services, actor: Actor, request: BatchRequest): Promise<Batch> {
  const edition = await services.editions.current();
  const route = edition.routes[request.route];
  const event =
    route && Object.hasOwn(route.definition.events, request.event)
      ? route.definition.events[request.event]
      : undefined;
  if (!route || !event?.batch) throw notFound();
  const key = await queueKey(services, actor, { route: request.route, queue: event.batch.queue });
  if (actor.organisationId === null) throw forbidden();
  const filter = { under: actor.organisationId, route: key.route, cycle: key.cycle };
  return { edition, route, event, batch: event.batch, key, filter };
}

async function view(services: Services, tx: Tx, batch: Batch): Promise<BatchView> {
  const subtree = await numbers(services, tx, batch);
  const count = (await waiting(tx, batch.key)).length;
  const allowed =
    count > 0 && holds(batch.edition, batch.batch.require, { subtree, ...timesOf(services, batch.edition) });
  const message = batch.batch.message.replace(/\{(\w+)\}/g, (whole, id: string) =>
    String(subtree[id] ?? whole),
  );
  return {
    allowed,
    message: allowed ? '' : message,
    count,
    aggregates: Object.entries(batch.batch.aggregates).map(([id, { title }]) => ({
      id,
      title,
      value: subtree[id] ?? 0,
    })),
    blockers: allowed ? [] : await blockersOf(services, tx, batch),
  };
}

async function waiting(tx: Tx, key: QueueKey): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await positions.page(tx, key, { after, limit: PAGE });
    ids.push(...page.rows.map((row) => row.caseId));
    after = page.after;
  } while (after !== null);
  return ids;
}

/** Every aggregate of the batch over the subtree, drafts and finished cases included: what counts is told by tags. */
async function numbers(services: Services, tx: Tx, batch: Batch): Promise<Record<string, number>> {
  const counts = await cases.countByState(tx, batch.filter);
  const tagged = await Promise.all(
    counts.map(async (one) => ({ ...one, tags: await tagsOfKey(services, tx, batch, one.stateKey) })),
  );
  const values: Record<string, number> = {};
  for (const [id, aggregate] of Object.entries(batch.batch.aggregates)) {
    const matching = tagged.filter(({ tags }) => matches(aggregate, tags));
    const keys = matching.map((one) => one.stateKey);
    const countable = aggregate.sum === undefined && aggregate.category === undefined;
    values[id] = countable
      ? matching.reduce((sum, one) => sum + one.count, 0)
      : await addUp(services, tx, batch, aggregate, keys);
  }
  return values;
}

const matches = ({ tags }: AggregateDefinition, has: string[]): boolean =>
  tags === undefined || tags.some((tag) => has.includes(tag));

/** The tags of a state: by the present edition, or by the first other one of the cycle that knows the state. */
async function tagsOfKey(services: Services, tx: Tx, batch: Batch, stateKey: string): Promise<string[]> {
  const present = tagsIn(batch.edition, batch.key.route, stateKey);
  if (present) return present;
  const all = await editions.list(tx, batch.edition.definition.programme.id);
  for (const { hash, cycle } of all) {
    const tags =
      cycle === batch.key.cycle ? tagsIn(await services.editions.get(hash), batch.key.route, stateKey) : null;
    if (tags) return tags;
  }
  return [];
}

function tagsIn(edition: CompiledEdition, routeId: string, stateKey: string): string[] | null {
  const context = { round: 0, acted: [], returnedBy: null, enteredAt: '', desks: {}, vars: {} };
  try {
    return tagsOf(routeOf(edition, routeId), { value: stateOfKey(stateKey), context });
  } catch {
    return null;
  }
}

/** Counts or sums where the database alone cannot tell: by category, or over an answer. */
async function addUp(
  services: Services,
  tx: Tx,
  batch: Batch,
  aggregate: AggregateDefinition,
  stateKeys: string[],
): Promise<number> {
  if (stateKeys.length === 0) return 0;
  let total = 0;
  for await (const record of casesUnder(tx, { ...batch.filter, stateKeys })) {
    if (aggregate.category !== undefined && record.category !== aggregate.category) continue;
    total += aggregate.sum === undefined ? 1 : await numberAt(services, tx, record, aggregate.sum);
  }
  return total;
}

async function* casesUnder(tx: Tx, filter: CaseFilter): AsyncGenerator<CaseRecord> {
  let after: string | null = null;
  do {
    const page: { rows: CaseRecord[]; after: string | null } = await cases.under(tx, {
      ...filter,
      after,
      limit: PAGE,
    });
    yield* page.rows;
    after = page.after;
  } while (after !== null);
}

async function numberAt(services: Services, tx: Tx, record: CaseRecord, pointer: string): Promise<number> {
  const edition = await services.editions.get(record.edition);
  const rows = await caseSections.all(tx, record.id);
  const values = valuesOf(openSections(services, categoryOf(edition, record.category), rows));
  const value = valueAt(values, segmentsOf(pointer));
  return typeof value === 'number' ? value : 0;
}

async function blockersOf(services: Services, tx: Tx, batch: Batch): Promise<BatchView['blockers']> {
  const aggregate = batch.batch.aggregates[batch.batch.blockers ?? ''];
  if (!aggregate) return [];
  const list: BatchView['blockers'] = [];
  for await (const record of casesUnder(tx, batch.filter)) {
    if (list.length >= LISTED) break;
    const route = routeOf(await services.editions.get(record.edition), record.route);
    const state = { value: record.state, context: record.context };
    if (!matches(aggregate, tagsOf(route, state))) continue;
    const unit = record.unitId === null ? null : await organisations.get(tx, record.unitId);
    list.push({ name: record.name, organisation: unit?.name ?? '', stateTitle: titleOf(route, state) });
  }
  return list;
}
