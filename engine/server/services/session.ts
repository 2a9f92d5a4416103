import type { CompiledEdition } from '../../core/model/index.ts';
import type { SessionView } from '../../core/model/wire.ts';
import { allowsLogin } from '../../core/route/index.ts';
import { newToken, tokenHash } from '../crypto/index.ts';
import {
  type CaseRecord,
  cases,
  inTransaction,
  organisations,
  type Session,
  secondFactors,
  sessions,
  type Tx,
  type User,
  users,
} from '../store/index.ts';
import type { Actor } from './actor.ts';
import { note } from './audit.ts';
import { routeOf } from './case-file.ts';
import type { Services } from './context.ts';
import { Failure } from './failure.ts';
import { spendProof } from './human-check.ts';
import { kindTitle } from './kinds.ts';
import { isKnownAddress, rememberAddress } from './known-addresses.ts';
import { checkRate, countRate, LIMITS, uncountRate } from './rates.ts';
import { acceptCode, isMandatory } from './second-factor.ts';

const IDLE = 30 * 60_000;
const ABSOLUTE = 12 * 3_600_000;
/** A session is marked as seen no more often than this. */
const SEEN_EVERY = 60_000;

type Login = { username: string; password: string; proof: string; code?: string; address: string };

/** The secret of a session, or the wish for a code besides the right password. */
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
  // Counted before the password is looked at, so that many who try at once are not all let through.
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
  // Of many that came at once, those whose turn comes after the address is used up learn nothing, not even success.
  const { key, limit } = addressKey(request);
  await checkRate(services, key, limit);
  if (!user || !fits) throw await failed(services, request, user, 'login-failed');
  if (!(await entryOf(services, services.db, user)))
    throw await failed(services, request, user, user.status === 'pending' ? 'login-pending' : 'login-failed');
  const factor = await secondFactors.get(services.db, user.id);
  if (!factor?.confirmed) return { session: await begin(services, user, address) };
  if (code === undefined) return { secondFactor: true };
  if (await inTransaction(services.db, (tx) => acceptCode(services, tx, factor, code)))
    return { session: await begin(services, user, address) };
  throw await failed(services, request, user, 'wrong-code');
}

/** A failure, of which the audit trail is told. */
async function failed(services: Services, request: Login, user: User | null, code: string): Promise<Failure> {
  await inTransaction(services.db, (tx) =>
    note(services, tx, null, {
      action: 'login-failed',
      subject: user?.id ?? 'unknown',
      detail: { address: request.address },
    }),
  );
  return new Failure('unauthenticated', code);
}

/**
 * Failures count by account and address together, so that nobody locks out somebody else elsewhere, and by account over
 * all addresses, those known to it apart from strange ones: a crowd that guesses uses up the strangers' share and leaves
 * the owner's.
 */
async function accountKeys(services: Services, { username, address }: Pick<Login, 'username' | 'address'>) {
  const name = username.normalize('NFKC').toLowerCase().slice(0, 64);
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

type Entry = { isPerson: boolean; full: boolean };

/**
 * How far somebody may come in: fully while the account and its organisation are active; to their own registration
 * alone where its state says so; else not at all (null).
 */
async function entryOf(services: Services, tx: Tx, user: User): Promise<Entry | null> {
  if (user.status === 'deleted') return null;
  if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= services.clock().toISOString())
    return null;
  const registration = user.caseId === null ? null : await cases.get(tx, user.caseId);
  const isPerson = registration !== null && registration.ownerOrganisationId === null;
  const organisation = user.organisationId === null ? null : await organisations.get(tx, user.organisationId);
  if (user.status === 'active' && (!organisation || organisation.status === 'active'))
    return { isPerson, full: true };
  return user.status === 'pending' && registration && (await opens(services, registration))
    ? { isPerson, full: false }
    : null;
}

