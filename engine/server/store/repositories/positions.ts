import { Op } from 'sequelize';
import { bounded, pageOf, readCursor } from '../cursor.ts';
import { positionTable } from '../models/positions.ts';
import { atMost, below, drop, find, insert, utc, type Where } from '../rows.ts';
import type { PositionRepository, QueueKey } from '../signatures/index.ts';
import { atomically } from '../transaction.ts';
import type { Position } from '../types.ts';

/** Counting stops at `bound`, however large it was asked for. */
const MOST_COUNTED = 10_000;

export const positions: PositionRepository = {
  ofCase: (tx, caseId) => find(tx, positionTable, { caseId }, { order: ['organisationId'] }),

  ofOrganisation: (tx, organisationId) => find(tx, positionTable, { organisationId }),

  replace: (tx, caseId, wanted) =>
    atomically(tx, async (inner) => {
      const present = await positions.ofCase(inner, caseId);
      const next = wanted.map((position) => ({ ...position, caseId, since: utc(position.since) }));
      for (const { organisationId } of present.filter((one) => !next.some((two) => same(one, two)))) {
        await drop(inner, positionTable, { caseId, organisationId });
      }
      for (const position of next.filter((one) => !present.some((two) => same(one, two)))) {
        await insert(inner, positionTable, position);
      }
    }),

  async page(tx, key, options) {
    const limit = bounded(options.limit);
    const where = { ...queue(key), ...before(readCursor(options.after, 2)) };
    const newest: [string, string][] = [
      ['since', 'DESC'],
      ['caseId', 'DESC'],
    ];
    const rows = await find(tx, positionTable, where, { order: newest, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.since, row.caseId]);
  },

  async count(tx, key, bound) {
    const limit = Math.min(Math.max(bound, 1), MOST_COUNTED);
    return (await find(tx, positionTable, queue(key), { attributes: ['caseId'], limit })).length;
  },
};

/** Written out: what else a caller's object holds must not become a condition. */
function queue({ organisationId, route, cycle, queue: name }: QueueKey): Where<Position> {
  return { organisationId, route, cycle, queue: name };
}

/** The bound on `since` alone lets the index begin at the page; what stands beside it only sorts out equal times. */
function before(cursor: string[] | null): Where<Position> {
  if (!cursor) return {};
  const [since = '', caseId = ''] = cursor;
  return { since: atMost(since), [Op.or]: [{ since: below(since) }, { caseId: below(caseId) }] };
}

function same(a: Position, b: Position): boolean {
  const keys = ['organisationId', 'desk', 'queue', 'cycle', 'route', 'since'] as const;
  return keys.every((key) => a[key] === b[key]);
}
