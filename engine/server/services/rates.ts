import { type Database, rates } from '../store/index.ts';
import type { Clock } from './clock.ts';
import { Failure } from './failure.ts';

type Limit = { most: number; seconds: number };

/** Counted in the database, so that neither a restart nor a second process forgets. */
export const LIMITS = {
  loginHere: { most: 10, seconds: 15 * 60 },
  /** Less than an account has, so that one address alone never uses an account up. */
  loginDay: { most: 40, seconds: 24 * 3600 },
  /** Twice an account: from addresses that it has been used from before, and from all others. */
  loginAccount: { most: 50, seconds: 24 * 3600 },
  loginAddress: { most: 100, seconds: 3600 },
  register: { most: 60, seconds: 3600 },
} satisfies Record<string, Limit>;

type Counter = { db: Database; clock: Clock };

/** Refuses when this key has used up its window. Counts nothing. */
export async function checkRate({ db, clock }: Counter, key: string, limit: Limit): Promise<void> {
  const count = await rates.peek(db, key, limit.seconds, clock().toISOString());
  if (count >= limit.most) throw tooMany(limit);
}

/** Counts one more, and refuses when that is one too many. */
export async function countRate({ db, clock }: Counter, key: string, limit: Limit): Promise<void> {
  const count = await rates.hit(db, key, limit.seconds, clock().toISOString());
  if (count > limit.most) throw tooMany(limit);
}

/** Takes back what was counted before it was known that nothing was wrong. */
export const uncountRate = ({ db, clock }: Counter, key: string, { seconds }: Limit): Promise<void> =>
  rates.unhit(db, key, seconds, clock().toISOString());

/**
 * A try at a secret. It is counted before anybody looks, so that many at once are not all let through, and taken back
 * when it was right. Refuses, without trying, when this key has used up its window.
 */
export async function countedTry(
  counter: Counter,
  key: string,
  limit: Limit,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  await countRate(counter, key, limit);
  const right = await isRight();
  if (right) await uncountRate(counter, key, limit);
  return right;
}

const tooMany = (limit: Limit): Failure =>
  new Failure('too-many', 'too-many', { retryAfter: Math.min(limit.seconds, 900) });
