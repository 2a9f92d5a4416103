import { literal, Op, UniqueConstraintError } from 'sequelize';
import { bounded, pageOf, readCursor } from '../cursor.ts';
import type { Tx } from '../database.ts';
import { DuplicateError } from '../errors.ts';
import { type UserRow, userTable } from '../models/users.ts';
import { anyOf, change, find, insertNew, one, type Where } from '../rows.ts';
import { afterName, contains, fold } from '../search.ts';
import type { UserFilter, UserRepository } from '../signatures/index.ts';
import type { User } from '../types.ts';
import { organisations } from './organisations.ts';

export const users: UserRepository = {
  get: async (tx, id) => asUser(await one(tx, userTable, { id })),

  async byIds(tx, ids) {
    return ids.length === 0 ? [] : (await find(tx, userTable, { id: anyOf(ids) })).map(withoutKey);
  },

  byUsername: async (tx, username) => asUser(await one(tx, userTable, { usernameKey: fold(username) })),

  byCase: async (tx, caseId) => asUser(await one(tx, userTable, { caseId })),

  async ofOrganisation(tx, organisationId) {
    const rows = await find(tx, userTable, { organisationId }, { order: ['name', 'id'] });
    return rows.map(withoutKey);
  },

  async create(tx, given) {
    const user = { ...given, version: 1 };
    const isNew = await insertNew(tx, userTable, { ...user, usernameKey: keyOf(user) });
    if (!isNew) throw new DuplicateError('username');
    return user;
  },

  async update(tx, id, version, changes) {
    const key = await changedKey(tx, id, changes);
    try {
      const count = await change(
        tx,
        userTable,
        { id, version },
        { ...changes, ...key },
        { version: literal('version + 1') },
      );
      return count === 1;
    } catch (error) {
      if (error instanceof UniqueConstraintError) throw new DuplicateError('username');
      throw error;
    }
  },

  async search(tx, filter) {
    const limit = bounded(filter.limit);
    const where = await conditions(tx, filter);
    const rows = await find(tx, userTable, where, { order: ['name', 'id'], limit: limit + 1 });
    return pageOf(rows.map(withoutKey), limit, (row) => [row.name, row.id]);
  },
};

async function conditions(tx: Tx, filter: UserFilter): Promise<Where<UserRow>> {
  const all: object[] = [afterName(readCursor(filter.after, 2))];
  if (filter.under !== undefined)
    all.push({ organisationId: anyOf(await organisations.subtreeIds(tx, filter.under)) });
  if (filter.organisationId !== undefined) all.push({ organisationId: String(filter.organisationId) });
  if (filter.roles) all.push({ role: anyOf(filter.roles) });
  if (filter.statuses) all.push({ status: anyOf(filter.statuses) });
  const text = fold(filter.text ?? '');
  if (text) all.push(contains(['name', 'usernameKey'], text) as object);
  return { [Op.and]: all };
}

/** A deleted account gives its user name free: null is never a duplicate. */
function keyOf(user: Pick<User, 'username' | 'status'>): string | null {
  return user.status === 'deleted' ? null : fold(user.username);
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

function withoutKey({ usernameKey: _, ...user }: UserRow): User {
  return user;
}

function asUser(row: UserRow | null): User | null {
  return row && withoutKey(row);
}
