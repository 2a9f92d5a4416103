import type { FirstUser, SetupView } from '#core/model/wire/index.ts';
import { newToken, tokenHash } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { answerHashOf, checkPassword, checkQuestion } from '#server/services/entry/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure, notFound } from '#server/services/ground/index.ts';
import {
  inTransaction,
  type Organisation,
  organisations,
  type Setup,
  setups,
  type Tx,
  users,
} from '#server/store/index.ts';
import { addStaff, manages, staffRoles } from './staff.ts';

const GOOD_FOR = 72 * 3_600_000;

/** A link that makes the first user of an organisation at the root; its token is told once and stored hashed. */
export type SetupLink = { token: string; organisation: string };

/** Opens a one-time link for every organisation at the root where nobody manages accounts yet; earlier ones are void. */
export async function openSetups(services: Services): Promise<SetupLink[]> {
  const edition = await services.editions.current();
  const links: SetupLink[] = [];
  for (const root of await organisations.roots(services.db)) {
    const role = staffRoles(edition, root.kind).find((one) => one.abilities.includes('accounts'));
    if (root.status !== 'active' || !role || (await isManaged(services, services.db, root))) continue;
    const token = newToken();
    const expiresAt = new Date(services.clock().getTime() + GOOD_FOR).toISOString();
    await inTransaction(services.db, async (tx) => {
      await setups.open(tx, {
        tokenHash: tokenHash(token),
        organisationId: root.id,
        role: role.id,
        expiresAt,
      });
      await recordAudit(services, tx, null, { action: 'setup-open', subject: root.id });
    });
    links.push({ token, organisation: root.name });
  }
  return links;
}

async function isManaged(services: Services, tx: Tx, root: Organisation): Promise<boolean> {
  const edition = await services.editions.current();
  const staff = await users.ofOrganisation(tx, root.id);
  return staff.some((user) => user.status !== 'deleted' && manages(edition, user.role));
}

/** Whom a link makes. Throws not-found for one that is unknown, used or expired. */
export async function setupView(services: Services, token: string): Promise<SetupView> {
  const { root, setup } = await readSetup(services, services.db, token);
  const roles = staffRoles(await services.editions.current(), root.kind);
  return {
    organisation: root.name,
    roleTitle: roles.find((one) => one.id === setup.role)?.title ?? setup.role,
  };
}

/** Makes the user, and uses the link up. Throws not-found, `password-policy`, `password-common`, `username-taken`. */
export async function finishSetup(services: Services, token: string, user: FirstUser): Promise<void> {
  await readSetup(services, services.db, token);
  const edition = await services.editions.current();
  checkPassword(edition.definition.programme, user.password, user.username);
  checkQuestion(edition, user.question);
  const passwordHash = await services.hasher.hash(user.password);
  const answerHash = await answerHashOf(services, user.answer);
  await inTransaction(services.db, async (tx) => {
    const { root, setup } = await readSetup(services, tx, token);
    if (!(await setups.use(tx, setup.tokenHash))) throw notFound();
    if (await isManaged(services, tx, root)) throw notFound();
    const { name, username, question } = user;
    const login = { name, username, question, passwordHash, answerHash, role: setup.role, lasting: true };
    const id = await addStaff(services, tx, root, login);
    await recordAudit(
      services,
      tx,
      { userId: id },
      { action: 'setup', subject: id, detail: { role: setup.role } },
    );
  });
}

async function readSetup(
  services: Services,
  tx: Tx,
  token: string,
): Promise<{ setup: Setup; root: Organisation }> {
  const setup = await setups.get(tx, tokenHash(token));
  if (!setup || setup.expiresAt <= services.clock().toISOString()) throw notFound();
  const root = await organisations.get(tx, setup.organisationId);
  if (!root) throw new Failure('conflict', 'parent-unavailable');
  return { setup, root };
}
