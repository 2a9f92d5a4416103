import { useCallback, useState } from 'react';

type Update<T> = (next: T | ((before: T) => T)) => void;

/**
 * What somebody has typed and not yet sent, under a key of their own in this browser: a closed tab loses nothing. `forget`
 * when it was sent, or given up.
 */
export function useTyped<T>(key: string, initial: T): readonly [T, Update<T>, () => void] {
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
