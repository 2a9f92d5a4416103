import { expect, it } from 'vitest';
import { newId } from '#server/crypto/index.ts';
import {
  audit,
  caseSections,
  cases,
  DuplicateError,
  events,
  files,
  inTransaction,
  jobs,
  positions,
  rates,
  type Tx,
  uniqueValues,
  users,
} from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { fileRow, makeCase, NOW, user } from '../../support/records.ts';

const LIMIT = 125_829_120;

/** How many of the results are this one. */
const count = (results: unknown[], value: unknown) => results.filter((one) => one === value).length;
const times = <R>(n: number, work: (n: number) => Promise<R>) =>
  Promise.all(Array.from({ length: n }, (_, at) => work(at)));

describeOnDatabases('races', (db) => {
  it('of parallel uploads no byte goes over the limit, and the last byte is taken', async () => {
    const { id } = await makeCase(db());
    const sizes = Array.from({ length: 40 }, (_, n) => 5_000_000 + n * 7919);
    const taken = await times(40, (n) => files.add(db(), fileRow(id, { bytes: sizes[n] ?? 0 }), LIMIT));
    const sum = sizes.reduce((total, size, n) => total + (taken[n] ? size : 0), 0);
    expect(sum).toBeLessThanOrEqual(LIMIT);
    expect((await cases.get(db(), id))?.bytesUsed).toBe(sum);
    expect((await files.list(db(), id)).reduce((total, { bytes }) => total + bytes, 0)).toBe(sum);
    const rest = LIMIT - sum;
    expect(await files.add(db(), fileRow(id, { bytes: rest + 1 }), LIMIT)).toBe(false);
    expect(await files.add(db(), fileRow(id, { bytes: rest }), LIMIT)).toBe(true);
    expect(await files.add(db(), fileRow(id, { bytes: 1 }), LIMIT)).toBe(false);
  });

  it('removing one file twice at once frees its bytes once', async () => {
    const { id } = await makeCase(db());
    const [kept, gone] = [fileRow(id, { bytes: 700 }), fileRow(id, { bytes: 300 })];
    for (const file of [kept, gone]) await files.add(db(), file, LIMIT);
    const removed = await times(8, () => files.remove(db(), gone.id));
    expect(count(removed, null)).toBe(7);
    expect((await cases.get(db(), id))?.bytesUsed).toBe(700);
  });

  it('a slot replaced twice at once holds one file, and the sum is right', async () => {
    const { id } = await makeCase(db());
    const first = fileRow(id, { bytes: 500 });
    await files.add(db(), first, LIMIT);
    await times(6, (n) => files.replace(db(), first.id, fileRow(id, { bytes: 100 + n }), LIMIT));
    const [file, ...others] = await files.list(db(), id);
    expect(others).toEqual([]);
    expect((await cases.get(db(), id))?.bytesUsed).toBe(file?.bytes);
  });

  it('of ten claims of one value exactly one is granted', async () => {
    for (let round = 0; round < 20; round += 1) {
      const hash = `hash-${round}`;
      const outcomes = await times(10, (n) => claim(hash, `case-${round}-${n}`));
      expect(count(outcomes, 'granted')).toBe(1);
      expect(outcomes.filter((one) => one instanceof DuplicateError).length).toBe(9);
    }
  });

  const claim = (hash: string, caseId: string) =>
    inTransaction(db(), (tx) => uniqueValues.claim(tx, { binding: 'number', hash, caseId })).then(
      () => 'granted',
      (error: unknown) => error,
    );

  it('of ten accounts with one user name exactly one is made', async () => {
    const outcomes = await times(10, (n) =>
      users.create(db(), user({ username: n % 2 ? 'Someone' : 'ｓｏｍｅｏｎｅ' })).then(
        () => 'made',
        (error: unknown) => error,
      ),
    );
    expect(count(outcomes, 'made')).toBe(1);
    expect(outcomes.filter((one) => one instanceof DuplicateError).length).toBe(9);
  });

  it('of ten steps from one state exactly one is taken', async () => {
    const { id, version, stateKey } = await makeCase(db());
    const taken = await times(10, (n) =>
      cases.update(db(), { id, version, stateKey }, { stateKey: `to-${n}` }),
    );
    expect(count(taken, true)).toBe(1);
    expect(await cases.get(db(), id)).toMatchObject({ version: 2, stateKey: `to-${taken.indexOf(true)}` });
  });

  it('of ten first saves of a section exactly one is taken, and of ten later ones too', async () => {
    const { id: caseId } = await makeCase(db());
    for (const version of [0, 1]) {
      const saved = await times(10, (n) =>
        caseSections.save(db(), { caseId, section: 's', value: [n], savedAt: NOW }, version),
      );
      expect(count(saved, true)).toBe(1);
      const row = await caseSections.get(db(), caseId, 's');
      expect(row).toMatchObject({ version: version + 1, value: [saved.indexOf(true)] });
    }
  });

  it('fifty clients on five cases: every step is taken, its event, position and audit row with it', async () => {
    const ids = await times(5, async () => (await makeCase(db())).id);
    const before = (await audit.head(db())).seq;
    await times(50, async (client) => {
      for (let n = 0; n < 3; n += 1)
        await inTransaction(db(), (tx) => step(tx, ids[(client + n) % ids.length] ?? ''));
    });
    for (const id of ids) {
      expect(await cases.get(db(), id)).toMatchObject({ version: 31, stateKey: 's31' });
      expect((await events.list(db(), id)).map(({ fromState, toState }) => [fromState, toState])).toEqual(
        linear(30),
      );
      expect(await positions.ofCase(db(), id)).toMatchObject([{ queue: 's31' }]);
    }
    expect((await audit.head(db())).seq - before).toBe(150);
    expect(await audit.verify(db(), KEY)).toBeNull();
  });

  const KEY = Buffer.alloc(32, 3);
  const linear = (steps: number) =>
    Array.from({ length: steps }, (_, n) => [n === 0 ? 'draft' : `s${n + 1}`, `s${n + 2}`]);

  /** What a service does for one event of a route. */
  async function step(tx: Tx, id: string) {
    const record = await cases.lock(tx, id);
    if (!record) throw new Error(`Case <${id}> is gone.`);
    const to = `s${record.version + 1}`;
    if (!(await cases.update(tx, record, { stateKey: to, state: to })))
      throw new Error('It changed while it was held.');
    const where = { caseId: id, desk: 'd', organisationId: 'o', cycle: '2026', route: 'review' };
    await positions.replace(tx, id, [{ ...where, queue: to, since: NOW }]);
    const who = { event: 'PASS', by: 'd', userId: null, organisationId: 'o', input: {}, round: 1, at: NOW };
    await events.append(tx, { id: newId(), caseId: id, fromState: record.state, toState: to, ...who });
    await audit.append(tx, KEY, {
      at: NOW,
      actorId: null,
      actorName: '',
      action: 'PASS',
      subject: id,
      detail: {},
    });
  }

  it('every hit is counted once', async () => {
    const counts = await times(30, () => rates.hit(db(), 'login:a', 900, NOW));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(await rates.peek(db(), 'login:a', 900, NOW)).toBe(30);
    expect(await rates.peek(db(), 'login:b', 900, NOW)).toBe(0);
  });

  it('ten workers lease ten jobs, each its own; a lease that is over is taken again', async () => {
    const soon = '2026-05-01T01:01:00.000Z';
    for (let n = 0; n < 10; n += 1) {
      const asked = { kind: 'print', key: `p${n}`, userId: '', payload: { n }, dueAt: NOW, createdAt: NOW };
      await jobs.create(db(), { id: newId(), ...asked });
    }
    const leased = await times(10, () => jobs.lease(db(), ['print'], NOW, soon));
    expect(new Set(leased.map((job) => job?.id)).size).toBe(10);
    expect(await jobs.lease(db(), ['print'], NOW, soon)).toBeNull();
    const again = await jobs.lease(db(), ['print'], soon, '2026-05-01T01:02:00.000Z');
    expect(again).toMatchObject({ status: 'running', attempts: 2 });
    const id = again?.id ?? '';
    const done = { status: 'done' as const, result: { pages: 3 }, finishedAt: soon };
    expect(await jobs.extend(db(), { id, lease: 1 }, soon)).toBe(false);
    expect(await jobs.finish(db(), { id, lease: 1 }, done)).toBe(false);
    expect(await jobs.finish(db(), { id, lease: 2 }, done)).toBe(true);
    expect(await jobs.get(db(), id)).toMatchObject({ status: 'done', result: { pages: 3 } });
  });
});
