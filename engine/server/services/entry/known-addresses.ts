import type { Services } from '#server/services/ground/index.ts';
import { type Tx, usedTokens } from '#server/store/index.ts';

const REMEMBERED = 90 * 86_400_000;

/** Notes that this user has come in from this address; it is forgotten after ninety days. */
export async function rememberAddress(
  services: Services,
  tx: Tx,
  username: string,
  address: string,
): Promise<void> {
  const until = new Date(services.clock().getTime() + REMEMBERED).toISOString();
  await usedTokens.use(tx, keyOf(services, username, address), until);
}

/** Whether this user has come in from this address before. */
export const isKnownAddress = (services: Services, username: string, address: string): Promise<boolean> =>
  usedTokens.isUsed(services.db, keyOf(services, username, address), services.clock().toISOString());

/** Hashed with the installation's key, so that nothing readable is kept of who was where, nor guessed. */
const keyOf = ({ secrets }: Services, username: string, address: string): string =>
  secrets.hashOf('known-address', `${username.normalize('NFKC').toLowerCase()}:${address}`);
