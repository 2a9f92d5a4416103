import { randomBytes } from 'node:crypto';

/** A new id: 120 random bits as 30 hexadecimal digits, so that nobody guesses one. */
export function newId(): string {
  return randomBytes(15).toString('hex');
}
