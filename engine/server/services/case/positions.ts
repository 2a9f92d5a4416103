import type { CaseState, CompiledRoute } from '#core/model/index.ts';
import { holdersOf, queuesOf } from '#core/route/index.ts';
import { type CaseRecord, loading, type Position, positions, type Tx } from '#server/store/index.ts';

/**
 * Puts a case into the queues of the organisations on its way, as its new state says. An organisation that holds
 * several desks sees it once: under the desk that holds the case, else under the last of them.
 */
export async function updatePositions(
  tx: Tx,
  route: CompiledRoute,
  record: CaseRecord,
  state: CaseState,
  at: string,
): Promise<void> {
  const holders = holdersOf(route, state);
  const seen = new Map<string, Position>();
  for (const [desk, queue] of Object.entries(queuesOf(route, state))) {
    const organisationId = state.context.desks[desk] ?? null;
    if (queue === null || organisationId === null) continue;
    const known = seen.get(organisationId);
    if (known && holders.includes(known.desk)) continue;
    const { id: caseId, cycle, route: routeId } = record;
    seen.set(organisationId, { caseId, desk, organisationId, queue, cycle, route: routeId, since: at });
  }
  await positions.replace(tx, record.id, [...seen.values()], await loading.positions(tx, record.id));
}
