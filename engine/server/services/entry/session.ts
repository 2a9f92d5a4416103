import type { CompiledEdition } from '#core/model/index.ts';
import type { SessionView } from '#core/model/wire/index.ts';
import { tokenHash } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { kindTitle } from '#server/services/case/index.ts';
import {
  type Actor,
  actorOf,
  asActor,
  isAlive,
  type Rights,
  type Services,
} from '#server/services/ground/index.ts';
import { loading, loadLine, readRights, readTogether, sessions, type Tx } from '#server/store/index.ts';
import { isMandatory } from './second-factor.ts';

/** A session is marked as seen no more often than this. */
const SEEN_EVERY = 60_000;

/**
 * Who is behind a session's secret; null when it is unknown, idle for too long, expired, or its account is not
 * active.
 */
export async function findActor(services: Services, secret: string): Promise<Actor | null> {
  const idHash = tokenHash(secret);
  const rights = services.rights.get(idHash) ?? (await rightsOf(services, idHash));
  const now = services.clock();
  if (!rights || !isAlive(rights.session, now)) return null;
  if (now.getTime() - Date.parse(rights.session.seenAt) > SEEN_EVERY) {
    const seenAt = now.toISOString();
    rights.session = { ...rights.session, seenAt };
    await sessions.touch(services.db, idHash, seenAt);
  }
  return rights.actor;
}

async function rightsOf(services: Services, idHash: string): Promise<Rights | null> {
  const remember = services.rights.reading(idHash);
  const tx = readTogether(services.db);
  const session = await readRights(tx, idHash);
  const user = session && (await loading.user(tx, session.userId));
  const actor = user && (await enrolled(services, tx, await actorOf(services, tx, user, idHash)));
  if (!actor) return null;
  const rights = { session, actor, account: await accountOf(tx, actor.userId), view: null };
  // What only a registration in some state lets in is asked for each time: no change of an account tells of its end.
  if (actor.abilities.length > 0) remember(rights);
  return rights;
}

/** A user without a required second factor may do nothing until they have one. */
async function enrolled(services: Services, tx: Tx, actor: Actor | null): Promise<Actor | null> {
  if (!actor || !isMandatory(await services.editions.current(), actor.role)) return actor;
  if ((await loading.secondFactor(tx, actor.userId))?.confirmed) return actor;
  return { ...actor, abilities: [], mustEnrol: true };
}

/** Ends this session. */
export async function logout(services: Services, actor: Actor): Promise<void> {
  await asActor(services, actor, async (tx) => {
    if (actor.session !== null) await sessions.remove(tx, actor.session);
    await recordAudit(services, tx, actor, { action: 'logout', subject: actor.userId });
  });
}

/** What the page shows of whoever is logged in. */
export async function sessionView(services: Services, actor: Actor): Promise<SessionView> {
  const rights = actor.session === null ? undefined : services.rights.get(actor.session);
  if (rights?.view) return rights.view;
  const tx = readTogether(services.db);
  const view = await viewOf(services, tx, actor, rights?.account ?? (await accountOf(tx, actor.userId)));
  if (rights) rights.view = view;
  return view;
}

async function accountOf(tx: Tx, userId: string): Promise<Rights['account']> {
  const [user, factor] = await Promise.all([loading.user(tx, userId), loading.secondFactor(tx, userId)]);
  return { hasQuestion: (user?.question ?? null) !== null, secondFactor: factor?.confirmed === true };
}

async function viewOf(
  services: Services,
  tx: Tx,
  actor: Actor,
  account: Rights['account'],
): Promise<SessionView> {
  const edition = await services.editions.current();
  const { userId: id, name, username, role, abilities, mustChangePassword, mustEnrol } = actor;
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
      ...account,
    },
    organisation: await organisationOf(tx, edition, actor.organisationId),
    registration: actor.caseId,
  };
}

async function organisationOf(
  tx: Tx,
  edition: CompiledEdition,
  id: string | null,
): Promise<SessionView['organisation']> {
  const one = id === null ? null : await loading.organisation(tx, id);
  if (!one) return null;
  const above = (await loadLine(tx, one.id)).slice(0, -1);
  const path = above.map((ancestor) => ancestor.name);
  return { id: one.id, name: one.name, kind: one.kind, kindTitle: kindTitle(edition, one.kind), path };
}
