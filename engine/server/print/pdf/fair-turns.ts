/** Turns at something of which a few go at once. */
type FairTurns = {
  /**
   * Does the work when it is this person's turn: whoever waits takes turns with the others, however much each wants. What
   * is `late` waits for all that is not; what waits when it is `gone` is never begun, and fails with its reason.
   */
  take: <T>(by: string, work: () => Promise<T>, turn?: Turn) => Promise<T>;
  /** How many are at work or wait, without what is late; of one person, where one is named. */
  count: (by?: string) => number;
};

type Turn = { late?: boolean; gone?: AbortSignal };

type Queues = Map<string, (() => void)[]>;

/** Takes the next one out; whose turn it was stands last then. */
function firstOf(queues: Queues): (() => void) | undefined {
  const [first] = queues;
  if (first === undefined) return undefined;
  const [by, queue] = first;
  queues.delete(by);
  const begin = queue.shift();
  if (queue.length > 0) queues.set(by, queue);
  return begin;
}

/** Takes out one that waits no longer. */
function leave(queues: Queues, by: string, begin: () => void): void {
  const rest = (queues.get(by) ?? []).filter((one) => one !== begin);
  if (rest.length > 0) queues.set(by, rest);
  else queues.delete(by);
}

export function openFairTurns(atOnce: number): FairTurns {
  /** Those who wait; whoever is next stands first. */
  const queues: Queues = new Map();
  const lateQueues: Queues = new Map();
  let atWork = 0;

  const next = (): void => {
    if (atWork >= atOnce) return;
    const begin = firstOf(queues) ?? firstOf(lateQueues);
    if (begin === undefined) return;
    atWork += 1;
    begin();
  };

  const turnOf = (by: string, among: Queues, gone?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        gone?.removeEventListener('abort', end);
        resolve();
      };
      const end = (): void => {
        leave(among, by, begin);
        reject(gone?.reason);
      };
      gone?.addEventListener('abort', end);
      among.set(by, [...(among.get(by) ?? []), begin]);
      next();
    });

  return {
    async take(by, work, { late = false, gone } = {}) {
      await turnOf(by, late ? lateQueues : queues, gone);
      try {
        return await work();
      } finally {
        atWork -= 1;
        next();
      }
    },
    count: (by) =>
      by === undefined
        ? atWork + [...queues.values()].reduce((sum, { length }) => sum + length, 0)
        : (queues.get(by)?.length ?? 0),
  };
}
