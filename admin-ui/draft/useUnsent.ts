import { useCallback, useState } from 'react';
import { useSession } from '#renderer/api/index.ts';
import { useOpenDraft } from './DraftContext.tsx';

type Update<T> = (next: T | ((before: T) => T)) => void;

/**
 * What an officer has typed and not yet made a change of. It is theirs alone and stays in this browser: a closed tab
 * loses nothing. `forget` when it was made a change of, or given up.
 */
export function useUnsent<T>(name: string, initial: T): readonly [T, Update<T>, () => void] {
  const { view } = useOpenDraft();
  const owner = useSession().data?.user.id ?? '';
  const key = `unsent/${owner}/${view.id}/${name}`;
  const [value, setValue] = useState<T>(() => stored<T>(key) ?? initial);
  const update: Update<T> = useCallback(
    (next) =>
      setValue((before) => {
        const after = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
        keep(key, after);
        return after;
      }),
    [key],
  );
  const forget = useCallback(() => drop(key), [key]);
  return [value, update, forget];
}

/** A browser may refuse to keep anything, as private windows do: then it lives as long as the page. */
function attempt<R>(act: () => R): R | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function stored<T>(key: string): T | undefined {
  const text = attempt(() => localStorage.getItem(key));
  return typeof text === 'string' ? attempt(() => JSON.parse(text) as T) : undefined;
}

const keep = (key: string, value: unknown): void =>
  void attempt(() => localStorage.setItem(key, JSON.stringify(value)));
const drop = (key: string): void => void attempt(() => localStorage.removeItem(key));
