import { maySee } from '#core/evaluate/index.ts';
import { type ActionView, CASES_AT_ONCE, type QueueMenu } from '#core/model/wire/index.ts';
import { queueEvents } from '#core/route/index.ts';
import { abilityOver, actionView, desksOfKind } from '#server/services/case/index.ts';
import { type Actor, can, type Services } from '#server/services/ground/index.ts';
import { loading, positions } from '#server/store/index.ts';
import { type RouteVersion, type RunningRoute, runningRoutes } from './running.ts';

/** Counting stops here; the menu then says "999+". */
const COUNTED = 999;

type Group = QueueMenu[number];

/**
 * The left menu of somebody who works at desks: their routes, the queues of each, and what may be fired from a list.
 * Besides the serving cycle it has every other in which a case still stands in one of their queues.
 */
export async function queueMenu(services: Services, actor: Actor): Promise<QueueMenu> {
  const own =
    actor.organisationId === null ? null : await loading.organisation(services.db, actor.organisationId);
  if (!own) return [];
  const mine = (await runningRoutes(services)).filter(({ lead }) =>
    can(actor, abilityOver(lead.route.definition)),
  );
  const entries = applicationsFirst(mine).map((running) => ({ running, desks: desksIn(running, own.kind) }));
  const held = entries.filter(({ desks }) => desks.some(({ ids }) => ids.length > 0));
  const groups = await withCounts(
    services,
    own.id,
    held.map((entry) => menuOf(actor, entry)),
  );
  return groups.filter(({ serving, queues }) => serving || queues.some(({ count }) => count > 0));
}

/** The desks of somebody's kind of organisation, version by version. */
type Desks = { version: RouteVersion; ids: string[] };
type Entry = { running: RunningRoute; desks: Desks[] };

const desksIn = ({ versions }: RunningRoute, kind: string): Desks[] =>
  versions.map((version) => ({ version, ids: desksOfKind(version.edition, version.route, kind) }));

function menuOf(actor: Actor, { running, desks }: Entry): Uncounted {
  const { id, cycle, cycleTitle, serving, lead } = running;
  const { title, subject } = lead.route.definition;
  return {
    route: id,
    title,
    cycle,
    cycleTitle,
    serving,
    subject,
    atOnce: CASES_AT_ONCE,
    queues: byId(desks.flatMap(queuesIn)),
    rosters: can(actor, 'export') ? rostersOf(running) : [],
    sheets: sheetsOf(
      running,
      desks.flatMap(({ ids }) => ids),
    ),
  };
}

type Queue = Omit<Group['queues'][number], 'count' | 'more'>;
type Uncounted = Omit<Group, 'queues'> & { queues: Queue[] };

/** The queues in which one version of the route can show a case to these desks. */
function queuesIn({ version: { route }, ids }: Desks): Queue[] {
  const offered = queueEvents(route);
  return Object.entries(route.definition.queues)
    .filter(([queue]) => ids.some((desk) => offered[queue]?.[desk]))
    .map(([queue, { title, empty = '' }]) => ({
      id: queue,
      title,
      empty,
      events: eventsOf(route, ids, offered[queue] ?? {}),
      batches: batchesOf(route, ids, queue),
    }));
}

/** Queues of several versions under their ids: the first version's words, the events of all. */
function byId(queues: Queue[]): Queue[] {
  const known = new Map<string, Queue>();
  for (const queue of queues) {
    const before = known.get(queue.id);
    known.set(queue.id, before === undefined ? queue : joined(before, queue));
  }
  return [...known.values()];
}

const joined = (first: Queue, second: Queue): Queue => ({
  ...first,
  events: withNew(first.events, second.events),
  batches: withNew(first.batches, second.batches),
});

const withNew = (known: ActionView[], more: ActionView[]): ActionView[] => [
  ...known,
  ...more.filter(({ event }) => known.every((one) => one.event !== event)),
];

/** The groups with what stands in each of their queues. */
async function withCounts(services: Services, organisationId: string, groups: Uncounted[]): Promise<Group[]> {
  const keys = groups.flatMap(({ route, cycle, queues }) =>
    queues.map(({ id }) => ({ organisationId, route, cycle, queue: id })),
  );
  const counts = await positions.counts(services.db, keys, COUNTED + 1);
  let at = 0;
  const counted = (queue: Queue): Group['queues'][number] => {
    const waiting = counts[at++] ?? 0;
    return { ...queue, count: Math.min(waiting, COUNTED), more: waiting > COUNTED };
  };
  return groups.map((group) => ({ ...group, queues: group.queues.map(counted) }));
}

/** Each event once, under the first desk that may fire it. */
function eventsOf(
  { definition }: RouteVersion['route'],
  desks: string[],
  byDesk: Record<string, string[]>,
): ActionView[] {
  return Object.entries(definition.events).flatMap(([event, declared]) => {
    const desk = desks.find((one) => byDesk[one]?.includes(event));
    return desk === undefined || declared.batch ? [] : [actionView(event, desk, declared)];
  });
}

function batchesOf(
  { definition, permissions }: RouteVersion['route'],
  desks: string[],
  queue: string,
): ActionView[] {
  return Object.entries(definition.events).flatMap(([event, declared]) => {
    const desk = desks.find((one) => permissions.some((may) => may.event === event && may.by === one));
    return desk === undefined || declared.batch?.queue !== queue ? [] : [actionView(event, desk, declared)];
  });
}

const rostersOf = ({ id: route, lead }: RunningRoute): Group['rosters'] =>
  Object.values(lead.edition.rosters)
    .filter((roster) => roster.route === route)
    .map(({ id, title, queues }) => ({ id, title, queues }));

/** Each once, in the order of the categories, as far as one of these desks may see it. */
function sheetsOf({ id: route, lead: { edition } }: RunningRoute, desks: string[]): Group['sheets'] {
  const printed = Object.values(edition.categories)
    .filter(({ definition }) => definition.route === route)
    .flatMap(({ definition }) => definition.sheets ?? []);
  return [...new Set(printed)].flatMap((id) => {
    const sheet = edition.sheets[id];
    const isPrinted = sheet?.formats.includes('pdf') && maySee(sheet.visibleTo, desks);
    return sheet && isPrinted ? [{ id, title: sheet.title }] : [];
  });
}

/** Applications are the daily work, so a desk opens with them; accounts follow. Within each the definition's order. */
function applicationsFirst(routes: RunningRoute[]): RunningRoute[] {
  const isAccount = ({ lead }: RunningRoute): number => Number(lead.route.definition.subject === 'account');
  return [...routes].sort((a, b) => isAccount(a) - isAccount(b));
}
