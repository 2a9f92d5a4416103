import type { RoleDefinition } from '#core/model/index.ts';
import { addSeeded, addStaff } from '#server/services/accounts/index.ts';
import { initialPassword } from '#server/services/entry/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { inTransaction, organisations } from '#server/store/index.ts';
import type { SeededAccount } from './account.ts';

/**
 * Creates the organisations that exist before anybody registers. What is there already stays as it is. With `staffed`
 * each gets a user for every role that is meant for its kind; else the first comes by a one-time link.
 */
export async function seedOrganisations(services: Services, staffed: boolean): Promise<SeededAccount[]> {
  const { programme } = (await services.editions.current()).definition;
  const accounts: SeededAccount[] = [];
  for (const seed of programme.seed.organisations) {
    if (await organisations.get(services.db, seed.id)) continue;
    const roles = programme.roles.filter(
      (role) => staffed && role.kinds?.includes(seed.kind) && role.abilities.length > 0,
    );
    accounts.push(...(await seedOne(services, seed, roles)));
  }
  return accounts;
}

async function seedOne(
  services: Services,
  seed: { id: string; kind: string; name: string; parent?: string },
  roles: RoleDefinition[],
): Promise<SeededAccount[]> {
  const users = roles.map((role) => ({
    role,
    username: usernameOf(seed.id, role, roles),
    password: initialPassword(),
  }));
  const hashes = await Promise.all(users.map((user) => services.hasher.hash(user.password)));
  const isMade = await inTransaction(services.db, async (tx) => {
    const organisation = await addSeeded(services, tx, seed);
    if (!organisation) return false;
    for (const [at, { role, username }] of users.entries()) {
      await addStaff(services, tx, organisation, {
        username,
        passwordHash: hashes[at] ?? '',
        role: role.id,
        lasting: true,
      });
    }
    return true;
  });
  if (!isMade) return [];
  return users.map(({ role, username, password }) => ({
    username,
    password,
    role: role.title,
    organisation: seed.name,
  }));
}

/** The reviewing role has the organisation's own name; the others are named by their role. */
function usernameOf(id: string, role: RoleDefinition, roles: RoleDefinition[]): string {
  const main = roles.find((one) => one.abilities.includes('review')) ?? roles[0];
  return role === main ? id : `${id}-${role.id}`;
}
