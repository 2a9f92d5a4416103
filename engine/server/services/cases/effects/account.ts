import { forgetUser } from '#server/services/accounts/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import {
  cases,
  type Organisation,
  organisations,
  sessions,
  type Tx,
  type User,
  type UserStatus,
  uniqueValues,
  users,
} from '#server/store/index.ts';
import type { EffectHandler, EffectWork } from './effect.ts';

/** `activate`: whoever registered may log in; their organisation can be chosen. */
export const activate: EffectHandler = async (work) => {
  await setStatus(work, 'active');
  return undefined;
};

/** `deactivate`: the account is frozen and every session on it ends. */
export const deactivate: EffectHandler = async (work) => {
  const { organisation } = await setStatus(work, 'frozen');
  if (organisation) await endSessions(work.tx, organisation.id);
  return undefined;
};

/** `release`: the account is deleted with its answers; its user name and unique values are free for others. */
export const release: EffectHandler = async (work) => {
  const { tx, loaded } = work;
  const { user, organisation } = await accountOf(work);
  if (organisation) await refuseIfUsed(tx, organisation.id);
  if (user) await forgetUser(work.services, tx, user, work.orphanedHashes);
  if (organisation) await forgetOrganisation(work, organisation);
  await uniqueValues.release(tx, loaded.record.id);
  work.orphanedHashes.push(...(await cases.erase(tx, loaded.record.id)));
  return { erased: true };
};

type Account = { user: User | null; organisation: Organisation | null };

async function accountOf({ tx, loaded }: EffectWork): Promise<Account> {
  const { id, ownerOrganisationId } = loaded.record;
  const own = ownerOrganisationId === null ? null : await organisations.get(tx, ownerOrganisationId);
  return { user: await users.byCase(tx, id), organisation: own?.caseId === id ? own : null };
}

async function setStatus(
  work: EffectWork,
  status: Extract<UserStatus, 'active' | 'frozen'>,
): Promise<Account> {
  const account = await accountOf(work);
  const { user, organisation } = account;
  if (user) must(await users.update(work.tx, user.id, user.version, { status }));
  if (user && status === 'frozen') await sessions.removeOfUser(work.tx, user.id);
  if (organisation)
    must(await organisations.update(work.tx, organisation.id, organisation.version, { status }));
  return account;
}

async function endSessions(tx: Tx, organisationId: string): Promise<void> {
  for (const { id } of await users.ofOrganisation(tx, organisationId)) await sessions.removeOfUser(tx, id);
}

/** An organisation with others below it, or with people of its own, cannot be deleted: they would have no parent. */
async function refuseIfUsed(tx: Tx, organisationId: string): Promise<void> {
  const children = (await organisations.children(tx, organisationId)).filter(
    (one) => one.status !== 'deleted',
  );
  const people = (await users.ofOrganisation(tx, organisationId)).filter((one) => one.status !== 'deleted');
  if (children.length > 0 || people.length > 1) throw new Failure('conflict', 'organisation-in-use');
}

async function forgetOrganisation({ tx }: EffectWork, organisation: Organisation): Promise<void> {
  must(
    await organisations.update(tx, organisation.id, organisation.version, {
      status: 'deleted',
      caseId: null,
      attributes: {},
    }),
  );
}

function must(done: boolean): void {
  if (!done) throw new Failure('conflict', 'stale');
}