/** Whether the state of a registration lets its owner in before the account is active. */
async function opens(services: Services, record: CaseRecord): Promise<boolean> {
  const edition = await services.editions.get(record.edition);
  return allowsLogin(routeOf(edition, record.route), { value: record.state, context: record.context });
}

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
    await sessions.create(tx, session);
    await rememberAddress(services, tx, user.username, address);
    await note(services, tx, { userId: user.id }, { action: 'login', subject: user.id, detail: { address } });
  });
  return secret;
}

/** Who is behind a session's secret; null when it is unknown, idle for too long, over, or its account no longer serves. */
export async function findActor(services: Services, secret: string): Promise<Actor | null> {
  const idHash = tokenHash(secret);
  const session = await sessions.get(services.db, idHash);
  const now = services.clock();
  if (!session || !isAlive(session, now)) return null;
  const user = await users.get(services.db, session.userId);
  const actor = user && (await enrolled(services, await actorOf(services, user, idHash)));
  if (!actor) return null;
  if (now.getTime() - Date.parse(session.seenAt) > SEEN_EVERY)
    await sessions.touch(services.db, idHash, now.toISOString());
  return actor;
}

/** Whoever owes a second factor may do nothing until they have one. */
async function enrolled(services: Services, actor: Actor | null): Promise<Actor | null> {
  if (!actor || !isMandatory(await services.editions.current(), actor.role)) return actor;
  if ((await secondFactors.get(services.db, actor.userId))?.confirmed) return actor;
  return { ...actor, abilities: [], mustEnrol: true };
}

/** A user as somebody who acts; null when they may not come in. */
export async function actorOf(services: Services, user: User, session: string): Promise<Actor | null> {
  const entry = await entryOf(services, services.db, user);
  if (!entry) return null;
  const { programme } = (await services.editions.current()).definition;
  return {
    userId: user.id,
    username: user.username,
    name: user.name,
    role: user.role,
    abilities: entry.full ? (programme.roles.find((role) => role.id === user.role)?.abilities ?? []) : [],
    organisationId: user.organisationId,
    caseId: user.caseId,
    isPerson: entry.isPerson,
    mustChangePassword: user.mustChangePassword,
    mustEnrol: false,
    session,
  };
}

function isAlive(session: Session, now: Date): boolean {
  return Date.parse(session.expiresAt) > now.getTime() && now.getTime() - Date.parse(session.seenAt) <= IDLE;
}

/** Ends this session. */
export async function logout(services: Services, actor: Actor): Promise<void> {
  await inTransaction(services.db, async (tx) => {
    await sessions.remove(tx, actor.session);
    await note(services, tx, actor, { action: 'logout', subject: actor.userId });
  });
}

/** What the page shows of whoever is logged in. */
export async function sessionView(services: Services, actor: Actor): Promise<SessionView> {
  const edition = await services.editions.current();
  const { userId: id, name, username, role, abilities, mustChangePassword, mustEnrol } = actor;
  const hasQuestion = ((await users.get(services.db, id))?.question ?? null) !== null;
  const secondFactor = (await secondFactors.get(services.db, id))?.confirmed === true;
  const known = edition.definition.programme.roles.find((one) => one.id === role);
  return {
    user: {
      id,
      name,
      username,
      role,
      roleTitle: known?.title ?? role,
      guide: known?.guide ?? [],
      abilities,
      mustChangePassword,
      mustEnrol,
      hasQuestion,
      secondFactor,
    },
    organisation: await organisationOf(services, edition, actor.organisationId),
    registration: actor.caseId,
  };
}

async function organisationOf(
  services: Services,
  edition: CompiledEdition,
  id: string | null,
): Promise<SessionView['organisation']> {
  const one = id === null ? null : await organisations.get(services.db, id);
  if (!one) return null;
  const above = await organisations.ancestors(services.db, one.id);
  const path = above.map((ancestor) => ancestor.name);
  return { id: one.id, name: one.name, kind: one.kind, kindTitle: kindTitle(edition, one.kind), path };
}
