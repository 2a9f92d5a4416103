/** Everything of this kind in the tab begins so. */
const PREFIX = 'unsent/';

/**
 * What somebody has typed and not yet sent, in this tab: it outlives a reload and a session that has run out, and goes
 * when they log out. A browser that stores nothing, as private windows may, gives undefined.
 */
export function readUnsent<T>(key: string): T | undefined {
  const text = attempt(() => sessionStorage.getItem(PREFIX + key));
  return typeof text === 'string' ? attempt(() => JSON.parse(text) as T) : undefined;
}

/** Writes it down, in the place of what stood under this key. */
export const writeUnsent = (key: string, value: unknown): void =>
  void attempt(() => sessionStorage.setItem(PREFIX + key, JSON.stringify(value)));

/** Forgets what stands under a key; without one, everything. */
export function forgetUnsent(key?: string): void {
  attempt(() => {
    if (key !== undefined) return sessionStorage.removeItem(PREFIX + key);
    for (const one of Object.keys(sessionStorage)) if (one.startsWith(PREFIX)) sessionStorage.removeItem(one);
  });
}

function attempt<R>(act: () => R): R | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
