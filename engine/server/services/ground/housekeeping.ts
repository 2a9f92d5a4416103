import { jobs, printRuns, rates, sessions, setups, usedTokens } from '#server/store/index.ts';
import { withContentCleanup } from './content-cleanup.ts';
import type { Services } from './context.ts';

const DAY = 86_400_000;
/** What went wrong stays for whoever looks once a month. */
const MONTH = 31 * DAY;

/** Deletes what has expired: sessions, links, used proofs, counters, finished jobs, print runs. Gives how many rows. */
export async function clearExpired(services: Services): Promise<number> {
  const { db, clock } = services;
  const ago = (time: number): string => new Date(clock().getTime() - time).toISOString();
  const removed = [
    await sessions.sweep(db, ago(0)),
    await rates.sweep(db, ago(DAY)),
    await usedTokens.sweep(db, ago(0)),
    await setups.sweep(db, ago(0)),
    await jobs.sweep(db, ago(DAY), ago(MONTH)),
    await clearPrintRuns(services, ago(0)),
  ];
  return removed.reduce((sum, count) => sum + count, 0);
}

/** With their files. */
async function clearPrintRuns(services: Services, now: string): Promise<number> {
  let count = 0;
  for (;;) {
    const over = await printRuns.expired(services.db, now);
    if (over.length === 0) return count;
    await withContentCleanup(services, null, async (tx, orphanedHashes) => {
      orphanedHashes.push(...(await printRuns.remove(tx, over)));
    });
    count += over.length;
  }
}
