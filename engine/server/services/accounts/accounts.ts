import { routeOf } from '#core/compile/index.ts';
import { segmentsOf, valueAt } from '#core/json/index.ts';
import type {
  AccountBinding,
  CaseState,
  CompiledCategory,
  CompiledEdition,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { initialState, resolveDesks } from '#core/route/index.ts';
import { newId } from '#server/crypto/index.ts';
import {
  changeSensitive,
  kindOf,
  listingOf,
  stateKeyOf,
  textAt,
  treeFrom,
  updatePositions,
  watchLimits,
} from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure, zoned } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  caseSections,
  cases,
  DuplicateError,
  type Organisation,
  organisations,
  type Tx,
  type User,
  users,
} from '#server/store/index.ts';
import { claimUnique } from './unique-claims.ts';

/** Accounts outlive cycles: their cases have this one. */
export const ACCOUNT_CYCLE = '-';

/** The part of a user that the engine asks for itself. */
export type Credentials = Pick<
  User,
  'username' | 'passwordHash' | 'question' | 'answerHash' | 'mustChangePassword'
>;

type NewAccount = {
  edition: CompiledEdition;
  category: CompiledCategory;
  binding: AccountBinding;
  parent: Organisation;
  kind: string | null;
  sections: JsonObject;
  credentials: Credentials;
};

/**
 * Creates the organisation or person that a registration makes, its first user and its case, all of them waiting for
 * approval. Throws `username-taken`, or `unique-taken` with the definition's sentence.
 */
export async function createAccount(services: Services, tx: Tx, account: NewAccount): Promise<CaseRecord> {
  const { binding, parent, sections } = account;
  const at = services.clock().toISOString();
  const name = textAt(sections, binding.name);
  const made: Made = { caseId: newId(), userId: newId(), name, at };
  const { caseId } = made;
  const unit = binding.makes === 'organisation' ? await createUnit(tx, account, made) : parent;
  const record = await createCase(services, tx, account, made, unit);
  await createUser(tx, account, made, unit);
  for (const [section, value] of Object.entries(sections)) {
    const compiled = account.category.bySection[section];
    if (!compiled) continue;
    const sealed = changeSensitive(compiled.definition, value, services.secrets.seal);
    await caseSections.save(tx, { caseId, section, value: sealed, savedAt: at }, 0, { isNew: true });
  }
  await cases.list(tx, caseId, listingOfNew(services, account, record));
  await claimUnique(services, tx, account, caseId);
  return record;
}

/** What lists show of a registration that was just written. */
function listingOfNew(
  services: Services,
  { edition, category, sections }: NewAccount,
  record: CaseRecord,
): Json {
  const stored = Object.entries(sections).map(
    ([id, value]) => [id, { value, version: 1, savedAt: record.createdAt }] as const,
  );
  const route = routeOf(edition, record.route);
  const parts = { sections: Object.fromEntries(stored), files: [], strikes: [] };
  const state = { value: record.state, context: record.context };
  return listingOf(services, { record, edition, category, route, ...parts }, state);
}

type Made = { caseId: string; userId: string; name: string; at: string };

async function createUnit(
  tx: Tx,
  { edition, binding, parent, kind, sections }: NewAccount,
  made: Made,
): Promise<Organisation> {
  const level = kindOf(edition, kind ?? '')?.level ?? parent.level + 1;
  return organisations.create(tx, {
    id: newId(),
    kind: kind ?? '',
    name: made.name,
    parentId: parent.id,
    level,
    status: 'pending',
    caseId: made.caseId,
    attributes: attributesOf(binding, sections),
    createdAt: made.at,
  });
}

/** What rules read as `unit.<key>`: the values that the binding points to. */
export function attributesOf(binding: AccountBinding, sections: JsonObject): JsonObject {
  const pairs = Object.entries(binding.attributes ?? {}).map(
    ([key, pointer]) => [key, answerAt(sections, pointer)] as const,
  );
  return Object.fromEntries(pairs);
}

function answerAt(sections: JsonObject, pointer: string): JsonObject[string] {
  return valueAt(sections, segmentsOf(pointer)) ?? null;
}

async function createCase(
  services: Services,
  tx: Tx,
  account: NewAccount,
  made: Made,
  unit: Organisation,
): Promise<CaseRecord> {
  const { edition, category, binding } = account;
  const route = routeOf(edition, category.definition.route);
  const state = await firstState(services, tx, account);
  const record = await cases.create(tx, {
    id: made.caseId,
    subject: 'account',
    edition: edition.hash,
    category: category.definition.id,
    route: route.definition.id,
    ownerUserId: made.userId,
    ownerOrganisationId: binding.makes === 'organisation' ? unit.id : null,
    unitId: account.parent.id,
    cycle: ACCOUNT_CYCLE,
    name: made.name,
    stateKey: stateKeyOf(state.value),
    state: state.value,
    context: state.context,
    round: state.context.round,
    createdAt: made.at,
    updatedAt: made.at,
    enteredAt: made.at,
  });
  await updatePositions(tx, route, record, state, made.at);
  await watchLimits(tx, route, record.id, state, made.at);
  return record;
}

/**
 * Registering is handing in, to the organisation that it is under: the desks are found at once, the first round
 * begins.
 */
async function firstState(
  services: Services,
  tx: Tx,
  { edition, category, parent }: NewAccount,
): Promise<CaseState> {
  const route = routeOf(edition, category.definition.route);
  const tree = await treeFrom(tx, parent.id, route);
  const desks = resolveDesks(edition, route.definition, parent.id, tree);
  const state = initialState(route, zoned(services.clock(), edition.definition.programme.timeZone), desks);
  return { ...state, context: { ...state.context, round: 1 } };
}

async function createUser(
  tx: Tx,
  { binding, credentials }: NewAccount,
  made: Made,
  unit: Organisation,
): Promise<void> {
  const user: Omit<User, 'version' | 'language'> = {
    ...credentials,
    id: made.userId,
    passwordExpiresAt: null,
    passwordUsedAt: null,
    name: made.name,
    role: binding.role,
    organisationId: unit.id,
    caseId: made.caseId,
    status: 'pending',
    createdAt: made.at,
  };
  try {
    await users.create(tx, user);
  } catch (error) {
    if (error instanceof DuplicateError) throw new Failure('conflict', 'username-taken');
    throw error;
  }
}
