import { routeOf } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import { interpolate, segmentsOf } from '#core/json/index.ts';
import type { BatchDefinition, EventDefinition, JsonObject, Logic } from '#core/model/index.ts';
import type { BatchView, FiredView } from '#core/model/wire/index.ts';
import { tagsOf, titleOf } from '#core/route/index.ts';
import { numberText } from '#core/vocabulary/index.ts';
import { numberPatterns } from '#server/print/index.ts';
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
import { rankingView, rankQueue, seenOf } from './ranking.ts';

const PAGE = 200;
/** Blockers that are listed by name. */
const LISTED = 200;

type BatchRequest = { route: string; event: string; cycle?: string };

/** The overview before a batch: the numbers below this organisation, and the cases that block it. */
export async function batchView(services: Services, actor: Actor, request: BatchRequest): Promise<BatchView> {
  return view(services, services.db, await batchOf(services, actor, request));
}

/**
 * Fires a batch's event at every case of its queue, or at the first of its order, all or nothing. `confirmCount` is how
 * many the person was shown, `seen` the list of a batch with an order. Throws `batch-changed` when it is another now,
 * `batch-unranked` where its line cannot be drawn, `refused` when the numbers do not allow it.
 */
export async function fireBatch(
  services: Services,
  actor: Actor,
  request: BatchRequest & { confirmCount: number; seen?: string; input?: JsonObject | undefined },
): Promise<FiredView> {
  const batch = await batchOf(services, actor, request);
  return withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const all = (await waiting(tx, batch.key)).sort();
    if (!batch.batch.order) refuseOtherCount(all.length, request);
    const held: (CaseRecord | null)[] = [];
    for (const id of all) held.push(await cases.lock(tx, id));
    await holdGates(tx, batch);
    const ids = await takenOf(services, tx, batch, all, request);
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

function refuseOtherCount(count: number, { confirmCount }: { confirmCount: number }): void {
  if (count !== confirmCount) throw new Failure('conflict', 'batch-changed');
  if (count === 0) throw new Failure('conflict', 'batch-empty');
}

/** Which of the queue go: all, or the first of its order as the person has seen it. */
async function takenOf(
  services: Services,
  tx: Tx,
  batch: Batch,
  ids: string[],
  request: { confirmCount: number; seen?: string },
): Promise<string[]> {
  if (!batch.batch.order) return ids;
  const subtree = await numbers(services, tx, batch);
  const ranked = await rankQueue(services, tx, batch, { ids, subtree });
  if (!ranked) return ids;
  const { ranking } = ranked;
  if (seenOf(ranking) !== request.seen) throw new Failure('conflict', 'batch-changed');
  refuseOtherCount(ranking.taken, request);
  if (ranking.refusal) throw new Failure('conflict', 'batch-unranked');
  return ranking.rows.slice(0, ranking.taken).map(({ row }) => row.id);
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
  const patterns = patternsOf(batch);
  const ids = await waiting(tx, batch.key);
  const ranked = await rankQueue(services, tx, batch, { ids, subtree });
  const count = ranked ? ranked.ranking.taken : ids.length;
  const times = await timesOf(services, tx, batch.edition);
  const meets = holds(batch.edition, batch.batch.require, ruleData(batch.edition, times, { subtree }));
  const allowed = meets && count > 0 && !ranked?.ranking.refusal;
  return {
    allowed,
    message: meets ? '' : interpolate(batch.batch.message, written(subtree, patterns)),
    count,
    aggregates: Object.entries(batch.batch.aggregates).map(([id, { title }]) => ({
      id,
      title,
      number: patterns[id] ?? null,
      value: subtree[id] ?? 0,
    })),
    blockers: allowed ? [] : await blockersOf(services, tx, batch),
    ranking: ranked && rankingView(batch, ranked),
  };
}

/** How the numbers of a batch are written: a sum as the field whose answers it adds up. */
function patternsOf({ edition, batch, key }: Batch): Record<string, string | undefined> {
  const summed = Object.entries(batch.aggregates);
  const columns = summed.map(([, { title, sum }]) => ({ title, value: variable(sum) }));
  const patterns = numberPatterns(edition, { columns, route: key.route });
  return Object.fromEntries(summed.map(([id], index) => [id, patterns[index]]));
}

const variable = (sum: string | undefined): Logic =>
  sum === undefined ? null : { var: `application.${segmentsOf(sum).join('.')}` };

function written(
  values: Record<string, number>,
  patterns: Record<string, string | undefined>,
): Record<string, string> {
  const text = ([id, value]: [string, number]) => [id, numberText(value, patterns[id] ?? '')];
  return Object.fromEntries(Object.entries(values).map(text));
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
