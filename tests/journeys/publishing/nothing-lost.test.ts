import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import { asList, asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { CaseView, MovedCasePage, MoveView } from '#core/model/wire/index.ts';
import { cases as stored, files as storedFiles, strikes } from '#server/store/index.ts';
import type { Client } from '../client.ts';
import { startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, gardenWithSignedCard, type Officers, officersOf } from './publish.ts';

const CYCLE = '2026H2';
const at = { cycle: CYCLE };
const task = { from: '09:30', until: '10:00', helpers: 1 };
const machine = { machine: 'pump', period: '2026.07-2026.09' };

/** What lists, rows and codes can lose: a code, rows behind a limit with their files, a slot, a name inside a row. */
const CHANGES: Change[] = [
  { kind: 'removeCode', list: 'activity', code: 'vegetables', ...at },
  { kind: 'endCode', list: 'machine', code: 'pump', until: '2026-06-30', successor: 'tiller', ...at },
  { kind: 'renameField', section: 'openDays', field: 'tasks/*/what', to: 'work', ...at },
  { kind: 'setLimit', section: 'members', category: 'plot', limit: 'maxItems', value: 2, ...at },
  { kind: 'setLimit', section: 'machines', limit: 'maxItems', value: 1, ...at },
  { kind: 'removeSlot', section: 'photos', slot: 'consent', ...at },
];
const ANSWERS: Record<string, (value: JsonObject) => unknown> = {
  plan: (plan) => ({
    ...plan,
    activities: ['vegetables', 'openDays'],
    useMachines: 'yes',
    remarks: 'The well is dry',
  }),
  machines: () => [
    { id: 'x1', ...machine },
    { id: 'x2', ...machine },
  ],
  openDays: () => [
    {
      ...{ id: 'd1', day: '2026-08-22', opens: '09:30', closes: '12:00' },
      tasks: [
        { what: 'Tea', ...task },
        { what: 'Beds', ...task },
      ],
    },
  ],
  members: () => [
    { id: 'm1', name: 'Test Gardener A', hours: 4, mark: true },
    { id: 'm2', name: 'Test Gardener B', hours: 2, mark: false },
    { id: 'm3', name: 'Test Gardener C', hours: 3, mark: false },
  ],
  budget: (budget) => ({
    ...budget,
    cells: { ...asObject(budget.cells), machines: { summer: 100, autumn: 0 } },
  }),
};

describe.each(databaseKinds)('a case that moves to another edition and back, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  let first = '';
  let move = '';
  const people: Record<string, string> = {};
  const before = new Map<string, Awaited<ReturnType<typeof everythingOf>>>();
  let [filling, inReview] = ['', ''];

  beforeAll(async () => {
    folder = await gardenWithSignedCard(CYCLE);
    server = await startServer({ definitions: folder, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    first = (await server.services.editions.current()).hash;
    for (const name of ['treasury', 'north-gardens']) await stage.organisation(name);
    filling = await begin('gardener-a');
    inReview = await begin('gardener-b');
    await review();
    const draft = await draftWith(officers.author, CYCLE, CHANGES);
    later();
    const published = await approve(stage, officers, draft);
    expect(published.status, published.text).toBe(200);
    for (const id of [filling, inReview]) before.set(id, await everythingOf(id));
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(dirname(folder), { recursive: true });
  });

  const later = (): void => {
    now = new Date(now.getTime() + 60_000);
  };
  const ownerOf = (id: string): Promise<Client> => stage.person(people[id] ?? '');

  async function begin(person: string): Promise<string> {
    const client = await stage.person(person);
    const id = await stage.fill(client, 'complete');
    people[id] = person;
    for (const [section, change] of Object.entries(ANSWERS)) {
      const { value } = (await stage.view(client, id)).sections[section] ?? {};
      await stage.save(client, id, section, change(asObject(value)));
    }
    for (const row of ['x1', 'x2'])
      await stage.attach(client, id, { section: 'machines', slot: 'manual', row });
    for (const slot of ['consent', 'signed']) await stage.attach(client, id, { section: 'photos', slot });
    return id;
  }

  /** A row struck, opinions and a remark between two desks written, sent back once, and handed in again. */
  async function review(): Promise<void> {
    const [association, treasury] = [
      await stage.organisation('north-gardens'),
      await stage.organisation('treasury'),
    ];
    await stage.fire(await ownerOf(inReview), inReview, 'SUBMIT');
    await stage.fire(association, inReview, 'STRIKE', { section: 'members', row: 'm3', note: 'Twice' });
    await stage.fire(association, inReview, 'PASS', { opinion: 'In favour', points: 7 });
    await stage.fire(officers.author, inReview, 'REMARK', { text: 'Ask for the well' });
    await stage.fire(treasury, inReview, 'RETURN', { opinion: 'Too dear' });
    await stage.fire(await ownerOf(inReview), inReview, 'SUBMIT');
  }

  /** A case as everybody sees it who may, with what is stored of it and what is printed. */
  async function everythingOf(id: string) {
    const owner = await ownerOf(id);
    const readers = id === filling ? [owner] : [owner, officers.author, await stage.organisation('treasury')];
    const views = await Promise.all(
      readers.map(async (client) => withoutTimes(await stage.view(client, id))),
    );
    const print = await owner.get(`/api/cases/${id}/sheets/card?format=html`);
    expect(print.status).toBe(200);
    const { db } = server.services;
    return {
      views,
      print: print.text,
      files: await storedFiles.list(db, id),
      strikes: await strikes.list(db, id),
      queue: await stage.queue(await stage.organisation('treasury'), 'application', 'todo'),
    };
  }

  const moved = (): Promise<MoveView> => {
    const { second: client } = officers;
    return client.must(client.get<MoveView>(`/api/moves/${move}`));
  };
  async function act(what: 'move' | 'undo', end: MoveView['status']): Promise<void> {
    later();
    const { second: client, name } = officers;
    await client.must(client.post(`/api/moves/${move}`, { act: what, code: stage.code(name) }));
    await expect.poll(async () => (await moved()).status, { timeout: 60_000 }).toBe(end);
  }
  const answerOf = async (id: string, section: string) =>
    (await stage.view(await ownerOf(id), id)).sections[section]?.value;

  it('is tried: rows, codes and files that find no place are counted, and scans that go stale', async () => {
    const { second: client, author } = officers;
    const asked = client.post<{ id: string }>('/api/moves', { edition: first, why: 'Resolution 7' });
    move = (await client.must(asked)).id;
    await expect.poll(async () => (await moved()).status, { timeout: 60_000 }).toBe('tried');
    expect((await moved()).report).toMatchObject({ ready: 2, stays: 0, setAside: 6, files: 4, stale: 2 });
    const { rows } = await author.must(author.get<MovedCasePage>(`/api/moves/${move}/cases`));
    expect(rows).toMatchObject([{ case: inReview, files: 2, stale: 1 }]);
    expect(rows[0]?.setAside.toSorted()).toEqual(['/machines/1', '/members/2', '/plan/activities/0']);
    for (const id of [filling, inReview]) expect(await everythingOf(id)).toEqual(before.get(id));
  });

  it('goes over with every code in a list, every name in a row, and no more rows than there may be', async () => {
    await act('move', 'moved');
    for (const id of [filling, inReview]) {
      expect(asObject(await answerOf(id, 'plan')).activities).toEqual(['openDays']);
      expect(await answerOf(id, 'machines')).toEqual([{ id: 'x1', ...machine, machine: 'tiller' }]);
      expect(asList(await answerOf(id, 'members')).map((row) => asObject(row).id)).toEqual(['m1', 'm2']);
      const [day] = asList(await answerOf(id, 'openDays'));
      expect(asList(asObject(day).tasks).map((one) => asObject(one).work)).toEqual(['Tea', 'Beds']);
      expect(await storedFiles.list(server.services.db, id)).toEqual(before.get(id)?.files);
    }
  });

  it('keeps the file of a row that was set aside while others are saved', async () => {
    const client = await ownerOf(filling);
    const rows = asList(await answerOf(filling, 'machines')).map((row) => ({
      ...asObject(row),
      licence: 'L1',
    }));
    await stage.save(client, filling, 'machines', rows);
    await stage.save(client, filling, 'plan', {
      ...asObject(await answerOf(filling, 'plan')),
      activities: ['openDays', 'orchard'],
    });
    expect(await storedFiles.list(server.services.db, filling)).toEqual(before.get(filling)?.files);
  });

  it('comes back and has lost nothing: answers, files, strikes, remarks, opinions, prints', async () => {
    await act('undo', 'undone');
    expect((await stored.get(server.services.db, inReview))?.edition).toBe(first);
    expect(await everythingOf(inReview)).toEqual(before.get(inReview));
    const { files } = await everythingOf(filling);
    expect(files).toEqual(before.get(filling)?.files);
    expect(await answerOf(filling, 'machines')).toEqual([
      { id: 'x1', ...machine, licence: 'L1' },
      { id: 'x2', ...machine },
    ]);
    expect(asObject(await answerOf(filling, 'plan')).activities).toEqual([
      'vegetables',
      'openDays',
      'orchard',
    ]);
    expect(asList(await answerOf(filling, 'members'))).toHaveLength(3);
  });
});

/** What changes with the hour and with every save is no part of what there is. */
function withoutTimes({ version: _version, facts, sections, ...view }: CaseView) {
  const values = Object.entries(sections).map(([id, { value }]) => [id, value] as const);
  return { ...view, facts: { ...facts, now: '' }, sections: Object.fromEntries(values) };
}
