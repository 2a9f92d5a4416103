/** Rows in and out of tables, as plain records. The only place where JSON is written as text and read again. */
import { announce } from './changes.ts';
import { type Column, hasDependants } from './columns.ts';
import { DIRECTORY, type Generation, generationTable } from './generations.ts';
import {
  deleteOf,
  type Grouping,
  groupOf,
  increased,
  insertMissingOf,
  insertOf,
  run,
  type Scalar,
  type SelectOptions,
  type Sql,
  selectOf,
  updateOf,
  type Where,
} from './sql/index.ts';
import type { Table } from './table.ts';
import { atomically } from './transaction.ts';
import { refuseForeignWrite } from './transaction-scope.ts';
import type { Tx } from './tx.ts';
import { isTaken } from './unique-keys.ts';

/** The matching rows as records. */
export async function find<R>(
  tx: Tx,
  table: Table<R>,
  where: Where<R>,
  options: SelectOptions<R> = {},
): Promise<R[]> {
  // SQLite's transactions hold the whole file; a lock on the database itself would end with its own statement.
  const lock = options.lock === true && tx.dialect !== 'sqlite' && tx.transaction !== null;
  if (lock) tx.memory?.forget(table.name);
  const { rows } = await run(tx, selectOf(table, where, { ...options, lock }));
  return rows.map((row) => decode(table, row));
}

/** The matching row, or null. */
export async function findOne<R>(
  tx: Tx,
  table: Table<R>,
  where: Where<R>,
  options: SelectOptions<R> = {},
): Promise<R | null> {
  const [row] = await find(tx, table, where, { ...options, limit: 1 });
  return row ?? null;
}

/** The matching rows put together: what they have in common as text, and the value of each group. */
export async function grouped<R>(
  tx: Tx,
  table: Table<R>,
  where: Where<R>,
  grouping: Grouping<R>,
): Promise<{ group: string; value: string | number | null }[]> {
  const { rows } = await run(tx, groupOf(table, where, grouping));
  return rows as { group: string; value: string | number | null }[];
}

/** Throws StatementError where a key is taken, which `isTaken` reads; `insertNew` asks instead. */
export async function insert<R>(tx: Tx, table: Table<R>, record: R): Promise<void> {
  await changing(tx, table, async (inner) => {
    inner.memory?.forget(table.name);
    announce(inner, 'insert', table.name, record as object);
    await run(inner, insertOf(table, [encode(table, record)]));
  });
}

/** Several rows by one statement. Throws as `insert` does. */
export async function insertAll<R>(tx: Tx, table: Table<R>, records: readonly R[]): Promise<void> {
  await changing(tx, table, async (inner) => {
    inner.memory?.forget(table.name);
    announce(inner, 'insert', table.name, {});
    await run(
      inner,
      insertOf(
        table,
        records.map((record) => encode(table, record)),
      ),
    );
  });
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

/** So many rows go into one statement. */
const TOGETHER = 100;

/** Puts in the rows whose primary key is not there yet; the others stay as they are. */
export async function insertMissing<R>(tx: Tx, table: Table<R>, records: R[]): Promise<void> {
  refuseForeignWrite(tx);
  tx.memory?.forget(table.name);
  for (let from = 0; from < records.length; from += TOGETHER) {
    const rows = records.slice(from, from + TOGETHER).map((record) => encode<R>(table, record as Partial<R>));
    announce(tx, 'insert', table.name, {});
    await run(tx, insertMissingOf(table, rows, tx.dialect));
  }
}

/** Sets columns of the rows that fit; `computed` by the database. Gives how many rows matched. */
export async function update<R>(
  tx: Tx,
  table: Table<R>,
  where: NoInfer<Where<R>>,
  changes: NoInfer<Partial<R>>,
  computed: { [column: string]: Sql } = {},
): Promise<number> {
  return changing(tx, table, async (inner) => {
    inner.memory?.forget(table.name);
    announce(inner, 'update', table.name, where);
    const sql = updateOf(table, where, { ...encode(table, changes), ...computed });
    return (await run(inner, sql)).count;
  });
}

/** Deletes the matching rows; gives how many. */
export async function remove<R>(tx: Tx, table: Table<R>, where: Where<R>): Promise<number> {
  return changing(tx, table, async (inner) => {
    // Rows of other tables go with these.
    if (hasDependants(table.name)) inner.memory?.forgetAll();
    else inner.memory?.forget(table.name);
    announce(inner, 'delete', table.name, where);
    return (await run(inner, deleteOf(table, where))).count;
  });
}

/** A change of the directory counts its generation up in the same transaction, once. */
async function changing<R, T>(tx: Tx, table: Table<R>, work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseForeignWrite(tx);
  if (!table.inDirectory) return work(tx);
  return atomically(tx, async (inner) => {
    await countGeneration(inner);
    return work(inner);
  });
}

async function countGeneration(tx: Tx): Promise<void> {
  if (!tx.memory || tx.memory.changesDirectory) return;
  tx.memory.changesDirectory = true;
  tx.memory.generation = null;
  const counted = { number: increased<Generation>('number') };
  await update(tx, generationTable, DIRECTORY, {}, counted);
}

/** A record from a raw row of the table, in place: rows come as objects of their own. Columns that are missing stay so. */
export function decode<R>(table: Table<R>, row: object): R {
  const record = row as { [key: string]: unknown };
  for (const [key, read] of readersOf(table)) {
    const value = record[key];
    if (value !== null && value !== undefined) record[key] = read(value);
  }
  return record as R;
}

type Reader = [key: string, read: (value: unknown) => unknown];
const readers = new WeakMap<object, Reader[]>();

const READ: { [kind in Column['kind']]?: (value: unknown) => unknown } = {
  json: (value) => JSON.parse(String(value)),
  // Where it comes together with texts of other tables, MariaDB gives it as text.
  boolean: (value) => Number(value) !== 0,
  integer: Number,
};

/** Of the columns that hold something else than text. */
function readersOf<R>(table: Table<R>): Reader[] {
  const known = readers.get(table);
  if (known) return known;
  const made = Object.entries<Column>(table.columns).flatMap(([key, { kind }]): Reader[] => {
    const read = READ[kind];
    return read === undefined ? [] : [[key, read]];
  });
  readers.set(table, made);
  return made;
}

function encode<R>(table: Table<R>, record: Partial<R>): { [column: string]: Scalar } {
  const known = Object.entries(record).filter(([key, value]) => value !== undefined && columnOf(table, key));
  return Object.fromEntries(known.map(([key, value]) => [key, write(columnOf(table, key), value)]));
}

function columnOf<R>(table: Table<R>, key: string): Column | undefined {
  return (table.columns as { [key: string]: Column })[key];
}

function write(column: Column | undefined, value: unknown): Scalar {
  if (column?.kind === 'json' && !(value === null && column.nullable)) return JSON.stringify(value);
  if (column?.kind === 'at' && value !== null) return utc(String(value));
  return value as Scalar;
}

/** ISO text in UTC with milliseconds. Throws RangeError for what is no date. */
export function utc(at: string): string {
  return new Date(at).toISOString();
}
