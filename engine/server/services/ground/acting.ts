import { inTransaction, loading, readRights, type Session, type Tx, type User } from '#server/store/index.ts';
import type { Actor } from './actor.ts';
import type { Services } from './context.ts';
import { entryOf } from './entry.ts';
import { Failure, forbidden } from './failure.ts';

const IDLE = 30 * 60_000;

/** The user as an actor; null when they may not log in. `session` null = nobody's login: the demonstration. */
export async function actorOf(
  services: Services,
  tx: Tx,
  user: User,
  session: string | null,
): Promise<Actor | null> {
  const entry = await entryOf(services, tx, user);
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
    language: user.language,
    mustChangePassword: user.mustChangePassword,
    mustEnrol: false,
    session,
  };
}

/** Neither expired nor left alone for too long. */
export function isAlive(session: Session, now: Date): boolean {
  return Date.parse(session.expiresAt) > now.getTime() && now.getTime() - Date.parse(session.seenAt) <= IDLE;
}

/**
 * Runs `work` in one transaction in which its actor is read again: a request may have been on its way for minutes
 * when it stores, and whoever has been frozen, moved or logged out since stores nothing. Every write of a person goes
 * through here. `holdTrail`: all that `work` does is to append to the audit trail. Throws `unauthenticated`,
 * `forbidden`, and what `work` throws.
 */
export function asActor<R>(
  services: Services,
  actor: Actor,
  work: (tx: Tx) => Promise<R>,
  { holdTrail = false } = {},
): Promise<R> {
  return inTransaction(services.db, async (tx) => {
    await readAgain(services, tx, actor, holdTrail);
    return work(tx);
  });
}

/** The session stays locked to the end of the transaction: who ends it waits, or has ended it already. */
async function readAgain(services: Services, tx: Tx, actor: Actor, holdTrail: boolean): Promise<void> {
  if (actor.session !== null) {
    const session = await readRights(tx, actor.session, { lock: true, holdTrail });
    if (!session || !isAlive(session, services.clock())) throw loggedOut();
  }
  const user = await loading.user(tx, actor.userId);
  const present = user && (await actorOf(services, tx, user, actor.session));
  if (!present) throw loggedOut();
  if (!mayAsMuch(present, actor)) throw forbidden();
}

const loggedOut = (): Failure => new Failure('unauthenticated', 'unauthenticated');

/** In the same place, with every ability with which the request was let in. */
const mayAsMuch = (present: Actor, actor: Actor): boolean =>
  present.organisationId === actor.organisationId &&
  actor.abilities.every((ability) => present.abilities.includes(ability));
