import type { PrintedTable } from '#core/change/index.ts';
import type { Definition } from '#core/model/index.ts';

/** A column that a table prints, or could: `isNew` where it is a field that it does not print yet. */
export type ColumnChoice = { key: string; title: string; isNew: boolean };

/** What a table prints, and the fields of its section's rows that may stand on this sheet besides. */
export function columnChoices(
  { section, columns }: PrintedTable,
  sheet: string,
  { categories }: Definition,
): ColumnChoice[] {
  const printed = columns.map((column) => ({ ...column, isNew: false }));
  const known = new Set(columns.map(({ key }) => key.replace(/^this\./, '')));
  const rows = categories
    .flatMap((category) => category.sections)
    .filter(({ id, kind, sheets }) => id === section && kind === 'table' && sheets?.includes(sheet));
  const fields = rows.flatMap(({ schema }) => Object.entries(schema?.items?.properties ?? {}));
  const others = new Map(
    fields
      .filter(([name, field]) => !known.has(name) && (field.sheets?.includes(sheet) ?? true))
      .filter(([, field]) => field.type !== 'array' && (!field.properties || field.text !== undefined))
      .map(([name, field]) => [name, field.title ?? name]),
  );
  return [...printed, ...[...others].map(([key, title]) => ({ key, title, isNew: true }))];
}
