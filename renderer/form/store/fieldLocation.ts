import { fieldWithLogic } from '#core/evaluate/index.ts';
import { fieldsAlong, recordSchema } from '#core/form/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { CompiledCategory, CompiledEdition, FieldSchema, SectionDefinition } from '#core/model/index.ts';

type FieldLocation = { title: string; schema: FieldSchema };

/**
 * What a path that a rule reads is called on the form: `application.cover.title` by its section and field,
 * `row.period` by the field of the row at hand, `item.cost` by that of the item. Null for what is no answer of the person's.
 */
export function locateField(
  read: string,
  category: CompiledCategory,
  edition: CompiledEdition,
  at: string,
): FieldLocation | null {
  const [root = '', ...path] = read.split('.');
  if (root === 'row' || root === 'section') return inSection(at.split('/')[1] ?? '', path, category, false);
  if (root === 'item') return inItem(path, category, at);
  if (root === 'application') return inSection(path[0] ?? '', path.slice(1), category, true);
  if (root === 'applicant') return inAccount(path, edition);
  return null;
}

/** What is read of the item of a list in which the field at hand stands. */
function inItem(path: string[], category: CompiledCategory, at: string): FieldLocation | null {
  const [id = '', ...rest] = segmentsOf(at);
  const section = category.bySection[id];
  if (!section) return null;
  const inside = section.kind === 'table' ? rest.slice(1) : rest;
  const { list } = fieldWithLogic(section, inside) ?? {};
  return list ? inSection(id, [...list.segments, '*', ...path], category, false) : null;
}

function inSection(
  id: string,
  path: string[],
  category: CompiledCategory,
  named: boolean,
): FieldLocation | null {
  const definition = category.bySection[id]?.definition;
  if (!definition) return null;
  const found = wayIn(definition, path);
  const titles = [named ? definition.title : '', ...found.titles].filter(Boolean);
  return titles.length > 0 ? { title: titles.join(' · '), schema: found.schema } : null;
}

function inAccount([id, ...path]: string[], edition: CompiledEdition): FieldLocation | null {
  const sections = edition.definition.categories.flatMap((category) =>
    category.account ? category.sections : [],
  );
  const definition = sections.find((section) => section.id === id);
  if (!definition) return null;
  const { titles, schema } = wayIn(definition, path);
  return path.length > 0 && titles.length === 0
    ? null
    : { title: [definition.title, ...titles].join(' · '), schema };
}

/** The titles on the way into a record, as far as it has them, and what stands at its end. */
function wayIn(section: SectionDefinition, path: string[]): { titles: string[]; schema: FieldSchema } {
  const record = recordSchema(section);
  const along = fieldsAlong(record, path);
  return { titles: along.flatMap(({ title }) => title ?? []), schema: along.at(-1) ?? record };
}
