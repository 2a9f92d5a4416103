import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { users } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';

type Code = { code: string };

/** A way to the database that can be cut and mended, as a restart of it does. */
async function openWay(url: string): Promise<{ url: string; cut(): void; mend(): void; close(): void }> {
  const { hostname, port } = new URL(url);
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const way: Server = createServer((near) => {
    const far = connect(Number(port || 3306), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
      socket.pipe(other);
    }
    if (isCut) near.destroy();
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const address = way.address();
  target.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: target.href,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      way.close();
    },
  };
}

describe.runIf(databaseKinds.includes('mariadb'))('a database that is restarted', () => {
  let database: TestDatabase;
  let way: Awaited<ReturnType<typeof openWay>>;
  let server: TestServer;
  let gardener: Client;
  beforeAll(async () => {
    database = await createDatabase('mariadb');
    way = await openWay(database.url);
    server = await startServer({ definitions: GARDEN, changes: { databaseUrl: way.url } });
    gardener = await (await Stage.open(server)).person('gardener-a');
  });
  afterAll(async () => {
    await server?.stop();
    way?.close();
    await database?.drop();
  });

  it('is answered with 503 and a retry time, and works again by itself', async () => {
    way.cut();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gardener.get<Code>('/api/applications')),
    );
    for (const { status, body, headers } of answers)
      expect([status, body.code, Number(headers.get('retry-after'))]).toEqual([503, 'unavailable', 5]);
    const save = await gardener.post<Code>('/api/applications', { category: 'plot' });
    expect([save.status, save.body.code]).toEqual([503, 'unavailable']);
    way.mend();
    const again = async () => (await gardener.post('/api/applications', { category: 'plot' })).status;
    await expect.poll(again).toBe(201);
  });
});

describe('a disk that is full', () => {
  it('acknowledges nothing that is not stored, serves reads, and goes on when there is space again', async () => {
    const server = await startServer({ definitions: GARDEN });
    const stage = await Stage.open(server);
    const city = await stage.organisation('city');
    const { db } = server.services;
    const most = (pages: number) =>
      db.sequelize.transaction((transaction) =>
        db.sequelize.query(`PRAGMA max_page_count = ${pages}`, { transaction }),
      );
    const add = (at: number) =>
      city.post<Code>('/api/accounts', { name: 'x'.repeat(200), username: `full-${at}`, role: 'officer' });
    await db.sequelize.query('CREATE TABLE filler (content TEXT)');
    await most(1);
    const fill = () => db.sequelize.query(`INSERT INTO filler VALUES ('${'x'.repeat(4_000)}')`);
    for (let isFull = false; !isFull; ) await fill().catch(() => (isFull = true));
    let kept = 0;
    let refused = await add(kept);
    for (; refused.status === 201 && kept < 15; refused = await add(kept)) kept += 1;
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    const accounts = async () => (await users.search(db, { text: 'full-', limit: 50 })).rows.length;
    expect((await city.get('/api/session')).status).toBe(200);
    expect(await accounts()).toBe(kept);
    await most(1_000_000);
    await city.must(add(kept));
    expect(await accounts()).toBe(kept + 1);
    await server.stop();
  });
});
