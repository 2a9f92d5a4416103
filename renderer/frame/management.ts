import { useSession } from '#renderer/api/index.ts';
import { managementWords, useWords } from '#renderer/locales/index.ts';
import type { MenuGroup } from './Menu.tsx';

/** Desks beside the queues, by what this person may do; they stand at the end of every desk's menu. */
export function useManagement(): MenuGroup[] {
  const words = useWords(managementWords);
  const abilities = useSession().data?.user.abilities ?? [];
  const entries = [
    ...(abilities.includes('accounts') ? [{ id: 'accounts', title: words.accounts, path: '/accounts' }] : []),
    ...(abilities.includes('cycle') ? [{ id: 'cycle', title: words.cycle, path: '/cycle' }] : []),
    ...(abilities.includes('replay')
      ? [{ id: 'replays', title: words.replays, path: '/policy/replays' }]
      : []),
    ...(abilities.includes('audit') ? [{ id: 'audit', title: words.audit, path: '/audit' }] : []),
    ...(abilities.includes('jobs') ? [{ id: 'jobs', title: words.jobs, path: '/jobs' }] : []),
  ];
  return entries.length > 0 ? [{ id: 'management', title: words.management, entries }] : [];
}
