import { jobs, rates, sessions, setups, usedTokens } from '#server/store/index.ts';
import type { Services } from './context.ts';

const DAY = 86_400_000;
/** What went wrong stays for whoever looks once a month. */
const MONTH = 31 * DAY;

/** Deletes what has expired: sessions, links, used proofs, counters, finished jobs. Gives how many rows. */
export async function clearExpired({ db, clock }: Services): Promise<number> {
  const ago = (time: number): string => new Date(clock().getTime() - time).toISOString();
  const removed = [
    await sessions.sweep(db, ago(0)),
    await rates.sweep(db, ago(DAY)),
    await usedTokens.sweep(db, ago(0)),
    await setups.sweep(db, ago(0)),
    await jobs.sweep(db, ago(DAY), ago(MONTH)),
  ];
  return removed.reduce((sum, count) => sum + count, 0);
}
