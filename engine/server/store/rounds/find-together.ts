import { breathe } from '../breathe.ts';
import { decode } from '../rows.ts';
import {
  quoted,
  runForLists,
  type Scalar,
  type SelectOptions,
  Sql,
  selectOf,
  type Where,
} from '../sql/index.ts';
import type { Table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** One of several queries that go as one statement: which rows of which table, and what becomes of them. */
export type Part = {
  select: (locking: boolean) => Sql;
  columns: string[];
  /** A row of it as a record; the part stands before the columns. */
  read: (row: unknown[]) => object;
  /** Takes its rows as records, in no order. */
  take: (rows: object[]) => void;
};

type PartOptions<R> = Pick<SelectOptions<R>, 'lock' | 'attributes'>;

/**
 * The rows of a table that meet the condition, handed to `take` as records. `lock` holds them, and comes first. The
 * condition is asked for when the text is made.
 */
export function part<R>(
  table: Table<R>,
  where: () => Where<R>,
  take: (rows: R[]) => void,
  { lock = false, attributes }: PartOptions<R> = {},
): Part {
  const columns = attributes ?? namesOfColumns(table);
  return {
    columns,
    select: (locking) => selectOf(table, where(), { attributes: columns, lock: lock && locking }),
    read: (row) => decode(table, recordOf(columns, row)) as object,
    take: (rows) => take(rows as R[]),
  };
}

const columnNames = new WeakMap<object, string[]>();

function namesOfColumns<R>(table: Table<R>): (keyof R & string)[] {
  const known = columnNames.get(table) ?? Object.keys(table.columns);
  columnNames.set(table, known);
  return known as (keyof R & string)[];
}

/**
 * A question that comes again with other values. Its parts, which `name` tells from all others, have `given(0)`,
 * `given(1)`, … where these values belong.
 */
type Question = { name: string; values: readonly string[] };

/** What stands for the value of a question. No id and no hash begins so. */
export const given = (at: number): string => `${GIVEN}${at}`;

const GIVEN = '\0given ';

/** Texts of questions, with what they are asked with: a value, or the place of one that is given. */
type Asked = { text: string; values: (Scalar | { given: number })[] };
const QUESTIONS = new Map<string, Asked>();

/**
 * Carries out several queries as one statement. Parts that hold rows come first: MariaDB answers them in this order, and
 * what is read behind them is read once they are held. The text of a `question` is made once.
 */
export async function findTogether(tx: Tx, parts: Part[], question?: Question): Promise<void> {
  const locking = tx.dialect !== 'sqlite' && tx.transaction !== null;
  const sql = question === undefined ? sqlOf(parts, locking) : sqlOfQuestion(parts, question, locking);
  const found = parts.map((): object[] => []);
  for (const [index, row] of (await runForLists(tx, sql)).entries()) {
    const at = Number(row[0]);
    const record = parts[at]?.read(row);
    if (record) found[at]?.push(record);
    if (index % STEP === STEP - 1) await breathe();
  }
  for (const [at, { take }] of parts.entries()) take(found[at] ?? []);
}

/** Rows that are read on end: of many cases others have their turn meanwhile. */
const STEP = 100;

function sqlOfQuestion(parts: Part[], { name, values }: Question, locking: boolean): Sql {
  const key = locking ? `${name} locking` : name;
  const known = QUESTIONS.get(key) ?? askedBy(sqlOf(parts, locking));
  QUESTIONS.set(key, known);
  const bound = known.values.map((one) => (isPlace(one) ? (values[one.given] ?? null) : one));
  return new Sql(known.text, bound);
}

const askedBy = ({ text, values }: Sql): Asked => ({
  text,
  values: values.map((one) =>
    typeof one === 'string' && one.startsWith(GIVEN) ? { given: Number(one.slice(GIVEN.length)) } : one,
  ),
});

const isPlace = (value: Scalar | { given: number }): value is { given: number } =>
  typeof value === 'object' && value !== null;

function sqlOf(parts: Part[], locking: boolean): Sql {
  const width = Math.max(...parts.map(({ columns }) => columns.length));
  const selects = parts.map((one, at) => padded(one, { at, width, locking }));
  const text = selects.map((one) => one.text).join(' UNION ALL ');
  return new Sql(
    text,
    selects.flatMap(({ values }) => values),
  );
}

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

function recordOf(columns: string[], row: unknown[]): object {
  const record: { [column: string]: unknown } = {};
  for (const [at, column] of columns.entries()) record[column] = row[at + 1];
  return record;
}
