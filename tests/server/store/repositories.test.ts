import { expect, it } from 'vitest';
import type { Definition } from '#core/model/index.ts';
import {
  audit,
  bans,
  cases,
  DuplicateError,
  editions,
  sessions,
  uniqueValues,
  users,
} from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { NOW } from '../../support/records.ts';

describeOnDatabases('repositories', (db) => {
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
