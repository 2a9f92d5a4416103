import type { Column } from './columns.ts';

/** A table: its name, for every key of the record `R` a column, and what must be unique besides the primary key. */
export type Table<R> = {
  name: string;
  columns: { [K in keyof R]-?: Column };
  /** Columns by the name of the index. */
  unique: { [index: string]: readonly (keyof R)[] };
  /** It belongs to the directory: every process keeps its rows in memory, and each change is counted. */
  inDirectory: boolean;
};

/** Names the record type, so that a column that is missing or too many does not compile. */
export function table<R>(
  name: string,
  columns: Table<R>['columns'],
  unique: Table<R>['unique'] = {},
  { inDirectory = false }: Partial<Pick<Table<R>, 'inDirectory'>> = {},
): Table<R> {
  return { name, columns, unique, inDirectory };
}
