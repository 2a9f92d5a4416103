import type { Change } from '#core/change/index.ts';
import { asText, isObject } from '#core/json/index.ts';
import type { JsonObject, LoadedEdition } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { FormMatrix } from './matrix.ts';

export const SECTION_KINDS = ['form', 'table', 'documents'] as const;

/** A section as it is typed in: its title, how it is filled in, its first field, the page on which it stands. */
export type NewSection = { title: string; kind: (typeof SECTION_KINDS)[number]; field: string; page: string };

export const NO_SECTION: NewSection = { title: '', kind: 'form', field: '', page: '' };

/** A page, the form that writes it, and the titles of all forms that have it from there. */
type PageChoice = { key: string; page: string; category: string; title: string; forms: string[] };

const MOST_ROWS = 10;
const LONGEST = 100;

/** The pages of all forms, each once for the form in which it is written. */
export function pageChoices(edition: LoadedEdition, { categories }: FormMatrix): PageChoice[] {
  const found = new Map<string, PageChoice>();
  for (const category of categories) {
    const index = edition.definition.categories.indexOf(category);
    for (const [at, { id, title }] of category.pages.entries()) {
      const { file } = edition.locate(`/categories/${index}/pages/${at}`);
      const writer = identifyFile(file)?.id ?? category.id;
      const key = `${writer}/${id}`;
      const forms = [...(found.get(key)?.forms ?? []), category.title];
      found.set(key, {
        key,
        page: id,
        category: writer,
        title: `${title}（${titleIn(edition, file)}）`,
        forms,
      });
    }
  }
  return [...found.values()];
}

function titleIn({ files }: LoadedEdition, path: string): string {
  const json = files.find((file) => file.path === path)?.json;
  return (isObject(json) ? asText(json.title) : undefined) ?? path;
}

/** The change that adds a section as it was typed. */
export function sectionAdded(
  typed: NewSection,
  cycle: string,
  { page, category }: PageChoice,
  { section, field }: { section: string; field: string },
): Change {
  const title = typed.title.trim();
  const record = recordOf(typed, field);
  return {
    kind: 'addSection',
    ...{ section, category, page, cycle },
    element: { title, kind: typed.kind, ...contents(typed, record, section) },
  };
}

const recordOf = ({ field }: NewSection, id: string): JsonObject => ({
  type: 'object',
  properties: { [id]: { type: 'string', title: field.trim(), maxLength: LONGEST } },
});

function contents({ kind, title }: NewSection, record: JsonObject, section: string): JsonObject {
  if (kind === 'documents') return { slots: [{ id: `${section}File`, title: title.trim() }] };
  if (kind === 'table') return { schema: { type: 'array', maxItems: MOST_ROWS, items: record } };
  return { schema: record };
}
