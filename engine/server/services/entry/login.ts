import type { Credentials } from '#core/model/wire/index.ts';
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
import { rememberAddress } from './known-addresses.ts';
import { asOwner, failed } from './owner.ts';
import { acceptCode } from './second-factor.ts';

/** A session ends after half a day, however active. */
const ABSOLUTE = 12 * 3_600_000;

type Login = Credentials & { address: string };

/** The secret of a session, or that a code is wanted besides the right password. */
type LoggedIn = { session: string } | { secondFactor: true };

/**
 * Begins a session and gives its secret; a user with a second factor who sends no code is asked for it. Throws what
 * `asOwner` throws, and `login-pending`, `login-frozen` or `wrong-code` to who knows the password.
 */
export const login = (services: Services, request: Login): Promise<LoggedIn> =>
  asOwner(services, request, (user) => enter(services, request, user));

async function enter(services: Services, request: Login, user: User): Promise<LoggedIn> {
  const { code, address } = request;
  if (!(await entryOf(services, services.db, user)))
    throw await failed(services, request, user, CLOSED[user.status] ?? 'login-failed');
  const factor = await secondFactors.get(services.db, user.id);
  if (!factor?.confirmed) return { session: await begin(services, user, address) };
  if (code === undefined) return { secondFactor: true };
  if (await inTransaction(services.db, (tx) => acceptCode(services, tx, factor, code)))
    return { session: await begin(services, user, address) };
  throw await failed(services, request, user, 'wrong-code');
}

/** Why the owner of an account is not let in. */
const CLOSED: Partial<Record<User['status'], string>> = {
  pending: 'login-pending',
  frozen: 'login-frozen',
};

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
