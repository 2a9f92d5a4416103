type Act = 'insert' | 'update' | 'delete';
/** Rows of a table are written; `id` = only the row of this id, null = several, or rows without one. */
export type Change = { table: string; act: Act; id: string | null };
type Listener = (change: Change) => void;

/** Who wants to know what this process writes. */
export type Changes = { readonly listeners: Set<Listener> };
/** Where it is announced; `uncommitted` is what a transaction has written so far, null outside of one. */
type Writing = { readonly changes: Changes; readonly uncommitted: Change[] | null };

/**
 * Calls `listener` for everything that this process writes: at once, and again when it is committed, for whoever reads
 * in between reads the old.
 */
export function onChange({ changes }: Pick<Writing, 'changes'>, listener: Listener): void {
  changes.listeners.add(listener);
}

/** These rows are being written. */
export function announce(writing: Writing, act: Act, table: string, where: object): void {
  const { listeners } = writing.changes;
  if (listeners.size === 0) return;
  const { id } = where as { id?: unknown };
  const change = { table, act, id: typeof id === 'string' ? id : null };
  for (const listener of listeners) listener(change);
  writing.uncommitted?.push(change);
}

/** What a transaction has written holds now. */
export function announceAgain({ changes, uncommitted }: Writing): void {
  for (const change of uncommitted ?? []) for (const listener of changes.listeners) listener(change);
}
