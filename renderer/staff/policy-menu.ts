import { usePolicy } from '#renderer/api/index.ts';
import type { MenuGroup } from '#renderer/frame/index.ts';
import { policyMenuWords, useWords } from '#renderer/locales/index.ts';

const PAGES = ['overview', 'forms', 'charts', 'unconfirmed'] as const;

/** The address of a page of the desk of policy staff. */
export const policyPath = (page: string): string => `/policy/${page}`;

/** The menu of policy staff, but for what hangs on a draft; how many parts wait to be confirmed where that is known. */
export function usePolicyMenu(): { policy: MenuGroup; drafts: MenuGroup } {
  const words = useWords(policyMenuWords);
  const unconfirmed = usePolicy(false).data?.unconfirmed.length;
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
