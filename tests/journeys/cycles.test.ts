import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { HomeView, QueueMenu } from '#core/model/wire/index.ts';
import { readFolder } from '#server/load/index.ts';
import { cases as stored } from '#server/store/index.ts';
import { worksheet } from '../support/workbook.ts';
import { changedCopy, changeFiles } from './changed.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { databaseKinds } from './kinds.ts';
import {
  approve,
  giveReasons,
  type Officers,
  officersOf,
  pushFiles,
  withMends,
} from './publishing/publish.ts';
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

const next = { cycle: NEW };
/** What is called otherwise in the next cycle: a section, a sentence, a queue, a column, and a field of the registration. */
const OTHERWISE: Change[] = [
  { kind: 'setText', part: 'section', id: 'members', ...next, way: ['title'], text: 'Who digs' },
  { kind: 'editSentence', sheet: 'card', ...next, find: 'Contact:', text: 'Write to:' },
  {
    ...{ kind: 'setText', part: 'route', id: 'application', ...next },
    ...{ way: ['queues', 'todo', 'title'], text: 'To be read' },
  },
  { kind: 'renameColumn', roster: 'members', ...next, column: 'Library card', title: 'Card of the library' },
  { kind: 'renameField', section: 'person', ...next, field: 'born', to: 'birth' },
];

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
    const { files } = withMends(await readFolder(folder), OTHERWISE);
    const draft = await pushFiles(officers, files);
    await giveReasons(officers, draft);
    const published = await approve(stage, officers, draft);
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

  it('a registration made under the one serves under the next, in which a field is called otherwise', async () => {
    const a = await stage.person('gardener-a');
    const { registration } = (await a.get<{ registration: string }>('/api/session')).body;
    const [first, newest] = await Promise.all(
      [cases.old, cases.next].map(async (id) => (await stage.view(a, id)).edition),
    );
    expect((await stored.get(server.services.db, registration))?.edition).toBe(first);
    expect(newest).not.toBe(first);
    // Whether the form is offered is decided by the date of birth; b has no application in the next cycle.
    const b = await stage.person('gardener-b');
    const { offered } = await b.must(b.get<HomeView>('/api/applications'));
    expect(offered.map(({ id }) => id)).toContain('plot');
    const { facts } = await stage.view(a, cases.next);
    expect(asObject(asObject(facts.applicant).person)).toMatchObject({ birth: '1990-05-02' });
    expect(asObject((await stage.view(a, cases.old)).facts.applicant).person).toMatchObject({
      born: '1990-05-02',
    });
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

  it('the queues of each are called as their cycle calls them', async () => {
    const association = await at('north-gardens');
    const menu = await association.must(association.get<QueueMenu>('/api/queues'));
    const titles = menu
      .filter(({ route }) => route === 'application')
      .map(({ cycle, queues }) => [cycle, queues.find(({ id }) => id === 'todo')?.title]);
    expect(titles).toEqual([
      [NEW, 'To be read'],
      [OLD, 'To do'],
    ]);
  });

  it('the roster of a cycle has its cases alone, and its words', async () => {
    const association = await at('north-gardens');
    const sheet = async (cycle?: string) =>
      worksheet(await association.download('/api/rosters/members', { queue: 'todo', cycle }));
    const [old, now] = [await sheet(OLD), await sheet()];
    expect([old.length, now.length]).toEqual([6, 4]);
    for (const [rows, word, other] of [
      [old, 'Library card', 'Card of the library'],
      [now, 'Card of the library', 'Library card'],
    ] as const) {
      const words = rows.flat().map(({ text }) => text);
      expect([words.includes(word), words.includes(other)]).toEqual([true, false]);
    }
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

  it('the prints of each say whose they are, in its words', async () => {
    const a = await stage.person('gardener-a');
    const words = {
      [cases.old]: ['Second half of 2026', 'Who takes part', 'Contact:'],
      [cases.next]: ['First half of 2027', 'Who digs', 'Write to:'],
    };
    for (const [id, own] of Object.entries(words)) {
      const sheet = await a.get(`/api/cases/${id}/sheets/card?format=html`);
      expect(sheet.status).toBe(200);
      const shown = Object.values(words).map((one) => one.map((word) => sheet.text.includes(word)));
      expect(shown).toEqual(Object.values(words).map((one) => one.map(() => one === own)));
      expect((await stage.view(a, id)).facts.cycle.title).toBe(own[0]);
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
