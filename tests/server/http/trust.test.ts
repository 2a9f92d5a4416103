import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { openServer } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { audit, printSettings } from '#server/store/index.ts';
import { MIGRATIONS } from '#server/store/migrations/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';

describe.each(mainly('sqlite'))('what is trusted on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let association: Client;
  let city: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => new Date('2026-08-01T09:00:00Z') });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    association = await stage.organisation('north-gardens');
    city = await stage.organisation('city');
    id = await stage.fill(gardener, 'complete');
  });
  afterAll(() => server?.stop());

  const path = () => `/api/cases/${id}/sheets/card/settings`;
  const rows = async () =>
    (await audit.list(server.services.db, { action: 'sheet-settings', subject: id, limit: 50 })).rows;

  it('print settings are the applicant’s, and a desk’s while it holds the case; each change has its row', async () => {
    expect((await gardener.put(path(), { fontSize: 9 })).status).toBe(200);
    expect((await association.put(path(), { fontSize: 7 })).status).toBe(404);
    await stage.fire(gardener, id, 'SUBMIT');
    expect((await association.put(path(), { fontSize: 7 })).status).toBe(200);
    expect((await city.get(path())).status).toBe(200);
    expect((await city.put(path(), { fontSize: 6 })).status).toBe(403);
    expect((await gardener.put(path(), { fontSize: 10 })).status).toBe(200);
    expect((await gardener.put(path(), { fontSize: 99 })).status).toBe(422);
    expect((await gardener.get(path())).body.settings).toEqual({ fontSize: 10 });
    expect((await rows()).length).toBe(3);
    expect((await rows()).every(({ detail }) => detail.sheet === 'card')).toBe(true);
  });

  it('what an edition no longer lets anybody set is not given out, and stops nobody who sets something else', async () => {
    const kept = { fontSize: 9, formerly: 3 };
    await printSettings.save(server.services.db, { caseId: id, sheet: 'card', settings: kept });
    const { settings } = (await gardener.get<{ settings: JsonObject }>(path())).body;
    expect(settings).toEqual({ fontSize: 9 });
    expect((await gardener.put(path(), settings)).status).toBe(200);
  });

  it.each([
    ['at the top', '{"fontSize":8,"fontSize":9}', 15],
    ['escaped otherwise', '{"fontSize":8,"font\\u0053ize":9}', 15],
    ['deep inside', '{"a":[{"b":{"c":1,"c":1}}]}', 19],
  ])('a key that stands twice %s is refused, with its place', async (_where, body, column) => {
    const response = await fetch(`${server.origin}${path()}`, {
      method: 'PUT',
      headers: { origin: server.origin, cookie: gardener.cookie, 'content-type': 'application/json' },
      body,
    });
    const answer = (await response.json()) as { code: string; message: string };
    expect([response.status, answer.code]).toEqual([422, 'double-key']);
    expect(answer.message).toContain(String(column));
  });

  it('/readyz asks the database, the disk and the migrations; /healthz only whether it lives', async () => {
    const ready = await server.client().get('/readyz');
    expect([ready.status, ready.body]).toEqual([
      200,
      { ready: true, database: true, disk: true, migrations: true },
    ]);
    await server.services.db.sequelize.query(
      `DELETE FROM schema_migrations WHERE ordinal = ${MIGRATIONS.length}`,
    );
    await expect
      .poll(async () => (await server.client().get('/readyz')).body)
      .toEqual({ ready: false, database: true, disk: true, migrations: false });
    expect((await server.client().get('/readyz')).status).toBe(503);
    expect((await server.client().get('/healthz')).status).toBe(200);
  });

  it('every folder of the data directory is the owner’s alone, also those that a backup left open', async () => {
    const modes = async () => {
      const found = await readdir(server.folder, { recursive: true, withFileTypes: true });
      const folders = found.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name));
      const all = await Promise.all([server.folder, ...folders].map((one) => stat(one)));
      return [...new Set(all.map(({ mode }) => (mode & 0o777).toString(8)))];
    };
    expect((await readdir(join(server.folder, 'files'))).length).toBeGreaterThan(1);
    expect(await modes()).toEqual(['700']);
  });
});

describe('a start', () => {
  it('closes the folders to others and sweeps what uploads left behind', async () => {
    const first = await startServer({ definitions: GARDEN });
    const { folder, databaseUrl } = first;
    await first.close();
    await mkdir(join(folder, 'files', 'tmp'), { recursive: true });
    await mkdir(join(folder, 'files', 'ab', 'cd'), { recursive: true });
    await writeFile(join(folder, 'files', 'tmp', 'half'), 'half of an upload');
    for (const one of ['.', 'files', 'files/ab', 'files/ab/cd']) await chmod(join(folder, one), 0o755);
    const config = readConfig({
      DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      DEFINITIONS_DIR: GARDEN,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    const second = await openServer({ config, log: createLogger(config) });
    const modes = await Promise.all(
      ['.', 'files', 'files/ab', 'files/ab/cd'].map(
        async (one) => (await stat(join(folder, one))).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o700]);
    await expect(stat(join(folder, 'files', 'tmp', 'half'))).rejects.toThrow('ENOENT');
    await second.close();
    await first.stop();
  });
});
