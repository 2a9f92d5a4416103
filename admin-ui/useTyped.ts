import { useCallback, useState } from 'react';

type Update<T> = (next: T | ((before: T) => T)) => void;

/**
 * What somebody has typed and not yet sent, under a key of their own in this browser: a closed tab loses nothing. `forget`
 * when it was sent, or given up.
 */
export function useTyped<T>(key: string, initial: T): readonly [T, Update<T>, () => void] {
  const [value, setValue] = useState<T>(() => stored<T>(key) ?? initial);
  const update: Update<T> = useCallback(
    (next) => {
      if (typeof next !== 'function') keep(key, next);
      setValue((before) => {
        if (typeof next !== 'function') return next;
        const after = (next as (before: T) => T)(before);
        keep(key, after);
        return after;
      });
    },
    [key],
  );
  const forget = useCallback(() => forgetTyped(key), [key]);
  return [value, update, forget];
}

/** Forgets what was typed under a key, and under all that are below it. */
export function forgetTyped(key: string): void {
  attempt(() => {
    for (const one of Object.keys(localStorage))
      if (one === key || one.startsWith(`${key}/`)) localStorage.removeItem(one);
  });
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
