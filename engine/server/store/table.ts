import type { Column } from './columns.ts';

/** A table: its name and, for every key of the record `R`, a column. */
export type Table<R> = { name: string; columns: { [K in keyof R]-?: Column } };

/** Names the record type, so that a column that is missing or too many does not compile. */
export function table<R>(name: string, columns: Table<R>['columns']): Table<R> {
  return { name, columns };
}
