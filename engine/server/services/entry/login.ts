import type { Credentials } from '#core/model/wire/index.ts';
import { caseKey, cutText } from '#core/text/index.ts';
import { newToken, tokenHash } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { entryOf, Failure } from '#server/services/ground/index.ts';
import {
  inTransaction,
  type Session,
  secondFactors,
  sessions,
  type Tx,
  type User,
  users,
} from '#server/store/index.ts';
import { spendProof } from './human-check.ts';
import { isKnownAddress, rememberAddress } from './known-addresses.ts';
import { checkRate, countRate, LIMITS, uncountRate } from './rates.ts';
import { acceptCode } from './second-factor.ts';

/** A session ends after half a day, however active. */
const ABSOLUTE = 12 * 3_600_000;

type Login = Credentials & { address: string };

/** The secret of a session, or that a code is wanted besides the right password. */
type LoggedIn = { session: string } | { secondFactor: true };

/**
 * Begins a session and gives its secret; a user with a second factor who sends no code is asked for it. Whatever is
 * wrong with the name, the password or the account, the answer and the time that it takes are the same:
 * `login-failed`. Only who knows the password hears that the registration still waits (`login-pending`) or that the
 * code is wrong (`wrong-code`). Throws `proof-refused`, and `too-many` after too many failures.
 */
export async function login(services: Services, request: Login): Promise<LoggedIn> {
  const ofAccount = await accountKeys(services, request);
  const ofAddress = addressKey(request);
  for (const { key, limit } of [...ofAccount, ofAddress]) await checkRate(services, key, limit);
  await spendProof(services, request.proof);
  // Counted before the password is checked, so that many tries at once do not all pass.
  for (const { key, limit } of ofAccount) await countRate(services, key, limit);
  let isWrong = false;
  try {
    return await enter(services, request);
  } catch (error) {
    isWrong = error instanceof Failure && error.kind === 'unauthenticated';
    if (isWrong) await countRate(services, ofAddress.key, ofAddress.limit);
    throw error;
  } finally {
    if (!isWrong) for (const { key, limit } of ofAccount) await uncountRate(services, key, limit);
  }
}

async function enter(services: Services, request: Login): Promise<LoggedIn> {
  const { username, password, code, address } = request;
  const user = await users.byUsername(services.db, username);
  const fits = await services.hasher.verify(user?.passwordHash || null, password);
  // Of many tries at once, those after the limit of the address get the same answer, even with the right password.
  const { key, limit } = addressKey(request);
  await checkRate(services, key, limit);
  if (!user || !fits || isUsedUp(user)) throw await failed(services, request, user, 'login-failed');
  if (!(await entryOf(services, services.db, user)))
    throw await failed(services, request, user, user.status === 'pending' ? 'login-pending' : 'login-failed');
  const factor = await secondFactors.get(services.db, user.id);
  if (!factor?.confirmed) return { session: await begin(services, user, address) };
  if (code === undefined) return { secondFactor: true };
  if (await inTransaction(services.db, (tx) => acceptCode(services, tx, factor, code)))
    return { session: await begin(services, user, address) };
  throw await failed(services, request, user, 'wrong-code');
}

/** An initial password works once, to be changed. */
const isUsedUp = (user: User): boolean => user.mustChangePassword && user.passwordUsedAt !== null;

/** A failed login, recorded in the audit trail. */
async function failed(services: Services, request: Login, user: User | null, code: string): Promise<Failure> {
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
async function accountKeys(services: Services, { username, address }: Pick<Login, 'username' | 'address'>) {
  const name = cutText(caseKey(username), 64);
  const isKnown = await isKnownAddress(services, username, address);
  return [
    { key: `login:${name}:${address}`, limit: LIMITS.loginHere },
    { key: `login-day:${name}:${address}`, limit: LIMITS.loginDay },
    { key: `login-account:${isKnown ? 'known' : 'strange'}:${name}`, limit: LIMITS.loginAccount },
  ];
}

const addressKey = ({ address }: Pick<Login, 'address'>) => ({
  key: `login-address:${address}`,
  limit: LIMITS.loginAddress,
});

async function begin(services: Services, user: User, address: string): Promise<string> {
  const secret = newToken();
  const now = services.clock();
  const session: Session = {
    idHash: tokenHash(secret),
    userId: user.id,
    createdAt: now.toISOString(),
    seenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + ABSOLUTE).toISOString(),
  };
  await inTransaction(services.db, async (tx) => {
    if (user.mustChangePassword) await spendInitial(tx, user, session.createdAt);
    await sessions.create(tx, session);
    await rememberAddress(services, tx, user.username, address);
    await recordAudit(
      services,
      tx,
      { userId: user.id },
      { action: 'login', subject: user.id, detail: { address } },
    );
  });
  return secret;
}

/** When two logins use it at the same moment, one succeeds. */
async function spendInitial(tx: Tx, user: User, passwordUsedAt: string): Promise<void> {
  if (!(await users.update(tx, user.id, user.version, { passwordUsedAt })))
    throw new Failure('unauthenticated', 'login-failed');
}
