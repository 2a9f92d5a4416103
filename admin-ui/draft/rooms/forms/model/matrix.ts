import { asObject, isObject } from '#core/json/index.ts';
import type { CategoryDefinition, LoadedEdition, SectionDefinition } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';

/** How a form has a section: with something of its own, as it is written for all, or not at all. */
type Having = 'apart' | 'inherited' | 'absent';

/** Forms that are of one sort: those of applications, or those of accounts. */
export type FormSort = 'applications' | 'accounts';

type MatrixRow = { id: string; title: string; has: Having[] };
export type FormMatrix = { categories: CategoryDefinition[]; rows: MatrixRow[] };

/** Sections against forms, in the order in which the first form that has them shows them. */
export function matrixOf(edition: LoadedEdition, sort: FormSort): FormMatrix {
  const categories = formsOf(edition, sort);
  const titles = new Map<string, string>();
  for (const { sections } of categories)
    for (const { id, title } of sections) if (!titles.has(id)) titles.set(id, title);
  const rows = [...titles].map(([id, title]) => ({
    id,
    title,
    has: categories.map((category) => havingOf(edition, category, id)),
  }));
  return { categories, rows };
}

const formsOf = ({ definition }: LoadedEdition, sort: FormSort): CategoryDefinition[] =>
  definition.categories.filter(({ account }) => (account !== undefined) === (sort === 'accounts'));

function havingOf(edition: LoadedEdition, category: CategoryDefinition, section: string): Having {
  if (!sectionIn(category, section)) return 'absent';
  const own = edition.files.find(({ path }) => {
    const found = identifyFile(path);
    return (found?.kind === 'category' || found?.kind === 'account') && found.id === category.id;
  });
  const overlay = isObject(own?.json) ? asObject(own.json.overlay) : {};
  return Object.hasOwn(overlay, section) ? 'apart' : 'inherited';
}

export const sectionIn = (category: CategoryDefinition, id: string): SectionDefinition | undefined =>
  category.sections.find((section) => section.id === id);

/** The forms in which a section stands. */
export const usersOf = (matrix: FormMatrix, section: string): CategoryDefinition[] =>
  matrix.categories.filter((category) => sectionIn(category, section));
