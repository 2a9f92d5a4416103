import { expect, it } from 'vitest';
import { newId } from '#server/crypto/index.ts';
import {
  caseSections,
  cases,
  events,
  files,
  positions,
  printSettings,
  strikes,
} from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { fileRow, makeCase, NOW, treeOf } from '../../support/records.ts';

describeOnDatabases('cases, their files, events and queues', (db) => {
  const position = (caseId: string, organisationId: string, queue = 'pending', since = NOW) => {
    return { caseId, organisationId, desk: 'd', queue, cycle: '2026', route: 'review', since };
  };

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
    const { root, left, leaf, right } = await treeOf(db());
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
});
