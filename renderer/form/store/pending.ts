/** Fields keep what is being typed to themselves for a moment; before a save they all hand it over. */
const pending = new Set<() => void>();

/** Registers what commits a keystroke that a field still keeps to itself. */
export function addPending(commit: () => void): void {
  pending.add(commit);
}

/** Takes it out again. */
export function removePending(commit: () => void): void {
  pending.delete(commit);
}

/** Makes every field hand over what is typed; resolves when the forms between them and the store have passed it on. */
export async function commitPending(): Promise<void> {
  if (pending.size === 0) return;
  for (const commit of [...pending]) commit();
  await new Promise((resolve) => setTimeout(resolve));
}
