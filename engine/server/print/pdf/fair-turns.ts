/** Turns at something of which a few go at once. */
type FairTurns = {
  /** Does the work when it is this person's turn: whoever waits takes turns with the others, however much each wants. */
  take: <T>(by: string, work: () => Promise<T>) => Promise<T>;
  /** How many are at work or wait; of one person, where one is named. */
  count: (by?: string) => number;
};

export function openFairTurns(atOnce: number): FairTurns {
  /** Those who wait; whoever is next stands first. */
  const queues = new Map<string, (() => void)[]>();
  let atWork = 0;

  const next = (): void => {
    const [first] = queues;
    if (first === undefined || atWork >= atOnce) return;
    const [by, queue] = first;
    queues.delete(by);
    const begin = queue.shift();
    if (queue.length > 0) queues.set(by, queue);
    atWork += 1;
    begin?.();
  };

  const turnOf = (by: string): Promise<void> =>
    new Promise((resolve) => {
      queues.set(by, [...(queues.get(by) ?? []), resolve]);
      next();
    });

  return {
    async take(by, work) {
      await turnOf(by);
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
