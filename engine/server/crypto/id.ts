import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_SIGNS = 10;
const RANDOM_BYTES = 16;

/**
 * A new id: 26 signs of Crockford's base32. It begins with the time, so that new rows lie together in an index; 80
 * random bits make it unguessable.
 */
export function newId(now = Date.now()): string {
  let time = '';
  for (let rest = now, sign = 0; sign < TIME_SIGNS; sign += 1, rest = Math.floor(rest / 32)) {
    time = ALPHABET.charAt(rest % 32) + time;
  }
  const random = [...randomBytes(RANDOM_BYTES)].map((byte) => ALPHABET.charAt(byte % 32));
  return time + random.join('');
}

/** 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: a reader of the database cannot use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
