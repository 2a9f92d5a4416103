import { stat, writeFile } from 'node:fs/promises';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, inTransaction, openDatabase, type Tx } from '#server/store/index.ts';
import { createDatabase, openTestDatabase } from '../../support/databases.ts';
import { makeCase } from '../../support/records.ts';

describe('the SQLite driver', () => {
  let db: Database;
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ db, url, close } = await openTestDatabase('sqlite'));
  });
  afterAll(() => close());

  const PRAGMAS: [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['mmap_size', 0],
    ['secure_delete', 1],
    ['busy_timeout', 5000],
  ];

  async function pragma(tx: Tx, name: string): Promise<unknown> {
    const options = { type: QueryTypes.SELECT, transaction: tx.transaction } as const;
    const [row] = await tx.sequelize.query<Record<string, unknown>>(`PRAGMA ${name}`, options);
    return Object.values(row ?? {})[0];
  }

  it.each(PRAGMAS)('%s is %s for readers and for the writer', async (name, value) => {
    expect(await pragma(db, name)).toBe(value);
    expect(await inTransaction(db, (tx) => pragma(tx, name))).toBe(value);
  });

  it('is newer than the release that mended the WAL reset', async () => {
    const [row] = await db.sequelize.query<{ v: string }>('SELECT sqlite_version() AS v', {
      type: QueryTypes.SELECT,
    });
    const [major = 0, minor = 0, patch = 0] = (row?.v ?? '').split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
  });

  it('takes thousands of waiting single writes without overflowing the stack', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const holder = inTransaction(db, () => promise);
    const writes = Array.from({ length: 3000 }, () => makeCase(db));
    setTimeout(resolve, 300);
    await holder;
    expect((await Promise.all(writes)).length).toBe(3000);
  });

  it('gives the lock back when a transaction cannot be committed', async () => {
    const failing = inTransaction(db, async (tx) => {
      await tx.sequelize.query('PRAGMA defer_foreign_keys = ON', { transaction: tx.transaction });
      const row = {
        caseId: 'nowhere',
        section: 's',
        value: '{}',
        version: 1,
        savedAt: '2026-05-01T00:00:00.000Z',
      };
      await tx.sequelize
        .getQueryInterface()
        .bulkInsert('case_sections', [row], { transaction: tx.transaction });
    });
    await expect(failing).rejects.toThrow(/foreign ?key/i);
    expect(await makeCase(db)).toMatchObject({ version: 1 });
  });

  it('lets nobody but its owner read the file and its log', async () => {
    await makeCase(db);
    const path = url.replace('sqlite://', '');
    for (const name of [path, `${path}-wal`, `${path}-shm`])
      expect((await stat(name)).mode & 0o777, name).toBe(0o600);
  });

  it('says of a file that it is no database', async () => {
    const { url, drop } = await createDatabase('sqlite');
    await writeFile(
      url.replace('sqlite://', ''),
      'This is a text, long enough to be taken for a header of something. '.repeat(20),
    );
    await expect(openDatabase({ databaseUrl: url })).rejects.toThrow(
      /test\.sqlite does not open: .*not a database/,
    );
    await drop();
  });
});
