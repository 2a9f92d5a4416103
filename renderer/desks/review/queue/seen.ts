import { useCallback, useMemo, useState } from 'react';
import { useSession } from '#renderer/api/index.ts';

/** How many opened cases this browser remembers. */
const KEPT = 2000;

const keyOf = (user: string): string => `seen/${user}`;

function read(user: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** A case counts as read once it was opened in its present round, on this browser, by this person. */
export function useSeen() {
  const user = useSession().data?.user.id ?? '';
  const [kept, setKept] = useState(() => read(user));
  const known = useMemo(() => new Set(kept), [kept]);
  const isSeen = useCallback((id: string, round: number) => known.has(`${id}@${round}`), [known]);
  const see = useCallback(
    (id: string, round: number) => {
      const mark = `${id}@${round}`;
      const next = [mark, ...read(user).filter((one) => one !== mark)].slice(0, KEPT);
      try {
        localStorage.setItem(keyOf(user), JSON.stringify(next));
      } catch {
        // Where the browser stores nothing, everything is shown as unread.
      }
      setKept(next);
    },
    [user],
  );
  return { isSeen, see };
}
