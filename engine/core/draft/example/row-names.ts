import { asList, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';

/** The ids of rows and of added items, each with another: `r1`, `r2`, … in their order. */
export function rowNames(sections: JsonObject, forms: readonly SectionDefinition[]): Map<string, string> {
  const ids = forms.flatMap((section) => rowsOf(sections[section.id], section).map(({ id }) => id));
  const texts = ids.filter((id) => typeof id === 'string');
  return new Map([...new Set(texts)].map((id, index) => [id, `r${index + 1}`]));
}

/** The value of a section with its rows under other ids. */
export function withRowNames(
  value: Json,
  section: SectionDefinition,
  names: ReadonlyMap<string, string>,
): Json {
  const renamed = (rows: Json | undefined): Json =>
    asList(rows).map((row) =>
      isObject(row) && typeof row.id === 'string' ? { ...row, id: names.get(row.id) ?? row.id } : row,
    );
  if (section.kind === 'table' && Array.isArray(value)) return renamed(value);
  if (section.kind === 'grid' && isObject(value) && Array.isArray(value.own))
    return { ...value, own: renamed(value.own) };
  return value;
}

function rowsOf(value: Json | undefined, { kind }: SectionDefinition): JsonObject[] {
  const rows = kind === 'grid' && isObject(value) ? value.own : value;
  return kind === 'form' ? [] : asList(rows).filter(isObject);
}
