import { mayWriteSome } from '#core/evaluate/index.ts';
import type {
  AnswerProblem,
  CategoryDefinition,
  CompiledCategory,
  CompiledSection,
  PageDefinition,
} from '#core/model/index.ts';
import { type GenericPage, genericPages } from '#core/vocabulary/index.ts';
import type { CaseSnapshot } from '#renderer/form/index.ts';

/** The pages on which something is visible as the answers stand. */
export const visiblePages = (category: CategoryDefinition, live: CaseSnapshot['live']): PageDefinition[] =>
  category.pages.filter(({ sections }) => sections.some((section) => live.sectionVisible(section)));

/** What stops a page: the blocking problems of its sections. */
export const problemsOn = (page: PageDefinition, problems: readonly AnswerProblem[]): AnswerProblem[] =>
  problems.filter(({ section, severity }) => severity === 'block' && page.sections.includes(section));

/**
 * How far a page is: what is left on it; nothing left; nobody has saved some of it yet, so that nobody has looked at
 * it; or there is nothing on it that this person writes.
 */
export type PageState = { kind: 'left'; left: number } | { kind: 'complete' | 'unopened' | 'theirs' };

/** How far a page of the open form is for whoever fills it in. */
export function pageState(
  page: PageDefinition,
  category: CompiledCategory,
  { live, stored, files }: Pick<CaseSnapshot, 'live' | 'stored' | 'files'>,
): PageState {
  const left = problemsOn(page, live.problems).length;
  if (left > 0) return { kind: 'left', left };
  const sections = page.sections.flatMap((id) => category.bySection[id] ?? []);
  const own = sections.filter(
    (section) => live.sectionVisible(section.id) && mayWriteSome(section, 'applicant'),
  );
  if (own.length === 0) return { kind: 'theirs' };
  const opened = ({ id }: CompiledSection) =>
    stored[id] !== undefined || files.some(({ section }) => section === id);
  return { kind: own.every(opened) ? 'complete' : 'unopened' };
}

/** Where a problem is mended that stands on no page of the form. */
const CONFIRM: GenericPage = 'confirm';

/** The page on which a problem can be fixed; the first page where its section is on none. */
export const pageOf = (problem: AnswerProblem, pages: readonly PageDefinition[]): string =>
  (pages.find(({ sections }) => sections.includes(problem.section)) ?? pages[0])?.id ?? CONFIRM;

type MenuPart = { id: string; title: string; page: GenericPage | null };

/**
 * The headings of the menu in the definition's order, of which some are pages that every application has; those that
 * no menu names follow at the end with the locale's titles.
 */
export function menuParts(category: CategoryDefinition, titles: Record<GenericPage, string>): MenuPart[] {
  const named = (category.menus ?? []).map(({ id, title, page }) => ({ id, title, page: page ?? null }));
  const unnamed = [...new Set(category.pages.map(({ menu }) => menu))]
    .filter((id) => !named.some((part) => part.id === id))
    .map((id) => ({ id, title: id, page: null }));
  const missing = genericPages.filter((page) => !named.some((part) => part.page === page));
  return [...named, ...unnamed, ...missing.map((page) => ({ id: `@${page}`, title: titles[page], page }))];
}
