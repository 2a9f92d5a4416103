import { at, id, integer, json, nullable, primary, within } from '../columns.ts';
import { find, findOne, insert } from '../rows.ts';
import { type Order, oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';
import type { CaseEvent } from '../types.ts';

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
  /** Gives the event its number within the case. */
  append: (tx: Tx, given: Omit<CaseEvent, 'seq'>): Promise<CaseEvent> =>
    atomically(tx, async (inner) => {
      const newest: Order<CaseEvent>[] = [['seq', 'DESC']];
      const last = await findOne(
        inner,
        eventTable,
        { caseId: given.caseId },
        { attributes: ['seq'], order: newest },
      );
      const event = { ...given, seq: (last?.seq ?? 0) + 1 };
      await insert(inner, eventTable, event);
      return event;
    }),

  list: (tx: Tx, caseId: string): Promise<CaseEvent[]> =>
    find(tx, eventTable, { caseId }, { order: ['seq'] }),

  /** Of many cases at once. */
  ofCases: (tx: Tx, caseIds: string[]): Promise<CaseEvent[]> =>
    find(tx, eventTable, { caseId: oneOf(caseIds) }, { order: ['caseId', 'seq'] }),
};
