import { eventTable } from '../models/events.ts';
import { find, insert, one } from '../rows.ts';
import type { EventRepository } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';

export const events: EventRepository = {
  append: (tx, given) =>
    atomically(tx, async (inner) => {
      const newest = [['seq', 'DESC'] as [string, string]];
      const last = await one(
        inner,
        eventTable,
        { caseId: given.caseId },
        { attributes: ['seq'], order: newest },
      );
      const event = { ...given, seq: (last?.seq ?? 0) + 1 };
      await insert(inner, eventTable, event);
      return event;
    }),

  list: (tx, caseId) => find(tx, eventTable, { caseId }, { order: ['seq'] }),
};
