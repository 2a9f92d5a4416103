import { routeOf } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { AccountPage, AccountSearch, AccountView } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { loading, readTogether, type Tx, type User, users } from '#server/store/index.ts';

const PAGE = 50;

/** A page of the accounts of my organisation and of everything below it, deleted ones left out. */
export async function accountPage(
  services: Services,
  actor: Actor,
  search: AccountSearch,
): Promise<AccountPage> {
  if (actor.organisationId === null) return { accounts: [], after: null };
  const edition = await services.editions.current();
  const page = await users.search(services.db, {
    under: actor.organisationId,
    statuses: search.status ? [search.status] : ['pending', 'active', 'frozen'],
    text: search.text,
    after: search.after ?? null,
    limit: PAGE,
  });
  const reading = readTogether(services.db);
  return {
    accounts: await Promise.all(page.rows.map((user) => view(services, reading, edition, user))),
    after: page.after,
  };
}

async function view(services: Services, tx: Tx, edition: CompiledEdition, user: User): Promise<AccountView> {
  const [unit, record] = await Promise.all([
    user.organisationId === null ? null : loading.organisation(tx, user.organisationId),
    user.caseId === null ? null : loading.case(tx, user.caseId),
  ]);
  const route = record && routeOf(await services.editions.get(record.edition), record.route);
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    role: user.role,
    roleTitle: edition.definition.programme.roles.find((role) => role.id === user.role)?.title ?? user.role,
    organisation: unit?.name ?? '',
    organisationId: unit?.id ?? null,
    organisationKind: unit?.kind ?? null,
    status: user.status,
    statusTitle: record && route ? titleOf(route, { value: record.state, context: record.context }) : '',
    caseId: user.caseId,
    version: record?.version ?? user.version,
    createdAt: user.createdAt,
  };
}
