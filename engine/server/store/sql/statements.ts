import type { Table } from '../table.ts';
import { conditionOf, quoted, type Scalar, Sql, type Where } from './conditions.ts';

/** The order of rows, first what counts most. */
export type Order<R> = (keyof R & string) | [keyof R & string, 'ASC' | 'DESC'];
export type SelectOptions<R> = {
  order?: Order<R>[];
  limit?: number;
  /** Passes over so many of them; needs `limit`. */
  offset?: number;
  /** Holds the rows until the transaction ends. */
  lock?: boolean;
  /** Only these columns. */
  attributes?: (keyof R & string)[];
};

/** `SELECT` of the rows that meet the condition. */
export function selectOf<R>(table: Table<R>, where: Where<R>, options: SelectOptions<R>): Sql {
  const columns = options.attributes ?? Object.keys(table.columns);
  const condition = whereOf(table, where);
  const { order, limit, offset } = options;
  const text = [
    `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)}`,
    condition.text,
    order && `ORDER BY ${order.map(orderOf).join(', ')}`,
    limit !== undefined && `LIMIT ${wholeNumber(limit)}`,
    offset !== undefined && `OFFSET ${wholeNumber(offset)}`,
    options.lock && 'FOR UPDATE',
  ];
  return new Sql(text.filter(Boolean).join(' '), condition.values);
}

/** Rows put together by one column, with one value of another. */
export type Grouping<R> = {
  by: keyof R & string;
  value: 'COUNT' | 'MIN' | 'MAX';
  of: keyof R & string;
};

/** `SELECT` of groups in order of what they have in common, as `group` and `value`. */
export function groupOf<R>(table: Table<R>, where: Where<R>, { by, value, of }: Grouping<R>): Sql {
  const condition = whereOf(table, where);
  const columns = `${quoted(by)} AS ${quoted('group')}, ${value}(${quoted(of)}) AS ${quoted('value')}`;
  const from = `FROM ${quoted(table.name)} ${condition.text}`;
  return new Sql(`SELECT ${columns} ${from} GROUP BY ${quoted(by)} ORDER BY ${quoted(by)}`, condition.values);
}

type Row = { [column: string]: Scalar };

/** `INSERT` of rows that have the same columns. */
export function insertOf<R>(table: Table<R>, rows: readonly Row[]): Sql {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(quoted).join(', ');
  const marks = rows.map(() => `(${columns.map(() => '?').join(', ')})`);
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  return new Sql(`INSERT INTO ${quoted(table.name)} (${names}) VALUES ${marks.join(', ')}`, values);
}

/** `INSERT` of several rows of the same columns at once; those whose key is there already are passed over. */
export function insertMissingOf<R>(
  table: Table<R>,
  rows: { [column: string]: Scalar }[],
  dialect: 'sqlite' | 'mysql',
): Sql {
  const columns = Object.keys(rows[0] ?? {});
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const verb = dialect === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
  const into = `${verb} INTO ${quoted(table.name)} (${columns.map(quoted).join(', ')})`;
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  return new Sql(`${into} VALUES ${rows.map(() => marks).join(', ')}`, values);
}

/** `UPDATE` of the rows that meet the condition; a change that is SQL is computed by the database. */
export function updateOf<R>(
  table: Table<R>,
  where: Where<R>,
  changes: { [column: string]: Scalar | Sql },
): Sql {
  const condition = whereOf(table, where);
  const parts = Object.entries(changes).map(([column, change]) =>
    change instanceof Sql
      ? new Sql(`${quoted(column)} = ${change.text}`, change.values)
      : new Sql(`${quoted(column)} = ?`, [change]),
  );
  const text = `UPDATE ${quoted(table.name)} SET ${parts.map((one) => one.text).join(', ')} ${condition.text}`;
  return new Sql(text, [...parts.flatMap(({ values }) => values), ...condition.values]);
}

/** `DELETE` of the rows that meet the condition. */
export function deleteOf<R>(table: Table<R>, where: Where<R>): Sql {
  const condition = whereOf(table, where);
  return new Sql(`DELETE FROM ${quoted(table.name)} ${condition.text}`, condition.values);
}

/** The column counted up or down. */
export function increased<R>(column: keyof R & string, by = 1): Sql {
  return new Sql(`${quoted(column)} + (${wholeNumber(by)})`);
}

function whereOf<R>(table: Table<R>, where: Where<R>): Sql {
  const { text, values } = conditionOf(table.columns, where);
  return new Sql(text === '' ? '' : `WHERE ${text}`, values);
}

function orderOf<R>(order: Order<R>): string {
  return typeof order === 'string' ? quoted(order) : `${quoted(order[0])} ${order[1]}`;
}

/** A number that may stand in SQL text. */
function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`A whole number stands here, not <${value}>.`);
  return value;
}
