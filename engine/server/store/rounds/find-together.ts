import { decode } from '../rows.ts';
import { quoted, run, type SelectOptions, Sql, selectOf, type Where } from '../sql/index.ts';
import type { Table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** One of several queries that go as one statement: which rows of which table, and what becomes of them. */
export type Part = {
  select: (locking: boolean) => Sql;
  columns: string[];
  /** Takes its rows as records, in no order. */
  take: (rows: object[]) => void;
};

type PartOptions<R> = Pick<SelectOptions<R>, 'lock' | 'attributes'>;

/** The rows of a table that meet the condition, handed to `take` as records. `lock` holds them, and comes first. */
export function part<R>(
  table: Table<R>,
  where: Where<R>,
  take: (rows: R[]) => void,
  { lock = false, attributes }: PartOptions<R> = {},
): Part {
  const columns = attributes ?? (Object.keys(table.columns) as (keyof R & string)[]);
  return {
    columns,
    select: (locking) => selectOf(table, where, { attributes: columns, lock: lock && locking }),
    take: (rows) => take(rows.map((row) => decode(table, row))),
  };
}

/**
 * Carries out several queries as one statement. Parts that hold rows come first: MariaDB answers them in this order, and
 * what is read behind them is read once they are held.
 */
export async function findTogether(tx: Tx, parts: Part[]): Promise<void> {
  const locking = tx.dialect !== 'sqlite' && tx.transaction !== null;
  const width = Math.max(...parts.map(({ columns }) => columns.length));
  const selects = parts.map((one, at) => padded(one, { at, width, locking }));
  const text = selects.map((one) => one.text).join(' UNION ALL ');
  const { rows } = await run(
    tx,
    new Sql(
      text,
      selects.flatMap(({ values }) => values),
    ),
  );
  const byPart = Map.groupBy(rows as Row[], ({ part: at }) => Number(at));
  for (const [at, { columns, take }] of parts.entries())
    take((byPart.get(at) ?? []).map((row) => recordOf(columns, row)));
}

type Row = { part: number; [column: string]: unknown };
type Padding = { at: number; width: number; locking: boolean };

/** Every part gives as many columns under the same names. SQLite takes no brackets here, MariaDB needs them for a lock. */
function padded({ select, columns }: Part, { at, width, locking }: Padding): Sql {
  const { text, values } = select(locking);
  const names = Array.from({ length: width }, (_, column) => {
    const name = columns[column];
    return `${name === undefined ? 'NULL' : quoted(name)} AS ${quoted(`c${column}`)}`;
  });
  const listed = `SELECT ${columns.map(quoted).join(', ')} FROM`;
  const whole = `SELECT ${at} AS ${quoted('part')}, ${names.join(', ')} FROM${text.slice(listed.length)}`;
  return new Sql(locking ? `(${whole})` : whole, values);
}

const recordOf = (columns: string[], row: Row): object =>
  Object.fromEntries(columns.map((column, at) => [column, row[`c${at}`]]));
