import { routeOf } from '#core/compile/index.ts';
import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { holdersOf } from '#core/route/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { CaseRecord } from '#server/store/index.ts';

/** Handed in, not finished, and not returned to the applicant: some desk may still act, whatever the cycle. */
export async function isOnItsWay(services: Services, record: CaseRecord): Promise<boolean> {
  if (record.round === 0) return false;
  const route = routeOf(await services.editions.get(record.edition), record.route);
  const state = { value: record.state, context: record.context };
  const holders = holdersOf(route, state);
  if (holders.length > 0) return holders.some((one) => one !== 'applicant');
  const leaves = leavesOf(record.state);
  return route.permissions.some((one) => leaves.includes(one.state) && one.by !== 'applicant');
}

/** The innermost states that are active, as `outer.inner`. */
function leavesOf(state: Json): string[] {
  if (typeof state === 'string') return [state];
  if (!isObject(state)) return [];
  return Object.entries(state).flatMap(([outer, inner]) => leavesOf(inner).map((one) => `${outer}.${one}`));
}
