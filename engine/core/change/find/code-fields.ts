import { assemble } from '#core/assemble/index.ts';
import { valueSchema } from '#core/form/index.ts';
import type {
  CategoryDefinition,
  FieldSchema,
  LoadedEdition,
  SectionDefinition,
  SourceFile,
} from '#core/model/index.ts';
import type { Reading } from './parts.ts';

/** An answer from a code list, in these forms: the way from the record of its section, `*` for any item of a list. */
export type CodeField = { section: string; path: string[]; forms: string[] };

/**
 * Where answers are taken from a code list, as the forms of a cycle have it after fragments and what is laid over their
 * sections: a field, an element of a list, a cell. Of all cycles where none is named.
 */
export function codeFields(files: readonly SourceFile[], list: string, cycle?: string): CodeField[] {
  const found = new Map<string, CodeField>();
  const editions = assemble([...files]).filter(
    (edition) => cycle === undefined || edition.files.some(({ path }) => path.startsWith(`${cycle}/`)),
  );
  for (const { section, path, form } of editions.flatMap((edition) => inEdition(edition, list))) {
    const key = JSON.stringify([section, path]);
    const forms = found.get(key)?.forms ?? [];
    found.set(key, { section, path, forms: [...new Set([...forms, form])] });
  }
  return [...found.values()];
}

/** The files of a reading that say what is asked for. */
export const jsonFiles = (files: Reading): SourceFile[] =>
  files
    .paths()
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, json: files.value(path) ?? null }));

function inEdition({ definition }: LoadedEdition, list: string) {
  const { categories, edition } = definition;
  return categories.flatMap(({ id: form, sections }: CategoryDefinition) =>
    sections.filter(hasKnownCells).flatMap((section) =>
      waysIn(valueSchema(section, edition.cycle), list).map((way) => {
        const path = section.kind === 'table' ? way.slice(1) : way;
        return { section: section.id, path, form };
      }),
    ),
  );
}

/** Whether the cells of a grid are of types that it has: a draft may name others. */
const hasKnownCells = ({ kind, items = [], own, sums, cells = {} }: SectionDefinition): boolean =>
  kind !== 'grid' ||
  [...items, ...(own ? [own] : []), ...(sums ? [sums] : [])].every(({ cell }) => Object.hasOwn(cells, cell));

function waysIn({ code, properties = {}, items }: FieldSchema, list: string): string[][] {
  if (code === list) return [[]];
  const inside = Object.entries(properties).flatMap(([name, field]) => below(name, field, list));
  return [...inside, ...(items === undefined ? [] : below('*', items, list))];
}

const below = (step: string, field: FieldSchema, list: string): string[][] =>
  waysIn(field, list).map((way) => [step, ...way]);
