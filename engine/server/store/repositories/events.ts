import { at, id, integer, json, nullable, primary, within } from '../columns.ts';
import type { CaseEvent } from '../records/index.ts';
import { find, grouped, insert } from '../rows.ts';
import { oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';

/** What happened to cases. */
export const eventTable = table<CaseEvent>(
  'events',
  {
    id: primary(id()),
    caseId: within('cases', id()),
    seq: integer(),
    event: id(),
    by: id(),
    userId: nullable(id()),
    organisationId: nullable(id()),
    fromState: json(),
    toState: json(),
    input: json(),
    round: integer(),
    at: at(),
  },
  { events_order: ['caseId', 'seq'] },
);

/** The history of cases; only ever appended to. */
export const events = {
  /** Gives the event its number within the case: the next after `last`, which is read where it is not given. */
  append: (tx: Tx, given: Omit<CaseEvent, 'seq'>, last?: number): Promise<CaseEvent> =>
    atomically(tx, async (inner) => {
      const before = last ?? (await events.lastOf(inner, [given.caseId]))[0]?.seq ?? 0;
      const event = { ...given, seq: before + 1 };
      await insert(inner, eventTable, event);
      return event;
    }),

  /** The number of the last event of each of these cases that has any. */
  async lastOf(tx: Tx, caseIds: string[]): Promise<{ caseId: string; seq: number }[]> {
    const where = { caseId: oneOf(caseIds) };
    const last = await grouped(tx, eventTable, where, { by: 'caseId', value: 'MAX', of: 'seq' });
    return last.map(({ group, value }) => ({ caseId: group, seq: Number(value) }));
  },

  list: (tx: Tx, caseId: string): Promise<CaseEvent[]> =>
    find(tx, eventTable, { caseId }, { order: ['seq'] }),

  /** Of many cases at once. */
  ofCases: (tx: Tx, caseIds: string[]): Promise<CaseEvent[]> =>
    find(tx, eventTable, { caseId: oneOf(caseIds) }, { order: ['caseId', 'seq'] }),
};
