import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { QueueMenu } from '#core/model/wire/index.ts';
import { worksheet } from '../support/workbook.ts';
import { changedCopy, changeFiles } from './changed.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { databaseKinds } from './kinds.ts';
import { approve, type Officers, officersOf, pushFolder } from './publishing/publish.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: 'In favour' };
const OLD = '2026H2';
const NEW = '2027H1';
const BEFORE = new Date('2026-09-01T09:55:00Z');
const AFTER = new Date('2026-09-01T10:05:00Z');

/** A next cycle that opens, at ten, while the one before is open and at work. */
async function addNext(folder: string): Promise<void> {
  await cp(join(folder, OLD), join(folder, NEW), { recursive: true });
  // Examples of the years before.
  for (const name of ['commons.json', 'harvest-of-years.json']) await rm(join(folder, NEW, 'cases', name));
  await changeFiles(folder, {
    [`${NEW}/edition.json`]: (edition) => {
      edition.id = NEW;
      const next = {
        id: NEW,
        title: 'First half of 2027',
        year: 2027,
        half: 1,
        opensAt: '2026-09-01T10:00:00Z',
      };
      Object.assign(edition.cycle as JsonObject, {
        ...next,
        closesAt: '2027-06-30T00:00:00Z',
        returnedUntil: '2027-07-31T00:00:00Z',
      });
    },
  });
}

