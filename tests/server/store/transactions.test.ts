import { expect, it } from 'vitest';
import { cases, inTransaction } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { caseRecord, makeCase } from '../../support/records.ts';

const WORKERS = 30;
const EACH = 10;

describeOnDatabases('transactions', (db, kind) => {
  it('300 read-modify-writes by 30 workers lose nothing', async () => {
    const { id } = await makeCase(db(), { state: [] });
    const tokens = Array.from({ length: WORKERS }, (_, worker) =>
      Array.from({ length: EACH }, (_, n) => `${worker}-${n}`),
    );
    await Promise.all(tokens.map((mine) => appendAll(id, mine)));
    const stored = await cases.get(db(), id);
    expect((stored?.state as string[] | undefined)?.toSorted()).toEqual(tokens.flat().toSorted());
    expect(stored?.version).toBe(1 + WORKERS * EACH);
  });

  async function appendAll(id: string, tokens: string[]) {
    for (const token of tokens) await inTransaction(db(), (tx) => append(tx, id, token));
  }

  async function append(tx: Parameters<typeof cases.lock>[0], id: string, token: string) {
    const record = await cases.lock(tx, id);
    if (!record) throw new Error('The case is gone.');
    const { version, stateKey } = record;
    const done = await cases.update(
      tx,
      { id, version, stateKey },
      { state: [...(record.state as string[]), token] },
    );
    if (!done) throw new Error('The case changed while it was held.');
  }

  it('work that throws leaves nothing, and the next one may go on', async () => {
    const { id } = caseRecord();
    const work = inTransaction(db(), async (tx) => {
      await makeCase(tx, { id });
      throw new Error('Changed my mind');
    });
    await expect(work).rejects.toThrow('Changed my mind');
    expect(await cases.get(db(), id)).toBeNull();
    await inTransaction(db(), (tx) => makeCase(tx, { id }));
    expect(await cases.get(db(), id)).not.toBeNull();
  });

  it('readers outside see the last commit while a transaction is open', async () => {
    const { id, version, stateKey } = await makeCase(db());
    await inTransaction(db(), async (tx) => {
      await cases.update(tx, { id, version, stateKey }, { name: '测试乙' });
      expect((await cases.get(db(), id))?.name).toBe('测试甲');
    });
    expect((await cases.get(db(), id))?.name).toBe('测试乙');
  });

  it('reads find a connection, however many transactions there are', async () => {
    const { id } = await makeCase(db());
    const work = () =>
      inTransaction(db(), async (tx) => [await cases.get(tx, id), await cases.get(db(), id)]);
    const read = await Promise.all(Array.from({ length: 60 }, work));
    expect(read.flat().every((record) => record?.id === id)).toBe(true);
  });

  it('writes outside a transaction queue behind it', async () => {
    const { id, version, stateKey } = await makeCase(db());
    const order: string[] = [];
    const { promise: started, resolve: begin } = Promise.withResolvers<void>();
    const inside = inTransaction(db(), async (tx) => {
      await cases.update(tx, { id, version, stateKey }, { stateKey: 'sent' });
      begin();
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('transaction');
    });
    await started;
    const outside = cases.update(db(), { id, version, stateKey }, { name: 'late' }).then((done) => {
      order.push('single write');
      return done;
    });
    await inside;
    expect(await outside).toBe(false);
    expect(order).toEqual(['transaction', 'single write']);
  });

  it('refuses a transaction in a transaction, and a write beside it, instead of waiting forever', async () => {
    const nested = inTransaction(db(), () => inTransaction(db(), async () => 1));
    await expect(nested).rejects.toThrow('give it the transaction');
    const beside = inTransaction(db(), () => makeCase(db()));
    await expect(beside).rejects.toThrow('give it the transaction');
  });

  it('runs a deadlocked transaction again', async () => {
    const [a, b] = [await makeCase(db()), await makeCase(db())];
    const meet = kind === 'mariadb' ? meeting(2) : async () => undefined;
    let attempts = 0;
    const crossing = (first: string, second: string) =>
      inTransaction(db(), async (tx) => {
        attempts += 1;
        await bump(tx, first);
        await meet();
        await bump(tx, second);
      });
    await Promise.all([crossing(a.id, b.id), crossing(b.id, a.id)]);
    expect((await cases.get(db(), a.id))?.version).toBe(3);
    expect((await cases.get(db(), b.id))?.version).toBe(3);
    expect(attempts).toBe(kind === 'mariadb' ? 3 : 2);
  });

  /** Waits until so many have arrived; later ones pass at once. */
  function meeting(size: number): () => Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let come = 0;
    return () => {
      come += 1;
      if (come >= size) resolve();
      return promise;
    };
  }

  async function bump(tx: Parameters<typeof cases.lock>[0], id: string) {
    const record = await cases.lock(tx, id);
    if (record) await cases.update(tx, record, { updatedAt: record.updatedAt });
  }
});
