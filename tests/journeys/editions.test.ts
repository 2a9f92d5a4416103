import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../engine/core/model/index.ts';
import type { EditionView } from '../../engine/core/model/wire.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { PASSWORD, Stage } from './stage.ts';

const OPINION = { opinion: 'In favour' };

describe('two editions of one cycle', () => {
  let folder: string;
  let first: TestServer;
  let second: TestServer | undefined;
  let before: string;
  let id: string;

  /** The same installation at every start: one database, one data folder, the programme's folder as it is now. */
  const start = (): Promise<TestServer> =>
    startServer({
      definitions: join(folder, 'programme'),
      changes: {
        databaseUrl: `sqlite://${join(folder, 'kept.sqlite')}`,
        dataDir: folder,
        filesDir: join(folder, 'files'),
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-editions-'));
    await cp(GARDEN, join(folder, 'programme'), { recursive: true });
    first = await start();
  });
  afterAll(async () => {
    await second?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('an application is begun under the first', async () => {
    const stage = await Stage.open(first);
    await stage.organisation('treasury');
    const gardener = await stage.person('gardener-a');
    await stage.person('gardener-b');
    id = await stage.fill(gardener, 'complete');
    before = (await stage.view(gardener, id)).edition;
    expect(before).toBe(stage.edition.hash);
    await first.stop();
  });

  it('the second asks for more, and is published at the next start', async () => {
    await changeSection(join(folder, 'programme'), 'plan', (section) => {
      const schema = section.schema as { required: string[]; properties: JsonObject };
      schema.required.push('motto');
      schema.properties.motto = { type: 'string', title: 'Motto of the garden', maxLength: 40 };
    });
    second = await start();
    const current = await second.services.editions.current();
    expect(current.hash).not.toBe(before);
  });

  it('the application keeps what it was begun under, to the very end', async () => {
    const server = second ?? never();
    const [gardener, north, treasury, city] = await Promise.all(
      ['gardener-a', 'north-gardens', 'treasury', 'city'].map((name) => enter(server, name)),
    );
    const stage = await Stage.resume(server);
    expect((await stage.view(gardener ?? never(), id)).edition).toBe(before);
    const { definition } = await read(gardener ?? never(), before, 'plot');
    expect(JSON.stringify(definition)).not.toContain('Motto of the garden');
    await stage.fire(gardener ?? never(), id, 'SUBMIT');
    for (const desk of [north, treasury, city]) await stage.fire(desk ?? never(), id, 'PASS', OPINION);
    expect((await stage.view(gardener ?? never(), id)).edition).toBe(before);
    const card = await (gardener ?? never()).get(`/api/cases/${id}/sheets/card?format=html`);
    expect(card.status).toBe(200);
  });

  it('whoever begins now is asked for what is new', async () => {
    const server = second ?? never();
    const gardener = await enter(server, 'gardener-b');
    const stage = await Stage.resume(server);
    const mine = await stage.fill(gardener, 'complete');
    const view = await stage.view(gardener, mine);
    expect(view.edition).not.toBe(before);
    const refused = await stage.refused(gardener, mine, 'SUBMIT');
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.map(({ path }) => path)).toContain('/plan/motto');
    const { version, value } = view.sections.plan ?? never();
    await gardener.must(
      gardener.put(`/api/cases/${mine}/sections/plan`, {
        version,
        value: { ...(value as JsonObject), motto: 'Dig' },
      }),
    );
    await stage.fire(gardener, mine, 'SUBMIT');
  });
});

const read = (client: Client, hash: string, category: string): Promise<EditionView> =>
  client.must(client.get<EditionView>(`/api/editions/${hash}?category=${category}`));

async function enter(server: TestServer, username: string): Promise<Client> {
  const client = server.client();
  await client.must(client.prove('/api/session', { username, password: PASSWORD }));
  return client;
}

async function changeSection(
  programme: string,
  id: string,
  change: (section: JsonObject) => void,
): Promise<void> {
  const path = join(programme, '2026H2', 'sections', `${id}.json`);
  const section = JSON.parse(await readFile(path, 'utf8'));
  change(section);
  await writeFile(path, JSON.stringify(section));
}

function never(): never {
  throw new Error('the test before this one has not come so far');
}
