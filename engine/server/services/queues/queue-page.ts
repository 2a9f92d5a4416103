import { atNoSection, seenAnswers, writerOf } from '#core/evaluate/index.ts';
import type { QueuePage, QueueRow } from '#core/model/wire/index.ts';
import { actionsOf, titleOf } from '#core/route/index.ts';
import { abilityOver, answersOf, loadCase, rolesOver, summaryOf } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Actor, can, forbidden, notFound } from '#server/services/ground/index.ts';
import {
  loading,
  type Position,
  positions,
  type QueueKey,
  readTogether,
  type Tx,
} from '#server/store/index.ts';
import { runningRoute } from './running.ts';

const PAGE = 100;

type QueueRequest = { route: string; queue: string; cycle?: string; after?: string; text?: string };

/** One page of a queue of my organisation, newest first; with `text` only those whose name holds it. */
export async function queuePage(services: Services, actor: Actor, request: QueueRequest): Promise<QueuePage> {
  const key = await queueKey(services, actor, request);
  const { rows, after } = await positions.page(services.db, key, {
    after: request.after ?? null,
    limit: PAGE,
    text: request.text ?? '',
  });
  const reading = readTogether(services.db);
  const shown = await Promise.all(rows.map((position) => rowOf(services, reading, actor, position)));
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

/** What a queue shows of a case; null where it was erased meanwhile. */
async function rowOf(services: Services, tx: Tx, actor: Actor, position: Position): Promise<QueueRow | null> {
  const record = await loading.case(tx, position.caseId);
  if (!record) return null;
  const loaded = await loadCase(services, tx, record);
  const { resolved } = await answersOf(services, tx, loaded);
  const data = atNoSection(resolved);
  const unit = record.unitId === null ? null : await loading.organisation(tx, record.unitId);
  const roles = rolesOver(actor, record, loaded.category.definition.applicant === 'organisation');
  const offered = (by: string): string[] => actionsOf(loaded.edition, record.route, loaded.state, by, data);
  return {
    id: record.id,
    subject: record.subject,
    category: record.category,
    categoryTitle: loaded.category.definition.title,
    name: record.name,
    organisation: unit?.name ?? '',
    stateTitle: titleOf(loaded.route, loaded.state),
    round: record.round,
    version: record.version,
    since: position.since,
    summary: summaryOf(
      loaded.category,
      seenAnswers(loaded.category, resolved.values, roles),
      writerOf(loaded.edition),
    ),
    actions: [...new Set(roles.flatMap(offered))],
  };
}
