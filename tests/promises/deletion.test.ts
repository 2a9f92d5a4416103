import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '#core/model/wire/index.ts';
import { clearExpired } from '#server/services/ground/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { everyRow } from './dump.ts';
import { report } from './scale.ts';

const DAY = 86_400_000;
const CANARY = { username: 'canary-gone', name: 'Canary Ofthegarden', cardNumber: 'GN770077' };

describe.each(databaseKinds)('P34 on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let secretary: Client;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    secretary = await stage.organisation('north-gardens');
  });
  afterAll(() => server?.stop());

  const rows = async () => (await everyRow(server.services.db)).join('\n');

  /** Everything on the disk: evidence, prints, temporary files, and the embedded database itself. */
  async function onDisk(): Promise<string> {
    await server.services.db.sequelize.query(
      kind === 'sqlite' ? 'PRAGMA wal_checkpoint(TRUNCATE)' : 'SELECT 1',
    );
    const found = await readdir(server.folder, { recursive: true, withFileTypes: true });
    const paths = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const database = kind === 'sqlite' ? [server.databaseUrl.replace('sqlite://', '')] : [];
    return (await Promise.all([...paths, ...database].map((path) => readFile(path, 'latin1')))).join('\n');
  }

  const left = (text: string): string[] => Object.values(CANARY).filter((one) => text.includes(one));

  it('a deleted person leaves a row in the trail, and nothing else', async () => {
    const { username, ...changes } = CANARY;
    const person = await stage.person('gardener-a', username, changes);
    const { registration, user } = (await person.get<SessionView>('/api/session')).body;
    const example = stage.demo.applications.find((one) => one.person === 'gardener-a')?.case ?? 'complete';
    const application = await stage.fill(person, example);
    const hashes = (await stage.view(person, application)).files.map(({ sha256 }) => sha256);
    expect(hashes.length).toBeGreaterThan(0);
    expect(left(await rows())).toContain(CANARY.name);

    await stage.fire(secretary, registration ?? '', 'REMOVE');
    now = new Date(now.getTime() + DAY);
    await clearExpired(server.services);
    await server.services.files.sweep();
    const stored = await rows();
    const disk = await onDisk();
    await report('P34', {
      mariadb: kind === 'mariadb',
      rows: left(stored).length,
      disk: left(disk).length,
      files: hashes.filter((hash) => disk.includes(hash) || stored.includes(hash)).length,
    });
    expect(left(stored)).toEqual([]);
    expect(left(disk)).toEqual([]);
    expect(hashes.filter((hash) => stored.includes(hash))).toEqual([]);
    const found = await readdir(server.folder, { recursive: true });
    expect(found.filter((path) => hashes.some((hash) => path.includes(hash)))).toEqual([]);
    expect(stored).toContain(user.id);
  });
});
