import { UniqueConstraintError } from 'sequelize';
import type { Column } from './columns.ts';
import type { Table } from './table.ts';

const PRIMARY = 'PRIMARY';

/**
 * Whether a row was refused because of this key and no other. `index` is one of the table's unique keys; without it,
 * the primary key.
 */
export function isTaken<R>(error: unknown, table: Table<R>, index = PRIMARY): boolean {
  if (!(error instanceof UniqueConstraintError)) return false;
  const columns = index === PRIMARY ? primaryColumns(table) : table.unique[index];
  if (!columns) throw new Error(`Table <${table.name}> has no unique key <${index}>.`);
  const refused = namesIn(error);
  return sameNames(refused, columns.map(String)) || sameNames(refused, [index]);
}

/** SQLite names the columns of the key, MariaDB the key itself. */
function namesIn({ fields }: UniqueConstraintError): string[] {
  return Array.isArray(fields) ? fields.map(String) : Object.keys(fields);
}

function primaryColumns<R>({ columns }: Table<R>): string[] {
  return Object.entries<Column>(columns).flatMap(([key, column]) => (column.primary ? [key] : []));
}

function sameNames(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
