import { routeOf } from '#core/compile/index.ts';
import { titleOf } from '#core/route/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import {
  bans,
  type CaseRecord,
  cases,
  secondFactors,
  sessions,
  type Tx,
  type User,
  users,
} from '#server/store/index.ts';
import { isOnItsWay } from './on-its-way.ts';

/**
 * Deletes an account: its sessions end, its user name is free, drafts go with it; what was handed in stays with the
 * organisations that decided on it. Throws `account-in-use` while an application of this cycle stands, or an older one
 * is on its way: one that the person is banned by is over, and its ban outlives the account. Hashes of content that nobody needs go into
 * `orphanedHashes`.
 */
export async function forgetUser(
  services: Services,
  tx: Tx,
  user: User,
  orphanedHashes: string[],
): Promise<void> {
  for (const record of await cases.ofOwner(tx, user.id, 'application')) {
    if (record.ownerOrganisationId !== null) continue;
    if (await stands(services, tx, record)) throw await inUse(services, record);
    if (record.round === 0) orphanedHashes.push(...(await cases.erase(tx, record.id)));
  }
  await sessions.removeOfUser(tx, user.id);
  await secondFactors.remove(tx, user.id);
  const nobody = {
    username: `~${user.id}`,
    name: (await isPerson(tx, user)) ? '' : user.name,
    passwordHash: '',
    answerHash: null,
    question: null,
    caseId: null,
  };
  if (!(await users.update(tx, user.id, user.version, { ...nobody, status: 'deleted' })))
    throw new Failure('conflict', 'stale');
}

/** The name of a person is deleted with their account; acts for an organisation keep the organisation's name. */
async function isPerson(tx: Tx, user: User): Promise<boolean> {
  const registration = user.caseId === null ? null : await cases.get(tx, user.caseId);
  return registration !== null && registration.ownerOrganisationId === null;
}

async function stands(services: Services, tx: Tx, record: CaseRecord): Promise<boolean> {
  if (record.round === 0) return false;
  const { id: cycle } = (await services.editions.current()).definition.edition.cycle;
  if (record.cycle !== cycle && !(await isOnItsWay(services, record))) return false;
  return (await bans.ofCase(tx, record.id)).length === 0;
}

async function inUse(services: Services, record: CaseRecord): Promise<Failure> {
  const edition = await services.editions.get(record.edition);
  const state = { value: record.state, context: record.context };
  const title = edition.categories[record.category]?.definition.title ?? record.category;
  return new Failure('conflict', 'account-in-use', {
    params: { title, state: titleOf(routeOf(edition, record.route), state) },
  });
}
