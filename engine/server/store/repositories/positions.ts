import { comparisonKey } from '#core/text/index.ts';
import { at, id, primary, text, within } from '../columns.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import type { Position } from '../records/index.ts';
import { find, insertAll, remove, utc } from '../rows.ts';
import { contains } from '../search.ts';
import {
  AND,
  atLeast,
  atMost,
  either,
  exists,
  greaterThan,
  lessThan,
  OR,
  type Order,
  oneOf,
  run,
  Sql,
  sameAs,
  selectOf,
  type Where,
} from '../sql/index.ts';
import { table } from '../table.ts';
import { atomically } from '../transaction.ts';
import type { Tx } from '../tx.ts';
import { caseTable } from './case-table.ts';
import { organisationTable } from './organisations.ts';

/** Which case is in which queue of which organisation. */
export const positionTable = table<Position>('positions', {
  caseId: within('cases', primary(id())),
  organisationId: primary(id()),
  desk: id(),
  queue: id(),
  cycle: text(60),
  route: id(),
  since: at(),
});

/** One queue of one organisation in one cycle. */
export type QueueKey = { organisationId: string; route: string; cycle: string; queue: string };

/** Counting stops at `bound`, however large it was asked for. */
const MOST_COUNTED = 10_000;
/** A search looks at so many cases in one statement. */
const STRIDE = 5000;
const NEWEST: Order<Position>[] = [
  ['since', 'DESC'],
  ['caseId', 'DESC'],
];

/** Queues: what of them a case is in, and a queue page by page. */
export const positions = {
  ofCase: (tx: Tx, caseId: string): Promise<Position[]> =>
    find(tx, positionTable, { caseId }, { order: ['organisationId'] }),

  /** Of every queue and cycle. */
  ofOrganisation: (tx: Tx, organisationId: string): Promise<Position[]> =>
    find(tx, positionTable, { organisationId }),

  /** Of many cases at once. */
  ofCases: (tx: Tx, caseIds: string[]): Promise<Position[]> =>
    find(tx, positionTable, { caseId: oneOf(caseIds) }, { order: ['caseId', 'organisationId'] }),

  /**
   * These are the case's positions from now on, in place of those that it has, which are read where they are not given;
   * one an organisation. Unchanged ones are not touched.
   */
  replace: (tx: Tx, caseId: string, wanted: Position[], known?: Position[]): Promise<void> =>
    atomically(tx, async (inner) => {
      const present = known ?? (await positions.ofCase(inner, caseId));
      const next = wanted.map((position) => ({ ...position, caseId, since: utc(position.since) }));
      const gone = present.filter((one) => !next.some((two) => same(one, two)));
      const left = gone.map(({ organisationId }) => organisationId);
      if (left.length > 0) await remove(inner, positionTable, { caseId, organisationId: oneOf(left) });
      const added = next.filter((one) => !present.some((two) => same(one, two)));
      if (added.length > 0) await insertAll(inner, positionTable, added);
    }),

  /** Newest first; with `text` those whose case, or the organisation that it names, is called so, however far down they stand. */
  async page(
    tx: Tx,
    key: QueueKey,
    options: { after?: string | null; limit: number; text?: string },
  ): Promise<Page<Position>> {
    const limit = bounded(options.limit);
    const cursor = readCursor(options.after, 2);
    const text = comparisonKey(options.text ?? '');
    const rows =
      text === ''
        ? await find(tx, positionTable, behind(key, cursor), { order: NEWEST, limit: limit + 1 })
        : await named(tx, key, text, { cursor, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.since, row.caseId]);
  },

  /**
   * The ids of all cases of a queue, newest first, so many by each statement: what somebody does with them goes on
   * between two statements. A case that moves meanwhile may be left out.
   */
  async *all(tx: Tx, key: QueueKey, together: number): AsyncGenerator<string[]> {
    let cursor: string[] | null = null;
    for (;;) {
      const rows: Position[] = await find(tx, positionTable, behind(key, cursor), {
        order: NEWEST,
        limit: together,
      });
      if (rows.length > 0) yield rows.map(({ caseId }) => caseId);
      const last = rows.at(-1);
      if (!last || rows.length < together) return;
      cursor = [last.since, last.caseId];
    }
  },

  /** How many stand in each of these queues, by one statement; counts no further than `bound`. */
  async counts(tx: Tx, keys: QueueKey[], bound: number): Promise<number[]> {
    if (keys.length === 0) return [];
    const limit = Math.min(Math.max(bound, 1), MOST_COUNTED);
    const { rows } = await run(tx, countsOf(keys, limit));
    const counts = new Map(
      (rows as { at: number; count: number }[]).map(({ at, count }) => [Number(at), count]),
    );
    return keys.map((_, at) => Number(counts.get(at) ?? 0));
  },
};

