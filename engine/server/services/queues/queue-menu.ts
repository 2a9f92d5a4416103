import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { type ActionView, CASES_AT_ONCE, type QueueMenu } from '#core/model/wire/index.ts';
import { queueEvents } from '#core/route/index.ts';
import { ACCOUNT_CYCLE } from '#server/services/accounts/index.ts';
import { abilityOver, actionView, desksOfKind } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Actor, can } from '#server/services/ground/index.ts';
import { organisations, positions } from '#server/store/index.ts';

/** Counting stops here; the menu then says "999+". */
const COUNTED = 999;

/** The left menu of somebody who works at desks: their routes, the queues of each, and what may be fired from a list. */
export async function queueMenu(services: Services, actor: Actor): Promise<QueueMenu> {
  const edition = await services.editions.current();
  const own =
    actor.organisationId === null ? null : await organisations.get(services.db, actor.organisationId);
  if (!own) return [];
  const mine = applicationsFirst(Object.values(edition.routes)).filter((route) =>
    can(actor, abilityOver(route.definition)),
  );
  const entries = mine.map((route) => ({ route, desks: desksOfKind(edition, route, own.kind) }));
  return Promise.all(
    entries.filter(({ desks }) => desks.length > 0).map((entry) => menuOf(services, actor, edition, entry)),
  );
}

type Entry = { route: CompiledRoute; desks: string[] };

async function menuOf(
  services: Services,
  actor: Actor,
  edition: CompiledEdition,
  entry: Entry,
): Promise<QueueMenu[number]> {
  const { id, title, subject, queues } = entry.route.definition;
  const offered = queueEvents(entry.route);
  const seen = Object.keys(queues).filter((queue) => entry.desks.some((desk) => offered[queue]?.[desk]));
  const views = seen.map(async (queue) => ({
    id: queue,
    title: queues[queue]?.title ?? queue,
    empty: queues[queue]?.empty ?? '',
    ...(await countOf(services, actor, edition, entry.route, queue)),
    events: eventsOf(entry, offered[queue] ?? {}),
    batches: batchesOf(entry, queue),
  }));
  const rosters = can(actor, 'export')
    ? Object.values(edition.rosters).filter((roster) => roster.route === id)
    : [];
  return {
    route: id,
    title,
    subject,
    atOnce: CASES_AT_ONCE,
    queues: await Promise.all(views),
    rosters: rosters.map((roster) => ({ id: roster.id, title: roster.title, queues: roster.queues })),
  };
}

/** The cycle that a route's positions stand in. */
export const cycleOf = (edition: CompiledEdition, route: CompiledRoute): string =>
  route.definition.subject === 'account' ? ACCOUNT_CYCLE : edition.definition.edition.cycle.id;

async function countOf(
  services: Services,
  actor: Actor,
  edition: CompiledEdition,
  route: CompiledRoute,
  queue: string,
): Promise<{ count: number; more: boolean }> {
  const key = {
    organisationId: actor.organisationId ?? '',
    route: route.definition.id,
    cycle: cycleOf(edition, route),
    queue,
  };
  const waiting = await positions.count(services.db, key, COUNTED + 1);
  return { count: Math.min(waiting, COUNTED), more: waiting > COUNTED };
}

/** Each event once, under the first desk that may fire it. */
function eventsOf({ route, desks }: Entry, byDesk: Record<string, string[]>): ActionView[] {
  return Object.entries(route.definition.events).flatMap(([event, definition]) => {
    const desk = desks.find((one) => byDesk[one]?.includes(event));
    return desk === undefined || definition.batch ? [] : [actionView(event, desk, definition)];
  });
}

function batchesOf({ route, desks }: Entry, queue: string): ActionView[] {
  return Object.entries(route.definition.events).flatMap(([event, definition]) => {
    const desk = desks.find((one) => route.permissions.some((may) => may.event === event && may.by === one));
    return desk === undefined || definition.batch?.queue !== queue
      ? []
      : [actionView(event, desk, definition)];
  });
}

/** Applications are the daily work, so a desk opens with them; accounts follow. Within each the definition's order. */
function applicationsFirst(routes: CompiledRoute[]): CompiledRoute[] {
  const isAccount = ({ definition }: CompiledRoute): number => Number(definition.subject === 'account');
  return [...routes].sort((a, b) => isAccount(a) - isAccount(b));
}
