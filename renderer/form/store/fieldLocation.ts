import type { CompiledCategory, CompiledEdition, FieldSchema } from '#core/model/index.ts';

type FieldLocation = { title: string; schema: FieldSchema };

/**
 * What a path that a rule reads is called on the form: `application.cover.title` by its section and field,
 * `row.period` by the field of the row at hand. Null for what is no answer of the person's.
 */
export function locateField(
  read: string,
  category: CompiledCategory,
  edition: CompiledEdition,
  at: string,
): FieldLocation | null {
  const [root = '', ...path] = read.split('.');
  if (root === 'row' || root === 'section') return inSection(at.split('/')[1] ?? '', path, category, false);
  if (root === 'application') return inSection(path[0] ?? '', path.slice(1), category, true);
  if (root === 'applicant') return inAccount(path, edition);
  return null;
}

function inSection(
  id: string,
  path: string[],
  category: CompiledCategory,
  named: boolean,
): FieldLocation | null {
  const definition = category.bySection[id]?.definition;
  if (!definition) return null;
  const found = descend(definition.schema?.items ?? definition.schema ?? {}, path);
  const titles = [named ? definition.title : '', ...(found?.titles ?? [])].filter(Boolean);
  return titles.length > 0 ? { title: titles.join(' · '), schema: found?.schema ?? {} } : null;
}

function inAccount([id, ...path]: string[], edition: CompiledEdition): FieldLocation | null {
  const sections = edition.definition.categories.flatMap((category) =>
    category.account ? category.sections : [],
  );
  const definition = sections.find((section) => section.id === id);
  const found = definition && descend(definition.schema ?? {}, path);
  return found ? { title: [definition.title, ...found.titles].join(' · '), schema: found.schema } : null;
}

function descend(schema: FieldSchema, path: string[]): { titles: string[]; schema: FieldSchema } | null {
  const titles: string[] = [];
  let at = schema;
  for (const key of path) {
    const next = at.properties?.[key];
    if (!next) return titles.length > 0 ? { titles, schema: at } : null;
    if (next.title) titles.push(next.title);
    at = next;
  }
  return { titles, schema: at };
}