function countsOf(keys: QueueKey[], limit: number): Sql {
  const parts = keys.map((key) => selectOf(positionTable, queue(key), { attributes: ['caseId'], limit }));
  const counted = parts.map(
    ({ text }, at) => `SELECT ${at} AS \`at\`, COUNT(*) AS \`count\` FROM (${text}) AS \`queue${at}\``,
  );
  return new Sql(
    counted.join(' UNION ALL '),
    parts.flatMap(({ values }) => values),
  );
}

/** The first positions behind the cursor whose case, or its organisation, is called so, looked for in strides. */
async function named(
  tx: Tx,
  key: QueueKey,
  text: string,
  { cursor, limit }: { cursor: string[] | null; limit: number },
): Promise<Position[]> {
  const found: Position[] = [];
  for (let from = cursor; ; ) {
    const stride = behind(key, from);
    const [last] = await find(tx, positionTable, stride, { order: NEWEST, limit: 1, offset: STRIDE });
    const within: Where<Position> = { [AND]: [stride, ...(last ? [upTo(last)] : []), isNamed(text)] };
    const rest = { order: NEWEST, limit: limit - found.length };
    found.push(...(await find(tx, positionTable, within, rest)));
    if (!last || found.length >= limit) return found;
    from = [last.since, last.caseId];
  }
}

const isNamed = (text: string): Sql =>
  exists(
    selectOf(
      caseTable,
      {
        id: sameAs(positionTable, 'caseId'),
        [AND]: [either(contains(['searchName'], text), isOfOrganisation(text))],
      },
      { attributes: ['id'] },
    ),
  );

/** The case around it is filed from an organisation that is called so. */
const isOfOrganisation = (text: string): Sql =>
  exists(
    selectOf(
      organisationTable,
      { id: sameAs(caseTable, 'unitId'), [AND]: [contains(['searchName'], text)] },
      { attributes: ['id'] },
    ),
  );

const behind = (key: QueueKey, cursor: string[] | null): Where<Position> => ({
  ...queue(key),
  ...before(cursor),
});

/** Down to this position, itself included. */
const upTo = ({ since, caseId }: Position): Where<Position> => ({
  since: atLeast(since),
  [OR]: [{ since: greaterThan(since) }, { caseId: atLeast(caseId) }],
});

/** Listed one by one: other keys of a caller's object must not become conditions. */
function queue({ organisationId, route, cycle, queue: name }: QueueKey): Where<Position> {
  return { organisationId, route, cycle, queue: name };
}

/** The bound on `since` lets the index start at the page; the other condition only handles equal times. */
function before(cursor: string[] | null): Where<Position> {
  if (!cursor) return {};
  const [since = '', caseId = ''] = cursor;
  return { since: atMost(since), [OR]: [{ since: lessThan(since) }, { caseId: lessThan(caseId) }] };
}

function same(a: Position, b: Position): boolean {
  const keys = ['organisationId', 'desk', 'queue', 'cycle', 'route', 'since'] as const;
  return keys.every((key) => a[key] === b[key]);
}
