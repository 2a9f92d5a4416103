import { QueryTypes } from 'sequelize';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Database,
  inTransaction,
  migrate,
  NewerSchemaError,
  openDatabase,
  pendingMigrations,
} from '#server/store/index.ts';
import { MIGRATIONS } from '#server/store/migrations/index.ts';
import { TABLES } from '#server/store/tables.ts';
import { createDatabase, describeOnDatabases, type TestDatabase } from '../../support/databases.ts';
import { makeCase } from '../../support/records.ts';

type UniqueColumn = { owner: string; index: string; column: string };

const UNIQUE_COLUMNS = {
  sqlite: `SELECT owner.name AS owner, key.name AS "index", part.name AS "column"
    FROM sqlite_schema owner, pragma_index_list(owner.name) key, pragma_index_info(key.name) part
    WHERE owner.type = 'table' AND key.origin = 'c' AND key."unique" = 1 ORDER BY key.name, part.seqno`,
  mariadb: `SELECT table_name AS owner, index_name AS \`index\`, column_name AS \`column\`
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND non_unique = 0 AND index_name <> 'PRIMARY'
    ORDER BY index_name, seq_in_index`,
};

describeOnDatabases('migrations', (given, kind) => {
  const opened: { db: Database; database: TestDatabase }[] = [];

  afterEach(async () => {
    for (const { db, database } of opened.splice(0)) {
      await db.close();
      await database.drop();
    }
  });

  async function empty(): Promise<Database> {
    const database = await createDatabase(kind);
    const db = await openDatabase({ databaseUrl: database.url });
    opened.push({ db, database });
    return db;
  }

  it('take every step once, and none the second time', async () => {
    const db = await empty();
    expect(await pendingMigrations(db)).toEqual(MIGRATIONS.map(({ name }) => name));
    expect(await migrate(db)).toEqual(MIGRATIONS.map(({ name }) => name));
    expect(await migrate(db)).toEqual([]);
    expect(await pendingMigrations(db)).toEqual([]);
  });

  it('called at the same time take each step once', async () => {
    const db = await empty();
    const taken = await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect(taken.flat()).toEqual(MIGRATIONS.map(({ name }) => name));
  });

  it('continue after a crash', async () => {
    const db = await empty();
    const broken = { name: '0002-editions', up: () => Promise.reject(new Error('power cut')) };
    const upToThere = [...MIGRATIONS.slice(0, 1), broken, ...MIGRATIONS.slice(2)];
    await expect(migrate(db, upToThere)).rejects.toThrow('power cut');
    await migrate(db);
    expect(await makeCase(db)).toMatchObject({ version: 1 });
  });

  it('refuse a database that is ahead, and say so', async () => {
    const db = await empty();
    await migrate(db, [...MIGRATIONS, { name: '0099-tomorrow', up: async () => undefined }]);
    const refusal = migrate(db);
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    await expect(refusal).rejects.toThrow('0099-tomorrow');
    await expect(pendingMigrations(db)).rejects.toThrow(NewerSchemaError);
  });

  it('refuse a table that somebody has changed, and name it', async () => {
    const db = await empty();
    await migrate(db);
    await db.sequelize.query('ALTER TABLE strikes RENAME COLUMN note TO remark');
    await expect(migrate(db)).rejects.toThrow('Table <strikes> is not as this version needs it');
  });

  it('refuse steps in another order', async () => {
    const db = await empty();
    await migrate(db);
    await expect(migrate(db, MIGRATIONS.toReversed())).rejects.toThrow('another order');
  });

  it('make exactly the unique keys that the tables name', async () => {
    const rows = await given().sequelize.query<UniqueColumn>(UNIQUE_COLUMNS[kind], {
      type: QueryTypes.SELECT,
    });
    for (const { name, unique } of TABLES) {
      const keys: { [index: string]: string[] } = {};
      for (const { index, column } of rows.filter(({ owner }) => owner === name)) {
        keys[index] = [...(keys[index] ?? []), column];
      }
      expect(keys, name).toEqual(unique);
    }
  });

  it('make exactly the columns that the tables name', async () => {
    const queries = given().sequelize.getQueryInterface();
    for (const { name, columns } of TABLES) {
      const described = await queries.describeTable(name);
      expect(Object.keys(described), name).toEqual(Object.keys(columns));
      for (const [key, column] of Object.entries(columns)) {
        if (column.primary && column.kind === 'integer') continue; // SQLite's own row number, never null
        expect(described[key]?.allowNull === true, `${name}.${key}`).toBe(column.nullable === true);
        expect(described[key]?.primaryKey, `${name}.${key}`).toBe(column.primary === true);
      }
    }
  });

  it('delete children with their case and with nothing else', async () => {
    await inTransaction(given(), async (tx) => {
      const orphan = tx.sequelize
        .getQueryInterface()
        .bulkInsert(
          'case_sections',
          [{ caseId: 'nowhere', section: 's', value: '{}', version: 1, savedAt: '2026-05-01T00:00:00.000Z' }],
          { transaction: tx.transaction },
        );
      await expect(orphan).rejects.toThrow(/foreign key/i);
    });
  });
});

describe('opening', () => {
  it('names a database that does not open, without its password', async () => {
    const url = 'mysql://someone:geheim@127.0.0.1:1/none';
    const opening = openDatabase({ databaseUrl: url });
    await expect(opening).rejects.toThrow('mysql://someone:***@127.0.0.1:1/none does not open');
    await expect(openDatabase({ databaseUrl: 'sqlite::memory:' })).rejects.toThrow('needs a file');
  });
});
