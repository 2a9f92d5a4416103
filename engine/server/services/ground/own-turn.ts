let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop in which nobody else who asks here goes on. An evaluation holds the thread until
 * it is done or cut: of many that become ready together each gets a turn of its own, so that the server takes in and
 * answers other requests between them.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
  return last;
}
