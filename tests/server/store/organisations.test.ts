import { expect, it } from 'vitest';
import { organisations } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { makeOrganisation, treeOf } from '../../support/records.ts';

describeOnDatabases('organisations', (db) => {
  it('organisations know their ancestors and descendants', async () => {
    const { root, left, leaf, right } = await treeOf(db());
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
    const { left } = await treeOf(db());
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
});
