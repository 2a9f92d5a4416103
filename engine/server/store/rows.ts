/** Rows in and out of tables, as plain records. The only place where JSON is written as text and read again. */
import { type Model, type ModelStatic, Op, type Order, type WhereOptions } from 'sequelize';
import type { Column } from './columns.ts';
import type { Table } from './table.ts';
import { refuseForeignWrite } from './transaction-scope.ts';
import type { Tx } from './tx.ts';
import { isTaken } from './unique-keys.ts';

/** A condition that is more than equality: made by the functions below, never by what a caller sends. */
type Condition = { [operator: symbol]: unknown };
type Scalar = string | number | boolean | null;
/** What rows must have: values that columns equal, or conditions made by the functions below. */
export type Where<R> = { [K in keyof R]?: Scalar | Condition } & {
  [Op.or]?: Where<R>[];
  [Op.and]?: unknown[];
};
type FindOptions = { order?: Order; limit?: number; lock?: boolean; attributes?: string[] };

/** The column holds one of these values. */
export const oneOf = (values: readonly Scalar[]): Condition => ({ [Op.in]: [...values] });
/** The column is less. */
export const lessThan = (value: string | number): Condition => ({ [Op.lt]: value });
/** The column is greater. */
export const greaterThan = (value: string | number): Condition => ({ [Op.gt]: value });
/** The column is less or equal. */
export const atMost = (value: string | number): Condition => ({ [Op.lte]: value });
/** The column holds another value. */
export const notEqual = (value: string): Condition => ({ [Op.ne]: value });

/** The matching rows as records. */
export async function find<R>(
  tx: Tx,
  table: Table<R>,
  where: Where<R>,
  options: FindOptions = {},
): Promise<R[]> {
  if (neverHolds(where)) return [];
  const { lock, ...rest } = options;
  const locking = lock && tx.transaction ? { lock: tx.transaction.LOCK.UPDATE } : {};
  const rows = await modelOf(tx, table).findAll({
    ...rest,
    ...locking,
    where: checked(where),
    raw: true,
    transaction: tx.transaction,
  });
  return rows.map((row) => decode(table, row));
}

/** The matching row, or null. */
export async function findOne<R>(
  tx: Tx,
  table: Table<R>,
  where: Where<R>,
  options: FindOptions = {},
): Promise<R | null> {
  const [row] = await find(tx, table, where, { ...options, limit: 1 });
  return row ?? null;
}

/** Throws Sequelize's UniqueConstraintError, which `isTaken` reads; `insertNew` asks instead. */
export async function insert<R>(tx: Tx, table: Table<R>, record: R): Promise<void> {
  refuseForeignWrite(tx);
  await modelOf(tx, table).create(encode(table, record), { transaction: tx.transaction });
}

/** False = a row with this primary key is there already. */
export async function insertNew<R>(tx: Tx, table: Table<R>, record: R): Promise<boolean> {
  try {
    await insert(tx, table, record);
    return true;
  } catch (error) {
    if (isTaken(error, table)) return false;
    throw error;
  }
}

/** Sets columns of the rows that fit; `computed` are constant SQL expressions. Gives how many rows matched. */
export async function update<R>(
  tx: Tx,
  table: Table<R>,
  where: NoInfer<Where<R>>,
  changes: NoInfer<Partial<R>>,
  computed: { [column: string]: unknown } = {},
): Promise<number> {
  if (neverHolds(where)) return 0;
  refuseForeignWrite(tx);
  const values = { ...encode(table, changes), ...computed };
  const [count] = await modelOf(tx, table).update(values, {
    where: checked(where),
    transaction: tx.transaction,
  });
  return count;
}

/** Deletes the matching rows; gives how many. */
export async function remove<R>(tx: Tx, table: Table<R>, where: Where<R>): Promise<number> {
  if (neverHolds(where)) return 0;
  refuseForeignWrite(tx);
  return modelOf(tx, table).destroy({ where: checked(where), transaction: tx.transaction });
}

/** Sequelize's model of a table on this database. Throws where the table is not listed in tables.ts. */
export function modelOf<R>(tx: Tx, table: Table<R>): ModelStatic<Model> {
  const model = tx.models.get(table.name);
  if (!model) throw new Error(`Table <${table.name}> is not listed in store/tables.ts.`);
  return model;
}

/** A record from a raw row of the table. */
export function decode<R>(table: Table<R>, row: unknown): R {
  const entries = Object.entries(row as object).map(([key, value]) => [
    key,
    read(columnOf(table, key), value),
  ]);
  return Object.fromEntries(entries) as R;
}

function encode<R>(table: Table<R>, record: Partial<R>): { [column: string]: unknown } {
  const known = Object.entries(record).filter(([key, value]) => value !== undefined && columnOf(table, key));
  return Object.fromEntries(known.map(([key, value]) => [key, write(columnOf(table, key), value)]));
}

function columnOf<R>(table: Table<R>, key: string): Column | undefined {
  return (table.columns as { [key: string]: Column })[key];
}

function read(column: Column | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column?.kind === 'json') return JSON.parse(String(value));
  if (column?.kind === 'boolean') return Boolean(value);
  if (column?.kind === 'integer') return Number(value);
  return value;
}

function write(column: Column | undefined, value: unknown): unknown {
  if (column?.kind === 'json' && !(value === null && column.nullable)) return JSON.stringify(value);
  if (column?.kind === 'at' && value !== null) return utc(String(value));
  return value;
}

/** ISO text in UTC with milliseconds. Throws RangeError for what is no date. */
export function utc(at: string): string {
  return new Date(at).toISOString();
}

/** No stored text contains NUL, and SQL text ends at it: a search for one finds nothing. */
function neverHolds(where: unknown): boolean {
  if (typeof where === 'string') return where.includes('\0');
  if (typeof where !== 'object' || where === null) return false;
  return Reflect.ownKeys(where).some((key) => neverHolds(Reflect.get(where, key)));
}

/** A list or object from a request must never become an operator: only scalars and this file's conditions pass. */
function checked<R>(where: Where<R>): WhereOptions {
  for (const [key, value] of Object.entries(where)) {
    if (value === undefined) throw new TypeError(`Condition on <${key}> is undefined.`);
    if (
      typeof value === 'object' &&
      value !== null &&
      (Array.isArray(value) || Object.keys(value).length > 0)
    ) {
      throw new TypeError(`Condition on <${key}> is no scalar.`);
    }
  }
  return where as WhereOptions;
}
