import type { CaseState, CompiledRoute } from '#core/model/index.ts';
import { hasTimeLimits } from '#core/route/index.ts';
import { loading, type Tx, timeLimitRows } from '#server/store/index.ts';

/** A case has begun or moved: where time limits run now, they are looked at next. */
export async function watchLimits(
  tx: Tx,
  route: CompiledRoute,
  caseId: string,
  state: CaseState,
  at: string,
): Promise<void> {
  if (Object.keys(route.machine.limits).length === 0) return;
  const present = await loading.timeLimit(tx, caseId);
  if (hasTimeLimits(route, state)) await timeLimitRows.set(tx, caseId, at, { isNew: !present });
  else if (present) await timeLimitRows.remove(tx, caseId);
}