describe.each(databaseKinds)('two cycles that overlap, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = BEFORE;
  const cases = { old: '', late: '', next: '' };
  const at = (name: string): Promise<Client> => stage.organisation(name);

  beforeAll(async () => {
    folder = await changedCopy(GARDEN, {});
    server = await startServer({ definitions: folder, kind, clock: () => now });
    stage = await Stage.open(server);
    for (const name of ['treasury', 'city', 'north-gardens']) await stage.organisation(name);
    officers = await officersOf(stage);
    const [a, b] = [await stage.person('gardener-a'), await stage.person('gardener-b')];
    cases.old = await stage.fill(a, 'complete');
    cases.late = await stage.fill(b, 'complete');
    await stage.fire(a, cases.old, 'SUBMIT');
    await addNext(folder);
    // A code of the second factor serves once in half a minute.
    now = new Date(BEFORE.getTime() + 60_000);
    const published = await approve(stage, officers, await pushFolder(officers, folder));
    expect(published.status, published.text).toBe(200);
    now = AFTER;
    await stage.fire(b, cases.late, 'SUBMIT');
    cases.next = await stage.fill(a, 'complete');
    await stage.fire(a, cases.next, 'SUBMIT');
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(dirname(folder), { recursive: true });
  });

  const menuOf = async (client: Client): Promise<[string, string, Record<string, number>][]> => {
    const menu = await client.must(client.get<QueueMenu>('/api/queues'));
    return menu
      .filter(({ route }) => route === 'application')
      .map(({ cycle, cycleTitle, queues }) => {
        const counts = queues.map(({ id, count }) => [id, count] as const);
        return [cycle, cycleTitle, Object.fromEntries(counts.filter(([, count]) => count > 0))];
      });
  };

  it('the menu has both, new cases first; each queue holds the cases of its cycle', async () => {
    const association = await at('north-gardens');
    expect(await menuOf(association)).toEqual([
      [NEW, 'First half of 2027', { todo: 1 }],
      [OLD, 'Second half of 2026', { todo: 2 }],
    ]);
    expect(await stage.queue(association, 'application', 'todo')).toEqual([cases.next]);
    expect(await stage.queue(association, 'application', 'todo', NEW)).toEqual([cases.next]);
    expect((await stage.queue(association, 'application', 'todo', OLD)).sort()).toEqual(
      [cases.old, cases.late].sort(),
    );
    expect((await association.get('/api/queues/application/todo?cycle=1999')).status).toBe(404);
  });

  it('the roster of a cycle has its cases alone', async () => {
    const association = await at('north-gardens');
    const lines = async (cycle?: string) =>
      worksheet(await association.download('/api/rosters/members', { queue: 'todo', cycle })).length;
    expect(await lines(OLD)).toBe(6);
    expect(await lines()).toBe(4);
  });

  it('every desk acts on cases of the cycle before: one by one, many at once, back and forth', async () => {
    const [association, city, treasury] = [await at('north-gardens'), await at('city'), await at('treasury')];
    const versions = await Promise.all(
      [cases.old, cases.late].map(async (id) => ({
        id,
        version: (await stage.view(association, id)).version,
      })),
    );
    await association.must(
      association.post('/api/events', { event: 'PASS', cases: versions, input: OPINION }),
    );
    await stage.fire(treasury, cases.old, 'RETURN', { opinion: 'Too dear' });
    await stage.fire(await stage.person('gardener-a'), cases.old, 'SUBMIT');
    await stage.fire(city, cases.late, 'BACK', { opinion: 'Once more' });
    await stage.fire(association, cases.late, 'PASS', OPINION);
    for (const id of [cases.old, cases.late]) await stage.fire(treasury, id, 'PASS', OPINION);
    await stage.fire(city, cases.late, 'DECLINE', { opinion: 'No' });
    expect(await menuOf(city)).toContainEqual([OLD, 'Second half of 2026', { todo: 1, declined: 1 }]);
    await stage.fire(city, cases.late, 'RELENT');
    await stage.fire(treasury, cases.late, 'PASS', OPINION);
    for (const id of [cases.old, cases.late]) await stage.fire(city, id, 'PASS', OPINION);
  });

  it('whoever has a case on its way in the cycle before keeps the account', async () => {
    const b = await stage.person('gardener-b');
    const { registration } = (await b.get<{ registration: string }>('/api/session')).body;
    const refused = await stage.refused(await at('north-gardens'), registration, 'REMOVE');
    expect([refused.status, refused.body.code]).toEqual([409, 'account-in-use']);
  });

  it('the batch of each cycle counts and fires its own', async () => {
    const city = await at('city');
    const before = await stage.batch(city, 'application', 'AWARD', OLD);
    expect([before.allowed, before.count]).toEqual([true, 2]);
    const next = await stage.batch(city, 'application', 'AWARD');
    expect([next.allowed, next.count]).toEqual([false, 0]);
    expect(next.aggregates.find(({ id }) => id === 'waiting')?.value).toBe(1);
    await city.must(city.post(`/api/batches/application/AWARD?cycle=${OLD}`, { confirmCount: 2 }));
    expect((await stage.view(city, cases.old)).tags).toContain('official');
    expect((await stage.queue(city, 'application', 'awarded', OLD)).length).toBe(2);
    expect(await stage.queue(city, 'application', 'awarded')).toEqual([]);
  });

  it('the prints of each say whose they are', async () => {
    const a = await stage.person('gardener-a');
    for (const [id, title] of [
      [cases.old, 'Second half of 2026'],
      [cases.next, 'First half of 2027'],
    ]) {
      const sheet = await a.get(`/api/cases/${id}/sheets/card?format=html`);
      expect(sheet.status).toBe(200);
      expect((await stage.view(a, id ?? '')).facts.cycle.title).toBe(title);
    }
  });

  it('a cycle that is ended begins nothing more, and its queues stay while there are cases in them', async () => {
    const { second, name } = officers;
    now = new Date(AFTER.getTime() + 60_000);
    const act = { cycle: OLD, act: 'retire', why: 'Over', code: stage.code(name) };
    await second.must(second.post('/api/publications', act));
    expect((await server.services.editions.newest()).map(({ definition }) => definition.edition.id)).toEqual([
      NEW,
    ]);
    const city = await at('city');
    expect(await menuOf(city)).toContainEqual([OLD, 'Second half of 2026', { awarded: 2 }]);
    expect((await stage.queue(city, 'application', 'awarded', OLD)).length).toBe(2);
    expect((await stage.view(await stage.person('gardener-a'), cases.old)).tags).toContain('official');
  });
});
