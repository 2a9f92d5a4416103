import type { Column } from '../columns.ts';

/** What a column holds or is compared with. */
export type Scalar = string | number | boolean | null;

/** A piece of SQL and the values for its marks. Made in this room alone: what a caller sends is only ever a value. */
export class Sql {
  readonly text: string;
  readonly values: readonly Scalar[];
  constructor(text: string, values: readonly Scalar[] = []) {
    this.text = text;
    this.values = values;
  }
}

/** What one column must meet besides equality. */
export class Condition {
  readonly on: (column: string) => Sql;
  constructor(on: (column: string) => Sql) {
    this.on = on;
  }
}

/** One of these must hold. */
export const OR = Symbol('or');
/** Each of these must hold, too. */
export const AND = Symbol('and');

/** What rows must have: values that columns equal, or conditions made by the functions below. */
export type Where<R> = { [K in keyof R]?: Scalar | Condition } & {
  [OR]?: Where<R>[];
  [AND]?: (Where<R> | Sql)[];
};

/** Lists are filled up to these lengths, so that few texts are prepared. */
const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const NOTHING = new Sql('1 = 0');

/** The column holds one of these values. */
export const oneOf = (values: readonly Scalar[]): Condition =>
  new Condition((column) => {
    const last = values.at(-1);
    if (last === undefined) return NOTHING;
    const length = LENGTHS.find((one) => one >= values.length) ?? values.length;
    const padded = [...values, ...Array<Scalar>(length - values.length).fill(last)];
    return new Sql(`${column} IN (${padded.map(() => '?').join(', ')})`, padded);
  });
/** The column is less. */
export const lessThan = (value: string | number): Condition => comparison('<', value);
/** The column is greater. */
export const greaterThan = (value: string | number): Condition => comparison('>', value);
/** The column is less or equal. */
export const atMost = (value: string | number): Condition => comparison('<=', value);
/** The column is greater or equal. */
export const atLeast = (value: string | number): Condition => comparison('>=', value);
/** The column holds another value. */
export const notEqual = (value: string): Condition => comparison('<>', value);
/** The column holds a text that begins with this one: a range, so that the index is used. `last` ends in no surrogate. */
export const between = (from: string, before: string): Condition =>
  new Condition((column) => new Sql(`(${column} >= ? AND ${column} < ?)`, [from, before]));

const comparison = (operator: string, value: string | number): Condition =>
  new Condition((column) => new Sql(`${column} ${operator} ?`, [value]));

/** The column holds one of what this query gives. */
export const among = (query: Sql): Condition =>
  new Condition((column) => new Sql(`${column} IN (${query.text})`, query.values));

/** The column holds what that column of a table around this query holds. */
export const sameAs = <R>(table: { name: string; columns: R }, column: keyof R & string): Condition =>
  new Condition((own) => new Sql(`${own} = ${quoted(table.name)}.${quoted(column)}`));

/** This query gives a row. */
export const exists = (query: Sql): Sql => new Sql(`EXISTS (${query.text})`, query.values);

/** One of the two holds. */
export const either = (one: Sql, other: Sql): Sql => joined([one, other], ' OR ');

/** A name of a table or column as both databases read it. */
export const quoted = (name: string): string => `\`${name}\``;

/** The condition as SQL; empty text where there is none. Throws TypeError for what is neither scalar nor condition. */
export function conditionOf<R>(columns: { [key: string]: Column }, where: Where<R>): Sql {
  const parts = [
    ...Object.entries(where).map(([key, wanted]) => columnCondition(columns, key, wanted)),
    ...(where[AND] ?? []).map((one) => (one instanceof Sql ? one : conditionOf(columns, one))),
    ...(where[OR]
      ? [
          joined(
            where[OR].map((one) => conditionOf(columns, one)),
            ' OR ',
          ),
        ]
      : []),
  ];
  return joined(parts, ' AND ');
}

/** A list or object from a request must never become an operator: only scalars and conditions of this room pass. */
function columnCondition(columns: { [key: string]: Column }, key: string, wanted: unknown): Sql {
  if (!Object.hasOwn(columns, key)) throw new TypeError(`There is no column <${key}>.`);
  const column = quoted(key);
  if (wanted === null) return new Sql(`${column} IS NULL`);
  if (wanted instanceof Condition) return wanted.on(column);
  if (isScalar(wanted)) return new Sql(`${column} = ?`, [wanted]);
  throw new TypeError(`Condition on <${key}> is ${wanted === undefined ? 'undefined' : 'no scalar'}.`);
}

function joined(parts: Sql[], by: string): Sql {
  const present = parts.filter(({ text }) => text !== '');
  const [first] = present;
  if (first === undefined) return new Sql('');
  if (present.length === 1) return first;
  const text = present.map((one) => one.text).join(by);
  return new Sql(
    `(${text})`,
    present.flatMap(({ values }) => values),
  );
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
