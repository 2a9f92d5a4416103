import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that SQLite may work on end before others have their turn. */
const ON_END = 10;

let begun: number | null = null;

/**
 * SQLite answers within the same tick, so that work of many statements would go on without a turn of the event loop
 * and nobody else would be served. Every statement comes through here, and every ten milliseconds one of them waits a
 * turn.
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
