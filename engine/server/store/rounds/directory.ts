import type { Memory } from '../memory.ts';

/** Who reads: a transaction, or the database itself. */
type Reader = { readonly memory: Memory | null; readonly transaction: object | null };

/** Milliseconds in which reads outside of transactions see no change of another process. */
const FRESH_FOR = 1000;

/**
 * What changes rarely and every request reads: organisations, editions and when cycles are open, in the memory of the
 * process. It holds for one generation: whatever writes to such a table counts it up in the same transaction
 * (`countGeneration`), and whoever uses this reads the number first.
 */
export class Directory {
  #generation = 0;
  #seenAt = Number.NEGATIVE_INFINITY;
  #changes = 0;
  #entries = new Map<string, Promise<unknown>>();

  /** This process has changed something: reads outside of transactions ask again at once. */
  forget(): void {
    this.#changes += 1;
    this.#seenAt = Number.NEGATIVE_INFINITY;
  }

  /** Begins to read the number; what is given takes it. What changed meanwhile makes it an old one. */
  reading(): (generation: number) => void {
    const before = this.#changes;
    return (generation) => {
      if (generation > this.#generation) {
        this.#generation = generation;
        this.#entries = new Map();
      }
      if (generation === this.#generation && before === this.#changes) this.#seenAt = performance.now();
    };
  }

  /** What is remembered under this key, or what `read` gives now. */
  recall<T>(tx: Reader, key: string, read: () => Promise<T>): Promise<T> {
    if (this.#numberFor(tx) !== this.#generation) return read();
    const entries = this.#entries;
    const known = entries.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const found = read();
    entries.set(key, found);
    found.catch(() => entries.delete(key));
    return found;
  }

  /** What was read together with the number is newer than what is remembered. */
  put(tx: Reader, key: string, value: unknown): void {
    if (this.#numberFor(tx) === this.#generation) this.#entries.set(key, Promise.resolve(value));
  }

  /** The generation that holds for `tx`; null = it is not known, or `tx` itself has changed something. */
  #numberFor(tx: Reader): number | null {
    const own = tx.memory?.generation ?? null;
    if (own !== null || tx.transaction !== null) return own;
    return performance.now() - this.#seenAt < FRESH_FOR ? this.#generation : null;
  }
}
