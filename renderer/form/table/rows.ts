import { fieldsInOrder } from '#core/form/index.ts';
import type { FieldSchema, JsonObject, UiHints } from '#core/model/index.ts';

/** A row of a table with the id that the engine gave it. */
export type Row = JsonObject & { id: string };

/** A new row's own id, unique without a server. `crypto.randomUUID` needs https, which a local server may not have. */
export function newRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `r${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The rows with one moved a place up (-1) or down (1); at the edge nothing changes. */
export function moved(rows: readonly Row[], id: string, by: -1 | 1): Row[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= rows.length) return [...rows];
  const next = [...rows];
  const [row] = next.splice(from, 1);
  if (row) next.splice(to, 0, row);
  return next;
}

/** The rows with one of them changed. */
export const replaced = (rows: readonly Row[], row: Row): Row[] =>
  rows.map((old) => (old.id === row.id ? row : old));

/** The rows without one of them. */
export const withoutRow = (rows: readonly Row[], id: string): Row[] => rows.filter((row) => row.id !== id);

/** A column of a table on the screen. */
export type Column = { key: string; title: string; width?: number | undefined; schema: FieldSchema };

/** The columns in which rows are read: the fields of a row in their order, with the widths that the definition names. */
export function columnsOfRows(
  record: FieldSchema,
  ui: UiHints,
  visible: (pointer: string) => boolean,
): Column[] {
  const shown = fieldsInOrder(record, ui['']?.order).filter(([key]) => visible(`/${key}`));
  return shown.map(([key, schema]) => ({
    key,
    title: schema.title ?? key,
    width: ui[`/${key}`]?.width,
    schema,
  }));
}
