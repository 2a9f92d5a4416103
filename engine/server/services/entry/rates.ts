import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { rates } from '#server/store/index.ts';

type Limit = { most: number; seconds: number };

/** Counted in the database, so that a restart or a second process does not reset it. */
export const LIMITS = {
  loginHere: { most: 10, seconds: 15 * 60 },
  /** Less than the limit of an account, so that one address alone never uses it up. */
  loginDay: { most: 40, seconds: 24 * 3600 },
  /** Twice an account: from addresses that it has been used from before, and from all others. */
  loginAccount: { most: 50, seconds: 24 * 3600 },
  loginAddress: { most: 100, seconds: 3600 },
} satisfies Record<string, Limit>;

type Counter = Pick<Services, 'db' | 'clock' | 'secrets'>;

/** Refuses when this key has reached its limit. Counts nothing. */
export async function checkRate(counter: Counter, key: string, limit: Limit): Promise<void> {
  const { db, clock } = counter;
  const count = await rates.peek(db, sealed(counter, key), limit.seconds, clock().toISOString());
  if (count >= limit.most) throw tooMany(limit);
}

/** Counts one more, and refuses when that is one too many. */
export async function countRate(counter: Counter, key: string, limit: Limit): Promise<void> {
  const { db, clock } = counter;
  const count = await rates.hit(db, sealed(counter, key), limit.seconds, clock().toISOString());
  if (count > limit.most) throw tooMany(limit);
}

/**
 * Counts a call before it runs, so that many at once do not all pass, and takes the count back where the call was
 * refused for its own content. A refusal that reveals something of others, such as a name that is taken, stays
 * counted.
 */
export async function counted<T>(
  counter: Counter,
  key: string,
  limit: Limit,
  act: () => Promise<T>,
): Promise<T> {
  await countRate(counter, key, limit);
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') await uncountRate(counter, key, limit);
    throw error;
  }
}

/** Takes back what was counted before it was known that nothing was wrong. */
export const uncountRate = (counter: Counter, key: string, { seconds }: Limit): Promise<void> =>
  rates.unhit(counter.db, sealed(counter, key), seconds, counter.clock().toISOString());

/** Keys are hashed: names, addresses, or a password typed in the name's place cannot be read from the table. */
const sealed = ({ secrets }: Counter, key: string): string => secrets.hashOf('rate', key);

/**
 * A try at a secret. It is counted before it is checked, so that many at once do not all pass, and taken back when it
 * was right. Refuses, without trying, when this key has reached its limit.
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
