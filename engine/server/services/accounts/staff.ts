import type { CompiledEdition, RoleDefinition } from '#core/model/index.ts';
import { cleanLine } from '#core/text/index.ts';
import { newId } from '#server/crypto/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure, notFound } from '#server/services/ground/index.ts';
import {
  cases,
  DuplicateError,
  type Organisation,
  organisations,
  type Tx,
  type User,
  users,
} from '#server/store/index.ts';

/** An initial password expires when it is not used. */
const INITIAL_FOR = 72 * 3_600_000;

/** Until when an initial password is valid. */
export const initialUntil = ({ clock }: Pick<Services, 'clock'>): string =>
  new Date(clock().getTime() + INITIAL_FOR).toISOString();

type StaffLogin = {
  username: string;
  passwordHash: string;
  /** Absent: the organisation's own name. */
  name?: string;
  role?: string | undefined;
  /** The password is the user's own and needs no change. */
  lasting?: boolean;
  question?: string;
  answerHash?: string;
};

/**
 * Adds a user to an organisation, in the first role that is meant for its kind. Gives the user's id. Throws
 * `username-taken`.
 */
export async function addStaff(
  services: Services,
  tx: Tx,
  organisation: Organisation,
  login: StaffLogin,
): Promise<string> {
  const id = newId();
  const edition = await services.editions.current();
  const user: Omit<User, 'version' | 'language'> = {
    id,
    username: login.username,
    passwordHash: login.passwordHash,
    mustChangePassword: !login.lasting,
    passwordExpiresAt: login.lasting ? null : initialUntil(services),
    passwordUsedAt: null,
    question: login.question ?? null,
    answerHash: login.answerHash ?? null,
    name: cleanLine(login.name ?? organisation.name),
    role: login.role ?? firstRole(edition, organisation.kind),
    organisationId: organisation.id,
    caseId: null,
    status: 'active',
    createdAt: services.clock().toISOString(),
  };
  try {
    await users.create(tx, user);
  } catch (error) {
    if (error instanceof DuplicateError) throw new Failure('conflict', 'username-taken');
    throw error;
  }
  return id;
}

/** The roles that users of this kind of organisation may be given by hand: those that name the kind. */
export const staffRoles = ({ definition }: CompiledEdition, kind: string): RoleDefinition[] =>
  definition.programme.roles.filter((role) => role.kinds?.includes(kind));

/** The first role that names this kind and may review; whoever works there by hand starts with it. */
function firstRole(edition: CompiledEdition, kind: string): string {
  const meant = staffRoles(edition, kind);
  const role = meant.find((one) => one.abilities.includes('review')) ?? meant[0];
  if (!role) throw new Failure('invalid', 'kind-not-allowed');
  return role.id;
}

/** May a user of this role approve and manage accounts? */
export const manages = ({ definition }: CompiledEdition, role: string): boolean =>
  definition.programme.roles.find((one) => one.id === role)?.abilities.includes('accounts') ?? false;

/**
 * A user whom the actor manages: everybody in organisations below theirs; in their own, the people who apply from it
 * and those who were added by hand. Never themselves, nor the user with whom their organisation registered. Anybody
 * else is refused as if they did not exist: not-found.
 */
export async function userBelow(tx: Tx, actor: Actor, userId: string): Promise<User> {
  const user = await users.get(tx, userId);
  if (!user || user.status === 'deleted' || !(await standsOver(tx, actor, user))) throw notFound();
  return user;
}

async function standsOver(tx: Tx, actor: Actor, user: User): Promise<boolean> {
  if (actor.organisationId === null || user.organisationId === null || user.id === actor.userId) return false;
  if (user.organisationId !== actor.organisationId)
    return organisations.isUnder(tx, user.organisationId, actor.organisationId);
  const registration = user.caseId === null ? null : await cases.get(tx, user.caseId);
  return registration === null || registration.ownerOrganisationId === null;
}

/** Keeps a root organisation from losing its last user who manages accounts: nobody could approve accounts any more. */
export async function refuseLastManager(services: Services, tx: Tx, user: User): Promise<void> {
  const edition = await services.editions.current();
  const unit = user.organisationId === null ? null : await organisations.lock(tx, user.organisationId);
  if (!unit || unit.parentId !== null || !manages(edition, user.role)) return;
  const others = (await users.ofOrganisation(tx, unit.id)).filter(
    (one) => one.id !== user.id && one.status === 'active' && manages(edition, one.role),
  );
  if (others.length === 0) throw new Failure('conflict', 'last-manager');
}
