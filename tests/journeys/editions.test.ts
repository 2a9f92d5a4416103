import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { EditionView, QueueMenu } from '#core/model/wire/index.ts';
import { changeFiles } from './changed.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: 'In favour' };
const MOTTO = 'Motto of the garden';

describe('two editions of one cycle', () => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let before: string;
  let id: string;

  /** The same installation at every start: address, database, data, and the programme's folder as it is now. */
  const start = (port: number): Promise<TestServer> =>
    startServer({
      definitions: join(folder, 'programme'),
      changes: {
        port,
        definitionsSync: 'publish',
        databaseUrl: `sqlite://${join(folder, 'kept.sqlite')}`,
        dataDir: folder,
        filesDir: join(folder, 'files'),
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-editions-'));
    await cp(GARDEN, join(folder, 'programme'), { recursive: true });
    server = await start(0);
    stage = await Stage.open(server);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('an application is begun under the first', async () => {
    for (const name of ['treasury', 'city', 'north-gardens']) await stage.organisation(name);
    await stage.person('gardener-b');
    const gardener = await stage.person('gardener-a');
    id = await stage.fill(gardener, 'complete');
    before = (await stage.view(gardener, id)).edition;
    expect(before).toBe(stage.edition.hash);
  });

  it('the second asks for more, and is published at the next start', async () => {
    await server.stop();
    await changeFiles(join(folder, 'programme'), {
      '2026H2/sections/plan.json': (section) => {
        const schema = section.schema as { required: string[]; properties: JsonObject };
        schema.required.push('motto');
        schema.properties.motto = { type: 'string', title: MOTTO, maxLength: 40 };
      },
      '2026H2/routes/application.json': (route) => {
        const { queues, machine } = route as { queues: JsonObject; machine: { states: JsonObject } };
        queues.granted = { title: 'Granted' };
        delete queues.awarded;
        const { meta } = machine.states.awarded as { meta: JsonObject };
        meta.queues = { garden: 'granted', money: 'granted', association: 'granted' };
      },
      '2026H2/locales/zh-CN.json': (locale) => {
        delete (locale.texts as JsonObject)['routes/application/queues/awarded/title'];
      },
    });
    server = await start(Number(new URL(server.origin).port));
    expect((await server.services.editions.current()).hash).not.toBe(before);
  });

  it('the application keeps the edition under which it was begun, to the end', async () => {
    const gardener = await stage.person('gardener-a');
    const { edition } = await stage.view(gardener, id);
    expect(edition).toBe(before);
    expect(await definitionOf(gardener, edition)).not.toContain(MOTTO);
    await stage.fire(gardener, id, 'SUBMIT');
    for (const desk of ['north-gardens', 'treasury', 'city'])
      await stage.fire(await stage.organisation(desk), id, 'PASS', OPINION);
    const city = await stage.organisation('city');
    await city.must(city.post('/api/batches/application/AWARD', { confirmCount: 1 }));
    const awarded = await stage.view(gardener, id);
    expect(awarded.tags).toContain('official');
    expect(awarded.edition).toBe(before);
    expect((await gardener.get(`/api/cases/${id}/sheets/card?format=html`)).status).toBe(200);
  });

  it('its queue is still there, though the second edition has it no more', async () => {
    const treasury = await stage.organisation('treasury');
    expect(await stage.queue(treasury, 'application', 'awarded')).toEqual([id]);
    const menu = await treasury.must(treasury.get<QueueMenu>('/api/queues'));
    const queues = menu.find(({ route }) => route === 'application')?.queues ?? [];
    expect(queues.find((queue) => queue.id === 'awarded')?.count).toBe(1);
    expect(queues.find((queue) => queue.id === 'granted')?.count).toBe(0);
  });

  it('new applications are asked for what is new', async () => {
    const gardener = await stage.person('gardener-b');
    const mine = await stage.fill(gardener, 'complete');
    const { edition, sections } = await stage.view(gardener, mine);
    expect(edition).not.toBe(before);
    expect(await definitionOf(gardener, edition)).toContain(MOTTO);
    const refused = await stage.refused(gardener, mine, 'SUBMIT');
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.map(({ path }) => path)).toEqual(['/plan/motto']);
    await stage.save(gardener, mine, 'plan', { ...(sections.plan?.value as JsonObject), motto: 'Dig' });
    await stage.fire(gardener, mine, 'SUBMIT');
  });
});

async function definitionOf(client: Client, hash: string): Promise<string> {
  const path = `/api/editions/${hash}?category=plot`;
  return JSON.stringify((await client.must(client.get<EditionView>(path))).definition);
}
