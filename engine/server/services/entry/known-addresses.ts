import { caseKey } from '#core/text/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Tx, usedTokens } from '#server/store/index.ts';

const REMEMBERED = 90 * 86_400_000;

/** Remembers for ninety days that this user has logged in from this address. */
export async function rememberAddress(
  services: Services,
  tx: Tx,
  username: string,
  address: string,
): Promise<void> {
  const until = new Date(services.clock().getTime() + REMEMBERED).toISOString();
  await usedTokens.use(tx, keyOf(services, username, address), until);
}

/** Whether this user has logged in from this address before. */
export const isKnownAddress = (services: Services, username: string, address: string): Promise<boolean> =>
  usedTokens.isUsed(services.db, keyOf(services, username, address), services.clock().toISOString());

/** Hashed with the installation's key, so that who was where can neither be read nor guessed. */
const keyOf = ({ secrets }: Services, username: string, address: string): string =>
  secrets.hashOf('known-address', `${caseKey(username)}:${address}`);
