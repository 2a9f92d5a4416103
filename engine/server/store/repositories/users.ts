import { caseKey, comparisonKey } from '#core/text/index.ts';
import { at, boolean, id, integer, nullable, primary, text } from '../columns.ts';
import { bounded, type Page, pageOf, readCursor } from '../cursor.ts';
import { DuplicateError } from '../errors.ts';
import type { User, UserStatus } from '../records/index.ts';
import { find, findOne, grouped, insert, update } from '../rows.ts';
import { afterName, contains, searchable } from '../search.ts';
import { AND, increased, notEqual, oneOf, type Sql, type Where } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';
import { isTaken } from '../unique-keys.ts';
import { organisations } from './organisations.ts';

/**
 * `usernameKey` is the user name without case and width; null once the account is deleted, so that the name is free.
 * `searchName` is what the person's name is found by.
 */
type UserRow = User & { usernameKey: string | null; searchName: string | null };

const USERNAME = 'users_username';

/** The accounts. */
export const userTable = table<UserRow>(
  'users',
  {
    id: primary(id()),
    username: text(100),
    usernameKey: nullable(text(100)),
    passwordHash: text(255),
    mustChangePassword: boolean(),
    passwordExpiresAt: nullable(at()),
    question: nullable(text(80)),
    answerHash: nullable(text(255)),
    name: text(200),
    role: id(),
    organisationId: nullable(id()),
    caseId: nullable(id()),
    status: text(20),
    version: integer(),
    createdAt: at(),
    passwordUsedAt: nullable(at()),
    searchName: nullable(text(400)),
    language: nullable(text(20)),
  },
  { [USERNAME]: ['usernameKey'] },
);

type UserFilter = {
  /** Part of the name or user name; blank = all. */
  text?: string | undefined;
  /** Users of this organisation's subtree, itself included. */
  under?: string;
  organisationId?: string;
  roles?: string[];
  statuses?: UserStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

/** Users, found by id, by user name and by where they are in the tree. */
export const users = {
  /** How many accounts there are in each role. */
  async countByRole(tx: Tx): Promise<{ role: string; count: number }[]> {
    const where = { status: notEqual('deleted') };
    const found = await grouped(tx, userTable, where, { by: 'role', value: 'COUNT', of: 'id' });
    return found.map(({ group, value }) => ({ role: group, count: Number(value) }));
  },

  get: async (tx: Tx, id: string): Promise<User | null> => asUser(await findOne(tx, userTable, { id })),

  async byIds(tx: Tx, ids: string[]): Promise<User[]> {
    return ids.length === 0 ? [] : (await find(tx, userTable, { id: oneOf(ids) })).map(withoutKey);
  },

  /** Without regard to case and width. */
  byUsername: async (tx: Tx, username: string): Promise<User | null> =>
    asUser(await findOne(tx, userTable, { usernameKey: caseKey(username) })),

  byCase: async (tx: Tx, caseId: string): Promise<User | null> =>
    asUser(await findOne(tx, userTable, { caseId })),

  async ofOrganisation(tx: Tx, organisationId: string): Promise<User[]> {
    const rows = await find(tx, userTable, { organisationId }, { order: ['name', 'id'] });
    return rows.map(withoutKey);
  },

  /** Throws DuplicateError (binding `username`) when the user name is taken. */
  async create(tx: Tx, given: Omit<User, 'version' | 'language'>): Promise<User> {
    const user = { ...given, language: null, version: 1 };
    await refusingTakenName(
      insert(tx, userTable, { ...user, usernameKey: keyOf(user), searchName: searchable(user.name) }),
    );
    return user;
  },

  /** CAS by version. A new user name may throw DuplicateError. */
  async update(
    tx: Tx,
    id: string,
    version: number,
    changes: Partial<Omit<User, 'id' | 'version' | 'createdAt'>>,
  ): Promise<boolean> {
    const key = await changedKey(tx, id, changes);
    const found = changes.name === undefined ? {} : { searchName: searchable(changes.name) };
    const count = await refusingTakenName(
      update(
        tx,
        userTable,
        { id, version },
        { ...changes, ...key, ...found },
        { version: increased<UserRow>('version') },
      ),
    );
    return count === 1;
  },

  async search(tx: Tx, filter: UserFilter): Promise<Page<User>> {
    const limit = bounded(filter.limit);
    const where = await conditions(tx, filter);
    const rows = await find(tx, userTable, where, { order: ['name', 'id'], limit: limit + 1 });
    return pageOf(rows.map(withoutKey), limit, (row) => [row.name, row.id]);
  },
};

async function conditions(tx: Tx, filter: UserFilter): Promise<Where<UserRow>> {
  const all: (Where<UserRow> | Sql)[] = [afterName(readCursor(filter.after, 2))];
  if (filter.under !== undefined)
    all.push({ organisationId: oneOf(await organisations.subtreeIds(tx, filter.under)) });
  if (filter.organisationId !== undefined) all.push({ organisationId: String(filter.organisationId) });
  if (filter.roles) all.push({ role: oneOf(filter.roles) });
  if (filter.statuses) all.push({ status: oneOf(filter.statuses) });
  const text = comparisonKey(filter.text ?? '');
  if (text) all.push(contains<UserRow>(['searchName', 'usernameKey'], text));
  return { [AND]: all };
}

/** Throws DuplicateError where `work` meets a user name that somebody else has. */
async function refusingTakenName<R>(work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (error) {
    if (isTaken(error, userTable, USERNAME)) throw new DuplicateError('username');
    throw error;
  }
}

/** A deleted account gives its user name free: null is never a duplicate. */
function keyOf(user: Pick<User, 'username' | 'status'>): string | null {
  return user.status === 'deleted' ? null : caseKey(user.username);
}

async function changedKey(
  tx: Tx,
  id: string,
  changes: Partial<User>,
): Promise<{ usernameKey?: string | null }> {
  if (changes.status === undefined && changes.username === undefined) return {};
  const user = await users.get(tx, id);
  return user ? { usernameKey: keyOf({ ...user, ...changes }) } : {};
}

/** The user without what only the table knows. */
export function withoutKey({ usernameKey: _key, searchName: _name, ...user }: UserRow): User {
  return user;
}

function asUser(row: UserRow | null): User | null {
  return row && withoutKey(row);
}
