import { jobs, rates, sessions, setups, usedTokens } from '#server/store/index.ts';
import type { Services } from './context.ts';

const DAY = 86_400_000;

/**
 * Deletes what has expired: sessions, links, used proofs, counters, finished jobs, and files that a crash left
 * behind.
 */
export async function sweep(services: Services): Promise<void> {
  const now = services.clock();
  const yesterday = new Date(now.getTime() - DAY).toISOString();
  await sessions.sweep(services.db, now.toISOString());
  await rates.sweep(services.db, yesterday);
  await usedTokens.sweep(services.db, now.toISOString());
  await setups.sweep(services.db, now.toISOString());
  await jobs.sweep(services.db, yesterday);
  await services.files.sweep();
}
