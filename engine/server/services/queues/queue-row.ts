import { categoryOf, routeOf } from '#core/compile/index.ts';
import { writerOf } from '#core/evaluate/index.ts';
import type { CompiledCategory } from '#core/model/index.ts';
import type { QueueRow } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import { answersOf, loadCase, rolesOver, summaryLines, summaryOf } from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { type ListedRecord, loading, type Position, type Tx } from '#server/store/index.ts';
import { type ListedCase, rowActions } from './row-actions.ts';

/** What a queue shows of a case; null where it was erased meanwhile. */
export async function queueRow(
  services: Services,
  tx: Tx,
  actor: Actor,
  position: Position,
): Promise<QueueRow | null> {
  const listed = await loading.listed(tx, position.caseId);
  if (!listed) return null;
  const { record } = listed;
  const edition = await services.editions.get(record.edition);
  const category = categoryOf(edition, record.category);
  const route = routeOf(edition, record.route);
  const one: ListedCase = { record, edition, route, state: { value: record.state, context: record.context } };
  const roles = rolesOver(actor, record, category.definition.applicant === 'organisation');
  const unit = record.unitId === null ? null : await loading.organisation(tx, record.unitId);
  return {
    id: record.id,
    subject: record.subject,
    category: record.category,
    categoryTitle: category.definition.title,
    name: record.name,
    organisation: unit?.name ?? '',
    stateTitle: titleOf(route, one.state),
    round: record.round,
    version: record.version,
    since: position.since,
    summary: await summary(services, tx, { listed, one, category, roles }),
    actions: await rowActions(services, tx, one, roles),
  };
}

type Shown = { listed: ListedRecord; one: ListedCase; category: CompiledCategory; roles: string[] };

/** As it was written when the case changed; computed where that is not so, or has not been done yet. */
async function summary(
  services: Services,
  tx: Tx,
  { listed: { record, listing }, one: { edition }, category, roles }: Shown,
): Promise<QueueRow['summary']> {
  const writer = writerOf(edition);
  if (listing !== null)
    return summaryLines(category, listing, { roles, open: services.secrets.open, writer });
  const { resolved } = await answersOf(services, tx, await loadCase(services, tx, record));
  return summaryOf(category, resolved.values, writer, roles);
}
