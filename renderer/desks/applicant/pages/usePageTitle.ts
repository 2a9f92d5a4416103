import type { CategoryDefinition } from '#core/model/index.ts';
import type { GenericPage } from '#core/vocabulary/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { type ApplicantWords, applicantWords, useWords } from '#renderer/locales/index.ts';
import { menuParts } from '../pages.ts';

/** Titles of the generic pages where the definition has none of its own. */
export const genericTitles = (words: ApplicantWords): Record<GenericPage, string> => ({
  confirm: words.confirmPage,
  sheets: words.sheetsPage,
  opinions: words.opinionsPage,
});

/** What a generic page is called in the menu, so that its heading is the same. */
export function usePageTitle(page: GenericPage): string {
  const { store } = useOpenCase();
  return pageTitle(store.category.definition, page, useWords(applicantWords));
}

/** The same of a case that is not open. */
export function pageTitle(category: CategoryDefinition, page: GenericPage, words: ApplicantWords): string {
  const titles = genericTitles(words);
  return menuParts(category, titles).find((part) => part.page === page)?.title ?? titles[page];
}
