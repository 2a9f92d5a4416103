/** Fields keep what is being typed for a moment; before a save they all commit it. */
const pending = new Set<() => void>();

/** Registers the function that commits what a field has not committed yet. */
export function addPending(commit: () => void): void {
  pending.add(commit);
}

/** Takes it out again. */
export function removePending(commit: () => void): void {
  pending.delete(commit);
}

/** Makes every field commit what is typed, at once: a page that goes away has no time left. */
export function commitNow(): void {
  for (const commit of [...pending]) commit();
}

/** Makes every field commit what is typed; resolves when the forms between them and the store have passed it on. */
export async function commitPending(): Promise<void> {
  if (pending.size === 0) return;
  commitNow();
  await new Promise((resolve) => setTimeout(resolve));
}
