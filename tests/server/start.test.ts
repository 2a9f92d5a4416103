import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServer } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { openDatabase } from '#server/store/index.ts';
import { GARDEN } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';

describe.each(databaseKinds)('a start on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-start-'));
    database = await createDatabase(kind);
    await start();
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts a server on the same database and data folder, and stops it again. */
  async function start(changes: Record<string, string> = {}): Promise<void> {
    const config = readConfig({
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      DEFINITIONS_DIR: GARDEN,
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...changes,
    });
    const server = await openServer({ config, log: createLogger(config) });
    await server.close();
  }

  it('continues with the data of an earlier one', () => start());

  it('refuses another key, and says what to restore', async () => {
    const another = Buffer.alloc(32, 7).toString('base64');
    await expect(start({ APP_KEY: another })).rejects.toThrow(/another key.*app\.key from the backup/);
    await start();
  });

  it('refuses when the key is missing', async () => {
    await rm(join(folder, 'app.key'));
    await expect(start()).rejects.toThrow(/another key/);
  });

  it('refuses an empty database beside a data folder that has seen another', async () => {
    const empty = await createDatabase(kind);
    await expect(start({ DATABASE_URL: empty.url })).rejects.toThrow(
      /empty, but .*audit-heads\.txt has seen/,
    );
    await empty.drop();
  });

  it('refuses a database of a newer version', async () => {
    const db = await openDatabase({ databaseUrl: database.url });
    await db.sequelize.query(
      "INSERT INTO schema_migrations VALUES (99, '9999-of-tomorrow', 'x', '2030-01-01T00:00:00.000Z')",
    );
    await db.close();
    await expect(start()).rejects.toThrow(/migrations that this version does not know: 9999-of-tomorrow/);
  });

  if (kind === 'mariadb') return;

  it('refuses a file that is no database', async () => {
    const path = join(folder, 'broken.sqlite');
    await writeFile(path, 'no database at all '.repeat(500));
    await expect(start({ DATABASE_URL: `sqlite://${path}` })).rejects.toThrow(
      /broken\.sqlite does not open: .*not a database/,
    );
  });
});
