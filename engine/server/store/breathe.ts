import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work on end before others have their turn. */
const ON_END = 10;

let begun: number | null = null;

/**
 * Waits a turn of the event loop where this process has worked ten milliseconds on end. SQLite answers within the same
 * tick: many statements, or a loop over what they gave, would go on without a turn, and nobody else would be served.
 * Every statement to SQLite comes through here; so does each case of a long list.
 */
export async function breathe(): Promise<void> {
  if (begun === null) {
    begun = performance.now();
    setImmediate(() => {
      begun = null;
    });
    return;
  }
  if (performance.now() - begun > ON_END) await nextTurn();
}
