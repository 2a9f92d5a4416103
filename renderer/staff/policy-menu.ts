import type { MenuGroup } from '#renderer/frame/index.ts';
import { policyWords, useWords } from '#renderer/locales/index.ts';

const PAGES = ['overview', 'forms', 'charts', 'unconfirmed'] as const;

/** The address of a page of the desk of policy staff. */
export const policyPath = (page: string): string => `/policy/${page}`;

/** The menu of policy staff, but for what hangs on a draft; `unconfirmed`: how many parts wait to be confirmed. */
export function usePolicyMenu(unconfirmed?: number): { policy: MenuGroup; drafts: MenuGroup } {
  const words = useWords(policyWords);
  const pages = PAGES.map((page) => ({
    id: page,
    title: words[page],
    path: policyPath(page),
    ...(page === 'unconfirmed' && unconfirmed !== undefined ? { badge: unconfirmed } : {}),
  }));
  const lists = (['drafts', 'publications'] as const).map((page) => ({
    id: page,
    title: words[page],
    path: policyPath(page),
  }));
  return {
    policy: { id: 'policy', title: words.title, entries: pages },
    drafts: { id: 'drafts', title: words.next, entries: lists },
  };
}

/** Whoever works on drafts has that menu. */
export const seesDrafts = (abilities: readonly string[]): boolean =>
  abilities.includes('definitions') || abilities.includes('publish');
