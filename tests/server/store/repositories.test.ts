import { expect, it } from 'vitest';
import type { Definition } from '#core/model/index.ts';
import { newId } from '#server/crypto/index.ts';
import {
  audit,
  bans,
  caseSections,
  cases,
  DuplicateError,
  editions,
  events,
  files,
  organisations,
  positions,
  printSettings,
  sessions,
  strikes,
  uniqueValues,
  users,
} from '#server/store/index.ts';
import { userTable } from '#server/store/repositories/users.ts';
import { insertNew } from '#server/store/rows.ts';
import { StatementError } from '#server/store/sql/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { fileRow, makeCase, makeOrganisation, NOW, user } from '../../support/records.ts';

describeOnDatabases('repositories', (db) => {
  /** root > (left > leaf, right) */
  async function tree() {
    const root = await makeOrganisation(db(), { name: '根' });
    const left = await makeOrganisation(db(), { parentId: root.id, name: '左', level: 1 });
    const leaf = await makeOrganisation(db(), {
      parentId: left.id,
      name: '叶',
      level: 2,
      attributes: { beds: 3, 等: ['甲', null] },
    });
    const right = await makeOrganisation(db(), { parentId: root.id, name: '右', level: 1, status: 'frozen' });
    return { root, left, leaf, right };
  }

  it('organisations know their ancestors and descendants', async () => {
    const { root, left, leaf, right } = await tree();
    expect(await organisations.get(db(), leaf.id)).toEqual(leaf);
    expect(leaf.path).toBe(`/${root.id}/${left.id}/${leaf.id}/`);
    expect((await organisations.ancestors(db(), leaf.id)).map(({ id }) => id)).toEqual([root.id, left.id]);
    expect((await organisations.children(db(), root.id)).map(({ id }) => id)).toEqual([right.id, left.id]);
    expect((await organisations.subtreeIds(db(), root.id)).toSorted()).toEqual(
      [root.id, left.id, leaf.id, right.id].toSorted(),
    );
    expect(await organisations.subtreeIds(db(), left.id)).toEqual(expect.arrayContaining([left.id, leaf.id]));
    expect(await organisations.isUnder(db(), leaf.id, right.id)).toBe(false);
    expect(await organisations.isUnder(db(), leaf.id, left.id)).toBe(true);
    expect(await organisations.subtreeIds(db(), 'nowhere')).toEqual([]);
    await expect(makeOrganisation(db(), { parentId: 'nowhere' })).rejects.toThrow('<nowhere>');
  });

  it('a subtree is matched by whole ids, with their case', async () => {
    await makeOrganisation(db(), { id: 'unit' });
    await makeOrganisation(db(), { id: 'unit-2' });
    await makeOrganisation(db(), { id: 'UNIT' });
    await makeOrganisation(db(), { id: 'below', parentId: 'UNIT' });
    expect(await organisations.subtreeIds(db(), 'unit')).toEqual(['unit']);
    expect((await organisations.subtreeIds(db(), 'UNIT')).toSorted()).toEqual(['UNIT', 'below']);
  });

  it('organisations are found by part of a name, page by page, and wildcards are plain characters', async () => {
    const root = await makeOrganisation(db(), { name: '搜索根' });
    for (const name of ['甲%院', '乙_院', '丙院 ABC', '丁\\院', "戊'院"])
      await makeOrganisation(db(), { parentId: root.id, name });
    const named = async (text: string) =>
      (await organisations.search(db(), { text, under: root.id, limit: 10 })).rows.map(({ name }) => name);
    expect(await named('院')).toHaveLength(5);
    expect(await named('%')).toEqual(['甲%院']);
    expect(await named('_')).toEqual(['乙_院']);
    expect(await named('\\')).toEqual(['丁\\院']);
    expect(await named("'")).toEqual(["戊'院"]);
    expect(await named('ａｂｃ')).toEqual(['丙院 ABC']);
    // What shows nothing asks for nothing.
    expect(await named('\0')).toHaveLength(6);
    const first = await organisations.search(db(), { parentId: root.id, limit: 2 });
    const second = await organisations.search(db(), { parentId: root.id, limit: 2, after: first.after });
    const third = await organisations.search(db(), { parentId: root.id, limit: 2, after: second.after });
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ name }) => name)).toSorted()).toEqual(
      (await named('院')).toSorted(),
    );
    expect(third.after).toBeNull();
    expect(
      (await organisations.search(db(), { parentId: root.id, limit: 2, after: 'rubbish' })).rows,
    ).toEqual(first.rows);
  });

  it('organisations are found by the initials of their Chinese name, also after it changed', async () => {
    const root = await makeOrganisation(db(), { name: '拼音根' });
    const one = await makeOrganisation(db(), { parentId: root.id, name: '重阳木小学 B' });
    const found = async (text: string) =>
      (await organisations.search(db(), { text, under: root.id, limit: 10 })).rows;
    expect((await found('CYM')).map(({ id }) => id)).toEqual([one.id]);
    await organisations.update(db(), one.id, 1, { name: '银杏小学' });
    expect(await found('cym')).toEqual([]);
    expect(await found('yxxx')).toHaveLength(1);
  });

  it('organisations change only from the version that was read', async () => {
    const { left } = await tree();
    expect(await organisations.update(db(), left.id, 1, { status: 'frozen', attributes: { a: 1 } })).toBe(
      true,
    );
    expect(await organisations.update(db(), left.id, 1, { status: 'active' })).toBe(false);
    expect(await organisations.get(db(), left.id)).toMatchObject({
      status: 'frozen',
      attributes: { a: 1 },
      version: 2,
    });
  });

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
    const { root, left, leaf, right } = await tree();
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

  it('unique values belong to a case until it gives them back', async () => {
    const value = { binding: 'number', hash: 'h1', caseId: 'c1' };
    await uniqueValues.claim(db(), value);
    await uniqueValues.claim(db(), value);
    await expect(uniqueValues.claim(db(), { ...value, caseId: 'c2' })).rejects.toThrow(DuplicateError);
    await uniqueValues.claim(db(), { ...value, binding: 'code', caseId: 'c2' });
    expect(await uniqueValues.ofCase(db(), 'c1')).toEqual([value]);
    await uniqueValues.release(db(), 'c1', 'code');
    expect(await uniqueValues.holder(db(), 'number', 'h1')).toBe('c1');
    await uniqueValues.release(db(), 'c1');
    await uniqueValues.claim(db(), { ...value, caseId: 'c2' });
  });

  it('a ban holds for its cycle and route', async () => {
    const ban = { hash: 'h1', cycle: '2026', route: 'review', caseId: 'c1' };
    await bans.set(db(), ban);
    await bans.set(db(), { ...ban, caseId: 'c2' });
    expect(await bans.find(db(), ['h0', 'h1'], '2026', 'review')).toEqual(ban);
    expect(await bans.find(db(), ['h1'], '2027', 'review')).toBeNull();
    await bans.lift(db(), ['h1'], '2026', 'review');
    expect(await bans.find(db(), ['h1'], '2026', 'review')).toBeNull();
  });

  it('one edition of a cycle is the published one', async () => {
    const definition = { programme: { id: 'p' } } as unknown as Definition;
    for (const hash of ['h1', 'h2'])
      await editions.keep(db(), { hash, programme: 'p', cycle: '2026', definition });
    await editions.keep(db(), { hash: 'h1', programme: 'other', cycle: '2026', definition });
    expect(await editions.published(db(), 'p')).toBeNull();
    expect(await editions.publish(db(), 'h1', NOW)).toBe(true);
    expect(await editions.publish(db(), 'h2', '2026-06-01T00:00:00.000Z')).toBe(true);
    expect(await editions.publish(db(), 'h3', NOW)).toBe(false);
    expect(await editions.published(db(), 'p', '2026')).toMatchObject({ hash: 'h2', definition });
    expect((await editions.list(db(), 'p')).map(({ hash, status }) => [hash, status])).toEqual([
      ['h2', 'published'],
      ['h1', 'retired'],
    ]);
    expect(await editions.get(db(), 'h1')).toMatchObject({ programme: 'p', status: 'retired' });
  });

  it('a case keeps whatever JSON it is given, and is erased with all that hangs on it', async () => {
    const state = { 并行: { a: '开始', 'b"\\': null }, emoji: '😀 𠀀' };
    const made = await makeCase(db(), { state, name: "O'Name 😀" });
    expect(await cases.get(db(), made.id)).toEqual(made);
    const { id: caseId } = made;
    await caseSections.save(db(), { caseId, section: 's', value: [{ id: 'r1' }], savedAt: NOW }, 0);
    for (const sha of ['a', 'b', 'b'])
      await files.add(db(), fileRow(caseId, { sha256: sha.repeat(64) }), 10_000);
    await strikes.add(db(), [{ caseId, section: 's', row: 'r1', desk: 'd', note: '', at: NOW }]);
    await printSettings.save(db(), { caseId, sheet: 'form', settings: { size: 10 } });
    await printSettings.save(db(), { caseId, sheet: 'form', settings: { size: 11 } });
    expect(await printSettings.get(db(), caseId, 'form')).toEqual({ size: 11 });
    await positions.replace(db(), caseId, [position(caseId, 'o1')]);
    expect((await cases.erase(db(), caseId)).toSorted()).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
    const left = [
      await caseSections.all(db(), caseId),
      await files.list(db(), caseId),
      await strikes.list(db(), caseId),
    ];
    expect([...left, await positions.ofCase(db(), caseId), await cases.get(db(), caseId)]).toEqual([
      [],
      [],
      [],
      [],
      null,
    ]);
    expect(await printSettings.get(db(), caseId, 'form')).toBeNull();
    expect(await files.refersTo(db(), 'a'.repeat(64))).toBe(false);
  });

  it('a held file is let in or condemned once; a condemned one takes no room and holds no content', async () => {
    const { id: caseId } = await makeCase(db());
    const sha256 = 'e'.repeat(64);
    const [one, two] = [0, 1].map(() => fileRow(caseId, { sha256, state: 'held' }));
    if (!one || !two) throw new Error('there are two');
    for (const file of [one, two]) await files.add(db(), file, 10_000);
    expect((await files.held(db())).filter((file) => file.caseId === caseId)).toHaveLength(2);
    expect(await files.release(db(), one.id)).toBe(true);
    expect([await files.release(db(), one.id), await files.condemn(db(), one.id)]).toEqual([false, null]);
    expect(await files.condemn(db(), two.id)).toEqual(two);
    expect([await files.release(db(), two.id), await files.condemn(db(), two.id)]).toEqual([false, null]);
    expect((await cases.get(db(), caseId))?.bytesUsed).toBe(one.bytes);
    expect(await files.get(db(), two.id)).toEqual({ ...two, state: 'infected', bytes: 0 });
    expect(await files.refersTo(db(), sha256)).toBe(true);
    await files.remove(db(), one.id);
    expect(await files.refersTo(db(), sha256)).toBe(false);
    await files.remove(db(), two.id);
    expect((await cases.get(db(), caseId))?.bytesUsed).toBe(0);
  });

  const position = (caseId: string, organisationId: string, queue = 'pending', since = NOW) => {
    return { caseId, organisationId, desk: 'd', queue, cycle: '2026', route: 'review', since };
  };

  it('a case moves only from the state and version that were read', async () => {
    const { id } = await makeCase(db());
    expect(await cases.update(db(), { id, version: 1, stateKey: 'sent' }, { stateKey: 'x' })).toBe(false);
    expect(await cases.update(db(), { id, version: 2, stateKey: 'draft' }, { stateKey: 'x' })).toBe(false);
    expect(
      await cases.update(db(), { id, version: 1, stateKey: 'draft' }, { stateKey: 'sent', round: 1 }),
    ).toBe(true);
    expect(await cases.get(db(), id)).toMatchObject({ stateKey: 'sent', round: 1, version: 2 });
  });

  it('cases are counted by state and listed over a subtree', async () => {
    const { root, left, leaf, right } = await tree();
    const place = async (unitId: string, stateKey: string) => (await makeCase(db(), { unitId, stateKey })).id;
    const made = [await place(left.id, 'sent'), await place(leaf.id, 'sent'), await place(leaf.id, 'draft')];
    await place(right.id, 'sent');
    await makeCase(db(), { unitId: left.id, stateKey: 'sent', cycle: '2025' });
    const filter = { under: left.id, route: 'review', cycle: '2026' };
    expect(await cases.countByState(db(), filter)).toEqual([
      { stateKey: 'draft', count: 1 },
      { stateKey: 'sent', count: 2 },
    ]);
    expect(await cases.countByState(db(), { ...filter, under: root.id, stateKeys: ['sent'] })).toEqual([
      { stateKey: 'sent', count: 3 },
    ]);
    const first = await cases.under(db(), { ...filter, limit: 2 });
    const second = await cases.under(db(), { ...filter, limit: 2, after: first.after });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made.toSorted());
    expect(first.rows[0]).toEqual(await cases.get(db(), first.rows[0]?.id ?? ''));
    expect(await cases.countByState(db(), { ...filter, under: 'nowhere' })).toEqual([]);
  });

  it('events are numbered within their case', async () => {
    const [a, b] = [await makeCase(db()), await makeCase(db())];
    const event = {
      event: 'SUBMIT',
      by: 'applicant',
      userId: null,
      organisationId: null,
      fromState: 'draft',
      toState: { p: 'x' },
    };
    const append = (caseId: string) =>
      events.append(db(), { id: newId(), caseId, ...event, input: { 意见: '同意' }, round: 1, at: NOW });
    for (const { id } of [a, b, a]) await append(id);
    expect((await events.list(db(), a.id)).map(({ seq, toState, input }) => [seq, toState, input])).toEqual([
      [1, { p: 'x' }, { 意见: '同意' }],
      [2, { p: 'x' }, { 意见: '同意' }],
    ]);
  });

  it('a queue is read newest first, page by page, and counted no further than asked', async () => {
    const organisationId = newId();
    const key = { organisationId, route: 'review', cycle: '2026', queue: 'pending' };
    const made: { id: string; since: string }[] = [];
    for (let n = 0; n < 7; n += 1) {
      const { id } = await makeCase(db());
      const since = `2026-05-0${1 + Math.floor(n / 2)}T00:00:00.000Z`;
      await positions.replace(db(), id, [
        position(id, organisationId, 'pending', since),
        position(id, newId()),
      ]);
      made.push({ id, since });
    }
    const expected = made
      .toSorted((a, b) => b.since.localeCompare(a.since) || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof positions.page>> = await positions.page(db(), key, {
        after,
        limit: 3,
      });
      read.push(...page.rows.map(({ caseId }) => caseId));
      after = page.after;
    } while (after);
    expect(read).toEqual(expected);
    const other = { ...key, queue: 'nowhere' };
    expect(await positions.counts(db(), [key, other], 5)).toEqual([5, 0]);
    expect(await positions.counts(db(), [other, key], 100)).toEqual([0, 7]);
    expect(await positions.counts(db(), [], 100)).toEqual([]);
    const [first = ''] = read;
    await positions.replace(db(), first, [position(first, organisationId, 'passed')]);
    expect(await positions.counts(db(), [key], 100)).toEqual([6]);
    expect(await positions.ofCase(db(), first)).toEqual([position(first, organisationId, 'passed')]);
  });

  it('a list in place of a scalar is refused and never becomes an operator', async () => {
    const hostile = ['a', 'b'] as unknown as string;
    await expect(cases.get(db(), hostile)).rejects.toThrow('no scalar');
    await expect(users.get(db(), { ne: 'x' } as unknown as string)).rejects.toThrow('no scalar');
    await expect(sessions.get(db(), undefined as unknown as string)).rejects.toThrow('undefined');
    expect(await cases.get(db(), "x' OR '1'='1")).toBeNull();
    expect(await cases.get(db(), 'a\0b')).toBeNull();
    expect(await audit.head(db())).toMatchObject({ seq: 0 });
  });
});
