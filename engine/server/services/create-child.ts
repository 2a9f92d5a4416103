import { randomInt } from 'node:crypto';
import { newId } from '../crypto/index.ts';
import {
  cases,
  DuplicateError,
  inTransaction,
  type Organisation,
  organisations,
  sessions,
  type Tx,
  users,
} from '../store/index.ts';
import type { Actor } from './actor.ts';
import { note } from './audit.ts';
import type { Services } from './context.ts';
import { Failure, notFound } from './failure.ts';
import { kindOf, serves } from './kinds.ts';

/** An initial password dies when nobody used it. */
const INITIAL_FOR = 72 * 3_600_000;

export type ChildRequest = { kind: string; name: string; username: string };
export type NewUser = { id: string; username: string; password: string };

/**
 * Creates an organisation directly below the actor's, of a kind that theirs may create, with its first user. Gives
 * the initial password, which must be changed at the first login. Throws `kind-not-allowed`, `username-taken`.
 */
export async function createChild(
  services: Services,
  actor: Actor,
  request: ChildRequest,
): Promise<NewUser & { organisation: string }> {
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  return inTransaction(services.db, async (tx) => {
    const parent = actor.organisationId === null ? null : await organisations.get(tx, actor.organisationId);
    if (!parent || !(await serves(tx, parent))) throw new Failure('conflict', 'parent-unavailable');
    const edition = await services.editions.current();
    if (!kindOf(edition, parent.kind)?.creates?.includes(request.kind))
      throw new Failure('invalid', 'kind-not-allowed');
    const organisation = await addOrganisation(services, tx, parent, {
      kind: request.kind,
      name: request.name,
    });
    const user = await addStaff(services, tx, organisation, { username: request.username, passwordHash });
    await note(services, tx, actor, {
      action: 'create-organisation',
      subject: organisation.id,
      detail: { kind: request.kind, name: request.name },
    });
    return { organisation: organisation.id, id: user, username: request.username, password };
  });
}

/** Adds an approved organisation below another, or a root. Throws `kind-not-allowed` for a kind that there is not. */
export async function addOrganisation(
  services: Services,
  tx: Tx,
  parent: Organisation | null,
  { id = newId(), kind: kindId, name }: { id?: string; kind: string; name: string },
): Promise<Organisation> {
  const edition = await services.editions.current();
  const kind = kindOf(edition, kindId);
  if (!kind) throw new Failure('invalid', 'kind-not-allowed');
  return organisations.create(tx, {
    id,
    kind: kindId,
    name,
    parentId: parent?.id ?? null,
    level: kind.level,
    status: 'active',
    caseId: null,
    attributes: {},
    createdAt: services.clock().toISOString(),
  });
}

/** Adds a user to an organisation, in the first role that is meant for its kind. Gives the user's id. */
export async function addStaff(
  services: Services,
  tx: Tx,
  organisation: Organisation,
  login: { username: string; passwordHash: string; role?: string; lasting?: boolean },
): Promise<string> {
  const now = services.clock();
  const id = newId();
  const role = login.role ?? (await staffRole(services, organisation.kind));
  const expires = login.lasting ? null : new Date(now.getTime() + INITIAL_FOR).toISOString();
  const user = {
    id,
    username: login.username,
    passwordHash: login.passwordHash,
    mustChangePassword: !login.lasting,
    passwordExpiresAt: expires,
    question: null,
    answerHash: null,
    name: organisation.name,
    role,
    organisationId: organisation.id,
    caseId: null,
    status: 'active' as const,
    createdAt: now.toISOString(),
  };
  try {
    await users.create(tx, user);
  } catch (error) {
    if (error instanceof DuplicateError) throw new Failure('conflict', 'username-taken');
    throw error;
  }
  return id;
}

/** The first role that names this kind and may review; whoever works there by hand starts with it. */
async function staffRole(services: Services, kind: string): Promise<string> {
  const { roles } = (await services.editions.current()).definition.programme;
  const meant = roles.filter((role) => role.kinds?.includes(kind));
  const role = meant.find((one) => one.abilities.includes('review')) ?? meant[0];
  if (!role) throw new Failure('invalid', 'kind-not-allowed');
  return role.id;
}

/** Gives a user below the actor's organisation a new initial password and ends their sessions. Throws not-found for any other. */
export async function resetPassword(services: Services, actor: Actor, userId: string): Promise<NewUser> {
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  return inTransaction(services.db, async (tx) => {
    const user = await users.get(tx, userId);
    if (!user || user.status === 'deleted' || !(await isBelow(tx, actor, user))) throw notFound();
    const passwordExpiresAt = new Date(services.clock().getTime() + INITIAL_FOR).toISOString();
    const changes = { passwordHash, mustChangePassword: true, passwordExpiresAt };
    if (!(await users.update(tx, userId, user.version, changes))) throw new Failure('conflict', 'stale');
    await sessions.removeOfUser(tx, userId);
    await note(services, tx, actor, { action: 'reset-password', subject: userId });
    return { id: userId, username: user.username, password };
  });
}

/** People of my own organisation, and everybody in organisations below it; never myself nor my colleagues. */
async function isBelow(
  tx: Tx,
  actor: Actor,
  user: { id: string; organisationId: string | null; caseId: string | null },
): Promise<boolean> {
  if (actor.organisationId === null || user.organisationId === null || user.id === actor.userId) return false;
  if (user.organisationId !== actor.organisationId)
    return organisations.isUnder(tx, user.organisationId, actor.organisationId);
  const registration = user.caseId === null ? null : await cases.get(tx, user.caseId);
  return registration !== null && registration.ownerOrganisationId === null;
}

const SETS = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789', '!#%+=?@'];

/** Sixteen random characters, four of each class: right under any policy of classes. */
export function initialPassword(): string {
  const signs = SETS.flatMap((set) => Array.from({ length: 4 }, () => set.charAt(randomInt(set.length))));
  for (let at = signs.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [signs[at], signs[other]] = [signs[other] ?? '', signs[at] ?? ''];
  }
  return signs.join('');
}
