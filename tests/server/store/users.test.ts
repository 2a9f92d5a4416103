import { expect, it } from 'vitest';
import { DuplicateError, sessions, users } from '#server/store/index.ts';
import { userTable } from '#server/store/repositories/users.ts';
import { insertNew } from '#server/store/rows.ts';
import { StatementError } from '#server/store/sql/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { NOW, treeOf, user } from '../../support/records.ts';

describeOnDatabases('users and sessions', (db) => {
  it('users are found without regard to case; a deleted one gives its name free', async () => {
    const made = await users.create(db(), user({ username: 'Some.One-甲', mustChangePassword: true }));
    expect(await users.byUsername(db(), ' some.ONE-甲 ')).toEqual(made);
    await expect(users.create(db(), user({ username: 'SOME.one-甲' }))).rejects.toThrow(DuplicateError);
    expect(await users.update(db(), made.id, 1, { mustChangePassword: false })).toBe(true);
    expect(await users.update(db(), made.id, 1, { name: 'x' })).toBe(false);
    expect(await users.update(db(), made.id, 2, { status: 'deleted' })).toBe(true);
    expect(await users.byUsername(db(), 'some.one-甲')).toBeNull();
    const next = await users.create(db(), user({ username: 'some.one-甲' }));
    await expect(users.update(db(), made.id, 3, { status: 'active' })).rejects.toThrow(DuplicateError);
    expect(await users.get(db(), next.id)).toMatchObject({ mustChangePassword: false, version: 1 });
  });

  it('an id that is taken is no user name that is taken', async () => {
    const made = await users.create(db(), user({ username: 'first' }));
    const refusal = users.create(db(), user({ id: made.id, username: 'second' }));
    await expect(refusal).rejects.toThrow(StatementError);
    expect(await users.byUsername(db(), 'second')).toBeNull();
  });

  it('a row that breaks another key than its primary one is not passed over as there already', async () => {
    const keys = { usernameKey: 'kept', searchName: null };
    const row = (id: string) => ({ ...user({ id, username: 'kept' }), version: 1, ...keys });
    expect(await insertNew(db(), userTable, row('u1'))).toBe(true);
    expect(await insertNew(db(), userTable, { ...row('u1'), usernameKey: 'other' })).toBe(false);
    await expect(insertNew(db(), userTable, row('u2'))).rejects.toThrow(StatementError);
  });

  it('users are listed over a subtree', async () => {
    const { root, left, leaf, right } = await treeOf(db());
    for (const { id } of [root, left, leaf, right])
      await users.create(db(), user({ organisationId: id, name: `人${id}` }));
    const listed = async (filter: object) =>
      (await users.search(db(), { limit: 50, ...filter })).rows.map(({ organisationId }) => organisationId);
    expect((await listed({ under: left.id })).toSorted()).toEqual([left.id, leaf.id].toSorted());
    expect(await listed({ under: root.id, text: leaf.id })).toEqual([leaf.id]);
    expect(await listed({ under: root.id, roles: ['nobody'] })).toEqual([]);
    expect((await users.ofOrganisation(db(), right.id)).length).toBe(1);
  });

  it('sessions end one by one, or all but one', async () => {
    const { id: userId } = await users.create(db(), user());
    const times = { createdAt: NOW, seenAt: NOW, expiresAt: '2026-05-01T13:00:00+08:00' };
    for (const idHash of ['a', 'b', 'c'])
      await sessions.create(db(), { idHash: idHash + userId, userId, ...times });
    await sessions.touch(db(), `a${userId}`, '2026-05-01T02:00:00.000Z');
    expect(await sessions.get(db(), `a${userId}`)).toMatchObject({
      seenAt: '2026-05-01T02:00:00.000Z',
      expiresAt: '2026-05-01T05:00:00.000Z',
    });
    await sessions.removeOfUser(db(), userId, `b${userId}`);
    expect(await sessions.get(db(), `a${userId}`)).toBeNull();
    expect(await sessions.sweep(db(), '2026-05-01T04:59:59.999Z')).toBe(0);
    expect(await sessions.sweep(db(), '2026-05-01T05:00:00.000Z')).toBe(1);
    expect(await sessions.get(db(), `b${userId}`)).toBeNull();
  });
});
