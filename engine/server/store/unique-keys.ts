import type { Column } from './columns.ts';
import { StatementError } from './sql/index.ts';
import type { Table } from './table.ts';

const PRIMARY = 'PRIMARY';

/**
 * Whether a row was refused because of this key and no other. `index` is one of the table's unique keys; without it,
 * the primary key.
 */
export function isTaken<R>(error: unknown, table: Table<R>, index = PRIMARY): boolean {
  const columns = index === PRIMARY ? primaryColumns(table) : table.unique[index];
  if (!columns) throw new Error(`Table <${table.name}> has no unique key <${index}>.`);
  if (!(error instanceof StatementError) || error.refusedBy === null) return false;
  return [index, namesOf(table.name, columns.map(String))].includes(error.refusedBy);
}

/** A key as SQLite writes it out. */
const namesOf = (table: string, columns: string[]): string =>
  columns.map((column) => `${table}.${column}`).join(', ');

function primaryColumns<R>({ columns }: Table<R>): string[] {
  return Object.entries<Column>(columns).flatMap(([key, column]) => (column.primary ? [key] : []));
}
