/**
 * One writer at a time, first come, first served. Waiting blocks no thread: SQLite's own busy timeout would
 * block the event loop, and with it the transaction that has to commit first.
 */
export class WriteQueue {
  #held = false;
  #draining = false;
  readonly #waiting: (() => void)[] = [];

  /** Calls `enter` with the lock held: at once if it is free, else in turn. Whoever entered calls `release` once. */
  acquire(enter: () => void): void {
    this.#waiting.push(enter);
    this.#drain();
  }

  /** Passes the lock on in the same tick: no write may slip in between. */
  release(): void {
    this.#held = false;
    this.#drain();
  }

  /** A loop, not recursion: thousands of waiting single writes must not overflow the stack. */
  #drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    while (!this.#held) {
      const next = this.#waiting.shift();
      if (!next) break;
      this.#held = true;
      next();
    }
    this.#draining = false;
  }
}
