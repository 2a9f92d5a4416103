/** What is erased by its age is erased whole and once: whoever dies meanwhile, and however many do it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '#server/config.ts';
import { newId } from '#server/crypto/index.ts';
import { verifyAudit } from '#server/services/audit/index.ts';
import { eraseDueCases } from '#server/services/retention/index.ts';
import { audit, cases, jobs } from '#server/store/index.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { configFor, startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { retainedForAYear } from './programme.ts';

const CHILD = fileURLToPath(new URL('./erase-child.ts', import.meta.url));
const IN_TIME = '2026-11-20T10:00:00Z';
const DUE = '2028-02-01T06:00:00.000Z';
/** Leases of the one that died have ended. */
const LATER = '2028-02-01T06:05:00.000Z';
const YEAR_LATER = '2029-02-01T06:00:00.000Z';
const MANY = 4;

describe.each(databaseKinds)('applications that are due, on %s', (kind) => {
  let definitions: string;
  let folder: string;
  let database: TestDatabase;
  let server: TestServer;
  let stage: Stage;
  let number = 100_000;
  let due: string[];
  let now = IN_TIME;
  beforeAll(async () => {
    definitions = await retainedForAYear();
    folder = await mkdtemp(join(tmpdir(), 'shenbao-due-'));
    database = await createDatabase(kind);
    server = await open(0);
    stage = await Stage.open(server);
    await stage.organisation('north-gardens');
  });
  afterAll(async () => {
    await server?.stop();
    await database?.drop();
    for (const path of [folder, dirname(definitions)]) await rm(path, { recursive: true, force: true });
  });

  const shared = (): Partial<Config> => ({
    databaseUrl: database.url,
    dataDir: folder,
    filesDir: join(folder, 'files'),
  });
  const open = (jobsAtOnce: number): Promise<TestServer> =>
    startServer({ definitions, clock: () => new Date(now), changes: { jobsAtOnce, ...shared() } });
  /** Nobody hands them in. */
  async function begun(many: number): Promise<string[]> {
    now = IN_TIME;
    const ids: string[] = [];
    while (ids.length < many) {
      number += 1;
      const who = await stage.person('gardener-a', `gone-${number}`, { cardNumber: `ED${number}` });
      ids.push(await stage.fill(who, 'complete'));
    }
    return ids;
  }
  const left = async (): Promise<string[]> =>
    (await cases.byIds(server.services.db, due)).map(({ id }) => id);
  async function tombstones(): Promise<string[]> {
    const { rows } = await audit.list(server.services.db, { action: 'retention', after: null, limit: 100 });
    return rows.map(({ subject }) => subject);
  }
  const contents = (): string[] =>
    readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
      .map(({ name }) => name);

  it('are erased once where two do it at once', async () => {
    due = await begun(MANY);
    now = DUE;
    const before = await tombstones();
    const both = await Promise.all([1, 2].map(() => eraseDueCases(server.services, async () => undefined)));
    expect(both.flatMap(({ failed }) => failed)).toEqual([]);
    expect(both.reduce((sum, { erased }) => sum + erased, 0)).toBe(MANY);
    expect(await left()).toEqual([]);
    const own = (await tombstones()).filter((id) => !before.includes(id));
    expect(own.toSorted()).toEqual(due.toSorted());
  });

  it('stay where something happens to them while the others are erased', async () => {
    due = await begun(2);
    now = DUE;
    const { db } = server.services;
    await eraseDueCases(server.services, async (seen) => {
      const last = await cases.get(db, due.toSorted().at(-1) ?? '');
      if (seen > 0 || last === null) return;
      const { id, version, stateKey } = last;
      expect(await cases.update(db, { id, version, stateKey }, { updatedAt: DUE })).toBe(true);
    });
    expect(await left()).toEqual(due.toSorted().slice(-1));
    now = YEAR_LATER;
    await eraseDueCases(server.services, async () => undefined);
    expect(await left()).toEqual([]);
    expect(contents()).toEqual([]);
  });

  it('are erased to the end by the next process where one is killed in the middle', async () => {
    due = await begun(MANY);
    const before = await tombstones();
    const own = async () => (await tombstones()).filter((id) => !before.includes(id));
    await jobs.create(server.services.db, {
      ...{ id: newId(), kind: 'erase-due', key: 'the test', userId: '', payload: {} },
      ...{ dueAt: now, createdAt: now },
    });
    await server.close();
    const settings = { databaseUrl: database.url, dataDir: folder, definitionsDir: definitions, demo: false };
    const words = [JSON.stringify(configFor(settings, { ...shared(), jobsAtOnce: 1 })), DUE];
    const [, signal] = await once(fork(CHILD, words), 'exit');
    expect(signal).toBe('SIGKILL');
    now = LATER;
    server = await open(0);
    expect((await left()).length).toBe(MANY - 1);
    expect((await own()).length).toBe(1);
    await server.close();
    server = await open(1);
    await expect.poll(left).toEqual([]);
    expect((await own()).toSorted()).toEqual(due.toSorted());
    await expect.poll(contents).toEqual([]);
    const { firstBroken } = await verifyAudit(server.services, async () => undefined);
    expect(firstBroken).toBeNull();
  });
});
