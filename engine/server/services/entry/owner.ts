import type { Credentials } from '#core/model/wire/index.ts';
import { caseKey, cutText } from '#core/text/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { inTransaction, type User, users } from '#server/store/index.ts';
import { spendProof } from './human-check.ts';
import { isKnownAddress } from './known-addresses.ts';
import { checkRate, countRate, LIMITS, uncountRate } from './rates.ts';

type Try = Pick<Credentials, 'username' | 'password' | 'proof'> & { address: string };

/**
 * Does something for whoever knows a name and its password. Whatever of the two is wrong, the answer and the time
 * that it takes are the same: `login-failed`, which is what `act` throws too where the account should not be heard
 * of. Throws `proof-refused`, and `too-many` after too many failures.
 */
export async function asOwner<T>(
  services: Services,
  request: Try,
  act: (user: User) => Promise<T>,
): Promise<T> {
  const ofAccount = await accountKeys(services, request);
  const ofAddress = addressKey(request);
  for (const { key, limit } of [...ofAccount, ofAddress]) await checkRate(services, key, limit);
  await spendProof(services, request.proof);
  // Counted before the password is checked, so that many tries at once do not all pass.
  for (const { key, limit } of ofAccount) await countRate(services, key, limit);
  let isWrong = false;
  try {
    return await act(await ownerOf(services, request));
  } catch (error) {
    isWrong = error instanceof Failure && error.kind === 'unauthenticated';
    if (isWrong) await countRate(services, ofAddress.key, ofAddress.limit);
    throw error;
  } finally {
    if (!isWrong) for (const { key, limit } of ofAccount) await uncountRate(services, key, limit);
  }
}

async function ownerOf(services: Services, request: Try): Promise<User> {
  const user = await users.byUsername(services.db, request.username);
  const fits = await services.hasher.verify(user?.passwordHash || null, request.password);
  // Of many tries at once, those after the limit of the address get the same answer, even with the right password.
  const { key, limit } = addressKey(request);
  await checkRate(services, key, limit);
  if (!user || !fits || isUsedUp(user)) throw await failed(services, request, user, 'login-failed');
  return user;
}

/** An initial password works once, to be changed. */
const isUsedUp = (user: User): boolean => user.mustChangePassword && user.passwordUsedAt !== null;

/** A failed login, recorded in the audit trail. */
export async function failed(
  services: Services,
  request: Pick<Try, 'address'>,
  user: User | null,
  code: string,
): Promise<Failure> {
  await inTransaction(services.db, (tx) =>
    recordAudit(services, tx, null, {
      action: 'login-failed',
      subject: user?.id ?? 'unknown',
      detail: { address: request.address },
    }),
  );
  return new Failure('unauthenticated', code);
}

/**
 * Failures count by account and address together, so that nobody locks out somebody else elsewhere, and by account
 * over all addresses, those known to it apart from new ones: many guessing addresses use up the share of new
 * addresses and leave the owner's.
 */
async function accountKeys(services: Services, { username, address }: Pick<Try, 'username' | 'address'>) {
  const name = cutText(caseKey(username), 64);
  const isKnown = await isKnownAddress(services, username, address);
  return [
    { key: `login:${name}:${address}`, limit: LIMITS.loginHere },
    { key: `login-day:${name}:${address}`, limit: LIMITS.loginDay },
    { key: `login-account:${isKnown ? 'known' : 'strange'}:${name}`, limit: LIMITS.loginAccount },
  ];
}

const addressKey = ({ address }: Pick<Try, 'address'>) => ({
  key: `login-address:${address}`,
  limit: LIMITS.loginAddress,
});
