import type { AnswerProblem, CategoryDefinition, PageDefinition } from '../../../engine/core/model/index.ts';
import type { CaseSnapshot } from '../../form/index.ts';

/** Pages that every application has, whatever its definition says. */
export const GENERIC = ['confirm', 'sheets', 'opinions'] as const;
export type GenericPage = (typeof GENERIC)[number];

export const isGeneric = (page: string): page is GenericPage => (GENERIC as readonly string[]).includes(page);

/** The pages on which something is visible as the answers stand. */
export const visiblePages = (category: CategoryDefinition, live: CaseSnapshot['live']): PageDefinition[] =>
  category.pages.filter(({ sections }) => sections.some((section) => live.sectionVisible(section)));

/** What stops a page: the blocking problems of its sections. */
export const problemsOn = (page: PageDefinition, problems: readonly AnswerProblem[]): AnswerProblem[] =>
  problems.filter(({ section, severity }) => severity === 'block' && page.sections.includes(section));

/** The page on which a problem is mended; the first where its section stands on none. */
export const pageOf = (problem: AnswerProblem, pages: readonly PageDefinition[]): string =>
  (pages.find(({ sections }) => sections.includes(problem.section)) ?? pages[0])?.id ?? GENERIC[0];

/**
 * Headings of the menu for the generic pages: an empty menu of the definition with the page's id takes it;
 * else the locale's title does.
 */
export function genericMenus(category: CategoryDefinition, titles: Record<GenericPage, string>) {
  const used = new Set(category.pages.map(({ menu }) => menu));
  const free = (category.menus ?? []).filter(({ id }) => !used.has(id));
  return GENERIC.map((page) => ({
    id: page,
    title: free.find(({ id }) => id === page)?.title ?? titles[page],
  }));
}
