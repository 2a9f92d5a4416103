import type { InitialPassword, NewUser, StatusChange } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { serves } from '#server/services/case/index.ts';
import { initialPassword } from '#server/services/entry/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, withContentCleanup } from '#server/services/ground/index.ts';
import { organisations, secondFactors, sessions, type User, users } from '#server/store/index.ts';
import { forgetUser } from './forget-user.ts';
import { addStaff, initialUntil, refuseLastManager, staffRoles, userBelow } from './staff.ts';

/**
 * Adds a user to the actor's own organisation, in a role that is meant for its kind. Gives the initial password, once.
 * Throws `role-not-allowed`, `username-taken`, `parent-unavailable`.
 */
export async function addUser(services: Services, actor: Actor, request: NewUser): Promise<InitialPassword> {
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  return asActor(services, actor, async (tx) => {
    const unit = actor.organisationId === null ? null : await organisations.lock(tx, actor.organisationId);
    if (!unit || !(await serves(tx, unit))) throw new Failure('conflict', 'parent-unavailable');
    const allowed = staffRoles(await services.editions.current(), unit.kind);
    if (!allowed.some((role) => role.id === request.role)) throw new Failure('invalid', 'role-not-allowed');
    const id = await addStaff(services, tx, unit, { ...request, passwordHash });
    await recordAudit(services, tx, actor, {
      action: 'add-user',
      subject: id,
      detail: { role: request.role },
    });
    return { id, username: request.username, password };
  });
}

/** Freezes a user who was added by hand, which ends every session of theirs, or lets them in again. Throws not-found, `by-registration`, `last-manager`. */
export async function setUserStatus(
  services: Services,
  actor: Actor,
  userId: string,
  status: StatusChange['status'],
): Promise<void> {
  await asActor(services, actor, async (tx) => {
    const user = handMade(await userBelow(tx, actor, userId));
    if (user.status === status) return;
    if (status === 'frozen') await refuseLastManager(services, tx, user);
    if (!(await users.update(tx, user.id, user.version, { status }))) throw new Failure('conflict', 'stale');
    if (status === 'frozen') await sessions.removeOfUser(tx, user.id);
    await recordAudit(services, tx, actor, {
      action: status === 'frozen' ? 'freeze-user' : 'unfreeze-user',
      subject: user.id,
    });
  });
}

/** Deletes a user who was added by hand. Throws as `setUserStatus`, and `account-in-use`. */
export async function deleteUser(services: Services, actor: Actor, userId: string): Promise<void> {
  await withContentCleanup(services, actor, async (tx, orphanedHashes) => {
    const user = handMade(await userBelow(tx, actor, userId));
    await refuseLastManager(services, tx, user);
    await forgetUser(services, tx, user, orphanedHashes);
    await recordAudit(services, tx, actor, {
      action: 'delete-user',
      subject: user.id,
      detail: { role: user.role },
    });
  });
}

/** Whoever registered is frozen and deleted by the events of that registration's route. */
function handMade(user: User): User {
  if (user.caseId !== null) throw new Failure('conflict', 'by-registration');
  return user;
}

/**
 * Gives a user below the actor a new initial password, takes away a second factor (its device may be lost) and ends
 * their sessions. Throws not-found for any other.
 */
export async function resetPassword(
  services: Services,
  actor: Actor,
  userId: string,
): Promise<InitialPassword> {
  const password = initialPassword();
  const passwordHash = await services.hasher.hash(password);
  return asActor(services, actor, async (tx) => {
    const user = await userBelow(tx, actor, userId);
    const initial = { passwordExpiresAt: initialUntil(services), passwordUsedAt: null };
    const changes = { passwordHash, mustChangePassword: true, ...initial };
    if (!(await users.update(tx, userId, user.version, changes))) throw new Failure('conflict', 'stale');
    await sessions.removeOfUser(tx, userId);
    await secondFactors.remove(tx, userId);
    await recordAudit(services, tx, actor, { action: 'reset-password', subject: userId });
    return { id: userId, username: user.username, password };
  });
}
