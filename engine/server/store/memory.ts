/**
 * What a transaction, or one look at many cases, has read already. Whatever is written or locked through the same `tx`
 * is forgotten, so that it is read anew; what others write meanwhile is not seen.
 */
export class Memory {
  /** Of the directory, as it was read first; null = not read, or changed through the same `tx`. */
  generation: number | null = null;
  /** This transaction has counted the generation up: nothing that it reads of the directory is for others. */
  changesDirectory = false;
  readonly #byTable = new Map<string, Map<string, unknown>>();
  readonly #derived = new Map<string, unknown>();

  /** What is remembered of a table under a name, made where nothing is yet. */
  ofTable<T>(table: string, name: string, make: () => T): T {
    return remembered(
      remembered(this.#byTable, table, () => new Map<string, unknown>()),
      name,
      make,
    );
  }

  /** What was made of rows of several tables: the first write forgets it. */
  derived<T>(key: string, make: () => T): T {
    return remembered(this.#derived, key, make);
  }

  forget(table: string): void {
    this.#byTable.delete(table);
    this.#derived.clear();
  }

  /** Rows of other tables go with rows that are deleted. */
  forgetAll(): void {
    this.#byTable.clear();
    this.#derived.clear();
  }
}

function remembered<T>(known: Map<string, unknown>, key: string, make: () => T): T {
  if (known.has(key)) return known.get(key) as T;
  const made = make();
  known.set(key, made);
  return made;
}
