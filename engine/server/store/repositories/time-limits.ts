import { at, id, primary, within } from '../columns.ts';
import type { At, TimeLimitRow } from '../records/index.ts';
import { find, insertNew, remove, update, utc } from '../rows.ts';
import { atMost, type Order, oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Which cases have time limits that run, and when to look at them. */
export const timeLimitTable = table<TimeLimitRow>('time_limits', {
  caseId: within('cases', primary(id())),
  dueAt: at(),
});

/** Cases whose time limits run. When a limit is over is computed from the case itself: here stands when to look. */
export const timeLimitRows = {
  /** `isNew`: whoever sets it has seen that there is none. */
  async set(tx: Tx, caseId: string, dueAt: At, { isNew = false } = {}): Promise<void> {
    const changes = { dueAt: utc(dueAt) };
    if (isNew && (await insertNew(tx, timeLimitTable, { caseId, ...changes }))) return;
    const move = (): Promise<number> => update(tx, timeLimitTable, { caseId }, changes);
    if ((await move()) > 0) return;
    if (!(await insertNew(tx, timeLimitTable, { caseId, ...changes }))) await move();
  },

  get: async (tx: Tx, caseId: string): Promise<TimeLimitRow | null> =>
    (await find(tx, timeLimitTable, { caseId }))[0] ?? null,

  ofCases: (tx: Tx, caseIds: string[]): Promise<TimeLimitRow[]> =>
    find(tx, timeLimitTable, { caseId: oneOf(caseIds) }),

  remove: (tx: Tx, caseId: string): Promise<number> => remove(tx, timeLimitTable, { caseId }),

  /** The cases to be looked at by now, longest due first. */
  async due(tx: Tx, now: At, limit: number): Promise<string[]> {
    const order: Order<TimeLimitRow>[] = ['dueAt', 'caseId'];
    return (await find(tx, timeLimitTable, { dueAt: atMost(utc(now)) }, { order, limit })).map(
      ({ caseId }) => caseId,
    );
  },
};
