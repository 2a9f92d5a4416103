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
import { kindTitle } from './kinds.ts';
import { checkPassword } from './passwords.ts';
import { checkRate, countRate, LIMITS } from './rates.ts';

const IDLE = 30 * 60_000;
const ABSOLUTE = 12 * 3_600_000;
/** A session is marked as seen no more often than this. */
const SEEN_EVERY = 60_000;

export type Login = { username: string; password: string; address: string };

/**
 * Begins a session and gives its secret. Whatever is wrong with the name, the password or the account, the answer
 * and the time that it takes are the same: `login-failed`. Throws `too-many` after too many failures.
 */
export async function login(services: Services, { username, password, address }: Login): Promise<string> {
  const keys = loginKeys(username, address);
  for (const { key, limit } of keys) await checkRate(services, key, limit);
  const user = await users.byUsername(services.db, username);
  const fits = await services.hasher.verify(user?.passwordHash || null, password);
  if (!user || !fits || !(await entryOf(services, services.db, user))) {
    for (const { key, limit } of keys) await countRate(services, key, limit);
    await inTransaction(services.db, (tx) =>
      note(services, tx, null, {
        action: 'login-failed',
        subject: user?.id ?? 'unknown',
        detail: { address },
      }),
    );
    throw new Failure('unauthenticated', 'login-failed');
  }
  return begin(services, user, address);
}

/** Failures count by account and address together, so that nobody locks out somebody else elsewhere. */
function loginKeys(username: string, address: string) {
  const name = username.normalize('NFKC').toLowerCase().slice(0, 64);
  return [
    { key: `login:${name}:${address}`, limit: LIMITS.loginHere },
    { key: `login-day:${name}:${address}`, limit: LIMITS.loginDay },
    { key: `login-address:${address}`, limit: LIMITS.loginAddress },
  ];
}

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
    await note(
      services,
      tx,
      { userId: user.id, name: user.name },
      { action: 'login', subject: user.id, detail: { address } },
    );
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
  const actor = user && (await actorOf(services, user, idHash));
  if (!actor) return null;
  if (now.getTime() - Date.parse(session.seenAt) > SEEN_EVERY)
    await sessions.touch(services.db, idHash, now.toISOString());
  return actor;
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

export type PasswordChange = { current: string; next: string };

/** Changes the password and ends every other session of the user. Throws `wrong-password`, `password-policy`, `too-many`. */
export async function changePassword(
  services: Services,
  actor: Actor,
  { current, next }: PasswordChange,
): Promise<void> {
  const key = `password:${actor.userId}`;
  await checkRate(services, key, LIMITS.loginHere);
  const { programme } = (await services.editions.current()).definition;
  checkPassword(programme.password, next, actor.username);
  const user = await users.get(services.db, actor.userId);
  if (!user || !(await services.hasher.verify(user.passwordHash, current))) {
    await countRate(services, key, LIMITS.loginHere);
    throw new Failure('invalid', 'wrong-password');
  }
  const passwordHash = await services.hasher.hash(next);
  await inTransaction(services.db, async (tx) => {
    const changes = { passwordHash, mustChangePassword: false, passwordExpiresAt: null };
    if (!(await users.update(tx, user.id, user.version, changes))) throw new Failure('conflict', 'stale');
    await sessions.removeOfUser(tx, user.id, actor.session);
    await note(services, tx, actor, { action: 'change-password', subject: user.id });
  });
}

/** What the page shows of whoever is logged in. */
export async function sessionView(services: Services, actor: Actor): Promise<SessionView> {
  const edition = await services.editions.current();
  const { userId: id, name, username, role, abilities, mustChangePassword } = actor;
  const roleTitle = edition.definition.programme.roles.find((one) => one.id === role)?.title ?? role;
  return {
    user: { id, name, username, role, roleTitle, abilities, mustChangePassword },
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
