import { useQueueMenu, useSession } from '#renderer/api/index.ts';
import type { MenuGroup } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { groupsOf } from './menu.ts';
import { seesDrafts, usePolicyMenu } from './policy-menu.ts';

/** Abilities that bring no page of a desk. */
const OF_APPLICANTS: readonly string[] = ['apply', 'export'];

/**
 * The whole menu of somebody who has a desk, the same on each of its pages: their queues, and what policy staff have.
 * Undefined for whoever has none.
 */
export function useStaffMenu(): MenuGroup[] | undefined {
  const words = useWords(reviewWords);
  const user = useSession().data?.user;
  const abilities: readonly string[] = user?.abilities ?? [];
  const decides = abilities.includes('review') || abilities.includes('accounts');
  const queues = useQueueMenu(decides).data ?? [];
  const { drafts, policy } = usePolicyMenu();
  if (user?.mustEnrol || abilities.every((one) => OF_APPLICANTS.includes(one))) return undefined;
  return [
    ...(decides ? groupsOf(queues, words, abilities.includes('apply')) : []),
    ...(seesDrafts(abilities) ? [drafts, policy] : []),
  ];
}
