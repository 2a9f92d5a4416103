import { useState } from 'react';

/** What an officer has chosen to look at: remembered in this tab. */
export function useRemembered<T>(name: string, initial: T): readonly [T, (next: T) => void] {
  const key = `desk/${name}`;
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const choose = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing shows the same until the page is left.
    }
  };
  return [value, choose];
}

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
