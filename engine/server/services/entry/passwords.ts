import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import type { ProgrammeDefinition } from '#core/model/index.ts';
import { Failure, type Hasher } from '#server/services/ground/index.ts';
import { isCommon } from './common-passwords.ts';

/** argon2id, 19 MiB, two passes: OWASP's first choice for this memory. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const WAITING = 200;
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/**
 * The same text typed on another keyboard is the same secret (NIST SP 800-63B, 5.1.1.2: NFKC or NFKD before hashing);
 * nothing else of it is changed, and it is never truncated.
 */
const typed = (secret: string): string => secret.normalize('NFKC');

/** Would the hasher take them for the same secret? */
export const sameSecret = (one: string, other: string): boolean => typed(one) === typed(other);

/** Hashes at most four secrets at once; a queue that is full refuses with `busy`. */
export function createHasher(): Hasher {
  const limited = limiter();
  const nobody = limited(() => hash('nobody has this password', COST));
  return {
    hash: (secret) => limited(() => hash(typed(secret), COST)),
    verify: async (stored, secret) => {
      const against = stored ?? (await nobody);
      const fits = await limited(() => verify(against, typed(secret)));
      return fits && stored !== null;
    },
  };
}

function limiter(): <T>(work: () => Promise<T>) => Promise<T> {
  const limit = pLimit(AT_ONCE);
  return async (work) => {
    if (limit.activeCount + limit.pendingCount >= AT_ONCE + WAITING)
      throw new Failure('busy', 'busy', { retryAfter: 5 });
    return limit(work);
  };
}

/** Refuses a password that the policy does not allow, that contains the user name, or that is common. */
export function checkPassword(
  programme: Pick<ProgrammeDefinition, 'id' | 'title' | 'shortTitle' | 'password'>,
  password: string,
  username: string,
): void {
  const policy = programme.password;
  const text = typed(password);
  const classes = CLASSES.filter((pattern) => pattern.test(text)).length;
  const tooWeak = [...text].length < policy.minLength || classes < policy.classes;
  const holdsName = text.toLowerCase().includes(typed(username).toLowerCase());
  if (tooWeak || holdsName) {
    const params = { minLength: policy.minLength, classes: policy.classes };
    throw new Failure('invalid', 'password-policy', { params });
  }
  if (isCommon(text, programme)) throw new Failure('invalid', 'password-common');
}
