/** Fields keep what is being typed to themselves for a moment; before a save they all hand it over. */
const pending = new Set<() => void>();

export function addPending(commit: () => void): void {
  pending.add(commit);
}

export function removePending(commit: () => void): void {
  pending.delete(commit);
}

/** Makes every field hand over what is typed. */
export function commitPending(): void {
  for (const commit of [...pending]) commit();
}
