import type { QueuePage } from '#core/model/wire/index.ts';
import { abilityOver } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Actor, can, forbidden, notFound } from '#server/services/ground/index.ts';
import { positions, type QueueKey, readTogether } from '#server/store/index.ts';
import { queueRow } from './queue-row.ts';
import { runningRoute } from './running.ts';

const PAGE = 100;

type QueueRequest = { route: string; queue: string; cycle?: string; after?: string; text?: string };

/** One page of a queue of my organisation, newest first; with `text` only those whose name, or whose organisation's, holds it. */
export async function queuePage(services: Services, actor: Actor, request: QueueRequest): Promise<QueuePage> {
  const key = await queueKey(services, actor, request);
  const { rows, after } = await positions.page(services.db, key, {
    after: request.after ?? null,
    limit: PAGE,
    text: request.text ?? '',
  });
  const reading = readTogether(services.db);
  const shown = await Promise.all(rows.map((position) => queueRow(services, reading, actor, position)));
  return { rows: shown.filter((row) => row !== null), after };
}

/**
 * The queue, if the route has it in that cycle and this person works at its desks; without a cycle it is that of new
 * cases.
 */
export async function queueKey(
  services: Services,
  actor: Actor,
  { route: id, queue, cycle }: Pick<QueueRequest, 'route' | 'queue' | 'cycle'>,
): Promise<QueueKey> {
  const running = await runningRoute(services, id, cycle);
  if (!running.versions.some(({ route }) => Object.hasOwn(route.definition.queues, queue))) throw notFound();
  if (!can(actor, abilityOver(running.lead.route.definition)) || actor.organisationId === null)
    throw forbidden();
  return { organisationId: actor.organisationId, route: id, cycle: running.cycle, queue };
}
