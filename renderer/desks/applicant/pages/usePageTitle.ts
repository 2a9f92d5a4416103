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
  const titles = genericTitles(useWords(applicantWords));
  const parts = menuParts(store.category.definition, titles);
  return parts.find((part) => part.page === page)?.title ?? titles[page];
}
