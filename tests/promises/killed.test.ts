import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#server/services/audit/index.ts';
import { events, files } from '#server/store/index.ts';
import type { Client } from '../journeys/client.ts';
import { configFor, GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { Mortal } from '../journeys/publishing/mortal.ts';
import { Stage } from '../journeys/stage.ts';
import { createDatabase, type TestDatabase } from '../support/databases.ts';
import { eventsInTrail } from './events-in-trail.ts';
import { report, scale } from './scale.ts';
import { Mover, Saver, type Survivor, Uploader } from './survivors.ts';

const KILLS = scale(1, 50);
const SAVES = scale(10, 10_000);
const UPLOADS = scale(5, 1_000);
/** Milliseconds until a server is killed. */
const LIFE = { least: 50, most: 2_000 };
const HOUR = 3_600_000;
const NOW = new Date('2026-07-10T12:00:00Z');

describe.each(databaseKinds)('P1 and P2: a server killed again and again, on %s', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let server: Mortal;
  /** The same database and folder, served in this process before and afterwards. */
  let other: TestServer | undefined;
  const savers: Saver[] = [];
  const uploaders: Uploader[] = [];
  const movers: Mover[] = [];
  const all = (): Survivor[] => [...savers, ...uploaders, ...movers];
  const done = (some: Survivor[]): number => some.reduce((sum, { acknowledged }) => sum + acknowledged, 0);

  const open = (): Promise<TestServer> =>
    startServer({
      definitions: GARDEN,
      clock: () => server?.now ?? NOW,
      changes: { databaseUrl: database.url, dataDir: folder, filesDir: join(folder, 'files') },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-survived-'));
    database = await createDatabase(kind);
    const first = await open();
    const stage = await Stage.open(first);
    const desk = await stage.organisation('north-gardens');
    for (let at = 0; at < scale(2, 6); at += 1)
      savers.push(new Saver(...(await person(stage, `saver-${at}`))));
    for (let at = 0; at < scale(1, 4); at += 1)
      uploaders.push(new Uploader(...(await person(stage, `uploader-${at}`))));
    const [client, id] = await person(stage, 'mover', true);
    movers.push(new Mover(client, id, desk));
    await first.close();
    await rm(first.folder, { recursive: true });
    const own = { databaseUrl: database.url, dataDir: folder, definitionsDir: GARDEN, demo: false };
    server = new Mortal(configFor(own, { port: Number(new URL(first.origin).port) }), NOW);
    await server.start();
  });
  afterAll(async () => {
    await server?.kill();
    await other?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  let number = 100_000;
  async function person(stage: Stage, name: string, isWhole = false): Promise<[Client, string]> {
    number += 1;
    const client = await stage.person('gardener-a', name, { cardNumber: `SV${number}` });
    if (isWhole) return [client, await stage.fill(client, 'complete')];
    const body = { category: 'plot' };
    return [client, (await client.must(client.post<{ id: string }>('/api/applications', body))).id];
  }

  /** The names of all contents that are on the disk. */
  async function contents(): Promise<string[]> {
    const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
      .map(({ name }) => name);
  }

  it('loses nothing that was acknowledged, and does nothing by half', async () => {
    let kills = 0;
    let isOver = false;
    const work = Promise.all(all().map((one) => one.goOn(() => isOver)));
    while (kills < KILLS || done(savers) < SAVES || done(uploaders) < UPLOADS) {
      await Promise.race([work, setTimeout(LIFE.least + Math.random() * (LIFE.most - LIFE.least))]);
      await server.kill();
      kills += 1;
      // By a minute: an address may upload sixty files in one.
      await server.later();
      await server.start();
    }
    isOver = true;
    await work;
    for (const one of all()) await one.lookUp();
    expect(all().flatMap(({ lost }) => lost)).toEqual([]);
    await report(`P1 and P2 on ${kind}`, {
      ...{ kills, saves: done(savers), uploads: done(uploaders), moves: done(movers), lost: 0 },
    });
  }, 3_600_000);

  it('state, history and trail agree afterwards, and no content of a file is left over', async () => {
    await server.kill();
    other = await open();
    const { db } = other.services;
    expect(await verifyAudit(other.services)).toMatchObject({ ok: true });
    for (const { id, moves } of movers) {
      const history = await events.list(db, id);
      expect(history).toHaveLength(moves);
      expect(await eventsInTrail(db, id)).toHaveLength(moves);
      for (const [at, event] of history.entries())
        if (at > 0) expect(event.fromState).toEqual(history[at - 1]?.toState);
    }
    // Content that no row names is taken out once it is an hour old.
    await other.services.files.sweep(Date.now() + 2 * HOUR);
    const rows = await Promise.all(all().map(({ id }) => files.list(db, id)));
    const named = new Set(rows.flat().map(({ sha256 }) => sha256));
    expect((await contents()).sort()).toEqual([...named].sort());
  });
});
