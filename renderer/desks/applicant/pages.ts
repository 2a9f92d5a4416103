import type { AnswerProblem, CategoryDefinition, PageDefinition } from '#core/model/index.ts';
import type { CaseSnapshot } from '#renderer/form/index.ts';

/** Pages that every application has, whatever its definition says. */
const GENERIC = ['confirm', 'sheets', 'opinions'] as const;
export type GenericPage = (typeof GENERIC)[number];

/** The pages on which something is visible as the answers stand. */
export const visiblePages = (category: CategoryDefinition, live: CaseSnapshot['live']): PageDefinition[] =>
  category.pages.filter(({ sections }) => sections.some((section) => live.sectionVisible(section)));

/** What stops a page: the blocking problems of its sections. */
export const problemsOn = (page: PageDefinition, problems: readonly AnswerProblem[]): AnswerProblem[] =>
  problems.filter(({ section, severity }) => severity === 'block' && page.sections.includes(section));

/** The page on which a problem is mended; the first where its section stands on none. */
export const pageOf = (problem: AnswerProblem, pages: readonly PageDefinition[]): string =>
  (pages.find(({ sections }) => sections.includes(problem.section)) ?? pages[0])?.id ?? GENERIC[0];

/** What definitions call the menus under which the generic pages stand. */
const NAMES: Record<GenericPage, readonly string[]> = {
  confirm: ['confirm', 'confirmation'],
  sheets: ['sheets', 'print', 'prints'],
  opinions: ['opinions', 'opinion'],
};

type MenuPart = { id: string; title: string; page: GenericPage | null };

/**
 * The headings of the menu in the definition's order. An empty menu named after a generic page is that page;
 * pages that no menu names follow at the end with the locale's titles.
 */
export function menuParts(category: CategoryDefinition, titles: Record<GenericPage, string>): MenuPart[] {
  const used = new Set(category.pages.map(({ menu }) => menu));
  const pageFor = (id: string) =>
    used.has(id) ? null : (GENERIC.find((page) => NAMES[page].includes(id)) ?? null);
  const named = (category.menus ?? []).map(({ id, title }) => ({ id, title, page: pageFor(id) }));
  const unnamed = [...used]
    .filter((id) => !named.some((part) => part.id === id))
    .map((id) => ({ id, title: id, page: null }));
  const missing = GENERIC.filter((page) => !named.some((part) => part.page === page));
  return [...named, ...unnamed, ...missing.map((page) => ({ id: page, title: titles[page], page }))];
}
