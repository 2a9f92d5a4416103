import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import {
  type AuditHead,
  audit,
  inTransaction,
  keepAuditHead,
  readAuditHeads,
  witnessFile,
} from '#server/store/index.ts';
import { auditHeadTable, auditTable } from '#server/store/repositories/audit.ts';
import { find, findOne, insert, remove, update } from '#server/store/rows.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { NOW } from '../../support/records.ts';

const KEY = Buffer.alloc(32, 7);
const LENGTH = 12;

describeOnDatabases('the audit chain', (db) => {
  let heads: AuditHead[];

  beforeEach(async () => {
    await remove(db(), auditTable, {});
    await update(db(), auditHeadTable, { id: 1 }, { seq: 0, mac: '0'.repeat(64) });
    for (let n = 1; n <= LENGTH; n += 1) await append(`case-${n}`);
    heads = [await audit.head(db())];
  });

  const append = (subject: string) =>
    audit.append(db(), KEY, {
      at: NOW,
      actorId: 'u1',
      actorName: '测试甲',
      action: 'fire',
      subject,
      detail: { 说明: subject },
    });
  const verify = () => audit.verify(db(), KEY, heads);
  const rowAt = async (seq: number) => {
    const row = await findOne(db(), auditTable, { seq });
    if (!row) throw new Error(`There is no row ${seq}.`);
    return row;
  };

  it('holds when nobody has touched it', async () => {
    expect(await verify()).toBeNull();
    expect(await audit.verify(db(), Buffer.alloc(32, 8))).toBe(1);
  });

  it.each(['actorId', 'actorName', 'action', 'subject', 'detail', 'at', 'prev', 'mac'] as const)(
    'shows a changed %s',
    async (key) => {
      const changed = key === 'at' ? '2026-05-01T02:00:00.000Z' : key === 'detail' ? '{}' : 'f'.repeat(36);
      await update(db(), auditTable, { seq: 5 }, { [key]: changed });
      expect(await verify()).toBe(5);
    },
  );

  it('shows a deleted row', async () => {
    await remove(db(), auditTable, { seq: 4 });
    expect(await verify()).toBe(4);
  });

  it('shows two rows that changed places', async () => {
    const [a, b] = [await rowAt(6), await rowAt(7)];
    await update(db(), auditTable, { seq: 6 }, { ...b, seq: 6 });
    await update(db(), auditTable, { seq: 7 }, { ...a, seq: 7 });
    expect(await verify()).toBe(6);
  });

  it('shows a row put in at the end', async () => {
    await insert(db(), auditTable, { ...(await rowAt(LENGTH)), seq: LENGTH + 1 });
    expect(await verify()).toBe(LENGTH + 1);
  });

  it('shows a truncated end, also when the head row was set back with it', async () => {
    await remove(db(), auditTable, { seq: LENGTH });
    expect(await audit.verify(db(), KEY)).toBe(LENGTH);
    const { seq, mac } = await rowAt(LENGTH - 1);
    await update(db(), auditHeadTable, { id: 1 }, { seq, mac });
    expect(await audit.verify(db(), KEY)).toBeNull();
    expect(await verify()).toBe(LENGTH);
  });

  it('makes one chain of rows that many append at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => append(`parallel-${n}`)));
    const rows = await find(db(), auditTable, {}, { order: ['seq'] });
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: LENGTH + 40 }, (_, n) => n + 1));
    expect(await verify()).toBeNull();
  });

  it('belongs to the transaction of its action', async () => {
    const work = inTransaction(db(), async (tx) => {
      await audit.append(tx, KEY, {
        at: NOW,
        actorId: null,
        actorName: 'system',
        action: 'x',
        subject: 'y',
        detail: {},
      });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect((await audit.head(db())).seq).toBe(LENGTH);
    expect(await verify()).toBeNull();
  });

  it('has its head kept in a file outside', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shenbao-head-'));
    const path = witnessFile(folder);
    const reported: AuditHead[] = [];
    const failed = (error: unknown) => {
      throw error;
    };
    const stop = keepAuditHead(db(), { paths: [path], report: (head) => reported.push(head), failed });
    await append('one more');
    await expect.poll(() => readAuditHeads([folder])).toContainEqual(await audit.head(db()));
    await append('the last');
    await stop();
    expect((await readAuditHeads([folder])).at(-1)).toEqual(await audit.head(db()));
    expect(reported).toEqual(await readAuditHeads([folder]));
    await writeFile(path, '13 abc', { flag: 'a' });
    expect((await readAuditHeads([folder])).at(-1)).toEqual(await audit.head(db()));
    await rm(folder, { recursive: true });
  });

  it('is listed newest first, page by page', async () => {
    const first = await audit.list(db(), { limit: 5 });
    expect(first.rows.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8]);
    const second = await audit.list(db(), { limit: 10, after: first.after });
    expect(second.rows.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(second.after).toBeNull();
    expect((await audit.list(db(), { subject: 'case-3', limit: 5 })).rows).toMatchObject([
      { seq: 3, detail: { 说明: 'case-3' } },
    ]);
  });
});
