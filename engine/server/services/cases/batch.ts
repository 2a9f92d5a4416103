import { routeOf } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import { interpolate } from '#core/json/index.ts';
import type { BatchDefinition, EventDefinition, JsonObject } from '#core/model/index.ts';
import type { BatchView, FiredView } from '#core/model/wire/index.ts';
import { tagsOf, titleOf } from '#core/route/index.ts';
import { holds, seeCase, timesOf } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, forbidden, notFound, withContentCleanup } from '#server/services/ground/index.ts';
import {
  type Batch,
  casesUnder,
  matches,
  numbers,
  queueKey,
  runningRoute,
} from '#server/services/queues/index.ts';
import {
  type CaseRecord,
  cases,
  gates,
  organisations,
  positions,
  type QueueKey,
  type Tx,
} from '#server/store/index.ts';
import { type Fired, fireOn } from './fire.ts';
import { firedView } from './fire-event.ts';

const PAGE = 200;
/** Blockers that are listed by name. */
const LISTED = 200;

type BatchRequest = { route: string; event: string; cycle?: string };

/** The overview before a batch: the numbers below this organisation, and the cases that block it. */
export async function batchView(services: Services, actor: Actor, request: BatchRequest): Promise<BatchView> {
  return view(services, services.db, await batchOf(services, actor, request));
}

/**
 * Fires a batch's event at every case of its queue, all or nothing. `confirmCount` is how many the person was shown.
 * Throws `stale` when there are more or fewer now, `refused` when the numbers do not allow it.
 */
export async function fireBatch(
  services: Services,
  actor: Actor,
  request: BatchRequest & { confirmCount: number; input?: JsonObject | undefined },
): Promise<FiredView> {
  const batch = await batchOf(services, actor, request);
  return withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const ids = (await waiting(tx, batch.key)).sort();
    if (ids.length !== request.confirmCount) throw new Failure('conflict', 'batch-changed');
    if (ids.length === 0) throw new Failure('conflict', 'batch-empty');
    const held: (CaseRecord | null)[] = [];
    for (const id of ids) held.push(await cases.lock(tx, id));
    await holdGates(tx, batch);
    const counted = await numbersByEdition(services, tx, batch, held);
    const fired: Fired[] = [];
    for (const id of ids) {
      const access = await seeCase(services, tx, actor, id, { lock: true });
      fired.push(
        await fireOn(services, { tx, orphanedHashes }, actor, access, {
          event: request.event,
          input: request.input,
          version: access.record.version,
          subtree: counted.get(access.record.edition) ?? {},
        }),
      );
    }
    return firedView(fired);
  });
}

/** Nobody below changes a case between the counting and the end: every gate of the subtree, in one order. */
async function holdGates(tx: Tx, { filter }: Batch): Promise<void> {
  for (const unitId of await cases.unitsUnder(tx, filter)) await gates.pass(tx, unitId, filter.cycle);
}

/**
 * The numbers as the editions of these cases count them, before any of them moves; where one knows no such batch, as
 * the batch's edition does.
 */
async function numbersByEdition(
  services: Services,
  tx: Tx,
  batch: Batch,
  held: (CaseRecord | null)[],
): Promise<Map<string, Record<string, number>>> {
  const counted = new Map<string, Record<string, number>>();
  for (const hash of new Set(held.flatMap((record) => record?.edition ?? []))) {
    const edition = await services.editions.get(hash);
    const own = edition.routes[batch.key.route]?.definition.events[batch.event]?.batch;
    counted.set(hash, await numbers(services, tx, { ...batch, batch: own ?? batch.batch }));
  }
  return counted;
}

async function batchOf(services: Services, actor: Actor, request: BatchRequest): Promise<Batch> {
  const { versions } = await runningRoute(services, request.route, request.cycle);
  const has = (events: Record<string, EventDefinition>): BatchDefinition | undefined =>
    Object.hasOwn(events, request.event) ? events[request.event]?.batch : undefined;
  const version = versions.find(({ route }) => has(route.definition.events));
  const batch = version && has(version.route.definition.events);
  if (!version || !batch) throw notFound();
  const key = await queueKey(services, actor, { ...request, queue: batch.queue });
  if (actor.organisationId === null) throw forbidden();
  const filter = { under: actor.organisationId, route: key.route, cycle: key.cycle };
  return { edition: version.edition, event: request.event, batch, key, filter };
}

async function view(services: Services, tx: Tx, batch: Batch): Promise<BatchView> {
  const subtree = await numbers(services, tx, batch);
  const count = (await waiting(tx, batch.key)).length;
  const times = await timesOf(services, tx, batch.edition);
  const allowed =
    count > 0 && holds(batch.edition, batch.batch.require, ruleData(batch.edition, times, { subtree }));
  return {
    allowed,
    message: allowed ? '' : interpolate(batch.batch.message, subtree),
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
