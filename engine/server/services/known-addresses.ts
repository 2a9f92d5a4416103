import { createHash } from 'node:crypto';
import { spent, type Tx } from '../store/index.ts';
import type { Services } from './context.ts';

const REMEMBERED = 90 * 86_400_000;

/** Notes that this user has come in from this address; it is forgotten after ninety days. */
export async function rememberAddress(
  { clock }: Services,
  tx: Tx,
  username: string,
  address: string,
): Promise<void> {
  const until = new Date(clock().getTime() + REMEMBERED).toISOString();
  await spent.spend(tx, keyOf(username, address), until);
}

/** Whether this user has come in from this address before. */
export const isKnownAddress = (
  { db, clock }: Services,
  username: string,
  address: string,
): Promise<boolean> => spent.isSpent(db, keyOf(username, address), clock().toISOString());

/** Hashed, so that nothing readable is kept of who was where. */
const keyOf = (username: string, address: string): string =>
  createHash('sha256')
    .update(`known-address:${username.normalize('NFKC').toLowerCase()}:${address}`)
    .digest('hex');
