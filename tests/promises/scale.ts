import { appendFile } from 'node:fs/promises';

/** Smoke size inside the suite, full size by `npm run promises`. */
export const isFull = process.env.BAR === 'full';
export const scale = (smoke: number, full: number): number => (isFull ? full : smoke);

/** A corpus, whole in the full run; inside the suite its first of every `every`, a tenth where nothing else is named. */
export const sampled = <T>(corpus: readonly T[], every = 10): T[] =>
  corpus.filter((_, at) => isFull || at % every === 0);

/** Writes the figures of one promise to where they are collected. */
export async function report(promise: string, figures: Record<string, number | boolean>): Promise<void> {
  const path = process.env.BAR_FIGURES;
  if (path) await appendFile(path, `${JSON.stringify({ promise, ...figures })}\n`);
}

/**
 * Milliseconds, for differences: of the clock in the full run, which has the machine to itself; of this process's CPU
 * time inside the suite, so that other work of the machine changes nothing.
 */
export function cpuTime(): number {
  if (isFull) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

export const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
