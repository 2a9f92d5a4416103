import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type {
  AuditPage,
  CaseView,
  HomeView,
  MovedCasePage,
  MoveList,
  MoveView,
} from '#core/model/wire/index.ts';
import { caseSections, movedCases, cases as stored, strikes } from '#server/store/index.ts';
import type { Client } from '../client.ts';
import { startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import {
  approve,
  draftWith,
  gardenWithSignedCard,
  giveReasons,
  type Officers,
  officersOf,
} from './publish.ts';

const CYCLE = '2026H2';
const CODE = 'gate 4711';
const PLANNED = '2026-08-20/2026-09-20';
const plan = { cycle: CYCLE, section: 'plan' };
const CHANGES: Change[] = [
  { kind: 'renameField', ...plan, field: 'title', to: 'heading' },
  { kind: 'renameField', ...plan, field: 'password', to: 'gateCode' },
  { kind: 'removeField', ...plan, field: 'planned' },
  {
    ...{ kind: 'addField', ...plan, field: 'motto', isRequired: true },
    schema: { type: 'string', title: 'Motto', maxLength: 40 },
  },
  { kind: 'renameField', section: 'person', field: 'born', to: 'birth' },
];

describe.each(databaseKinds)('cases that go over to another edition, on %s', (kind) => {
  let folder: string;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  let first = '';
  let second = '';
  let move = '';
  let late: Client;
  const before = new Map<string, CaseView>();
  const cases = { filling: '', handedIn: '' };
  const later = (): void => {
    now = new Date(now.getTime() + 60_000);
  };

  beforeAll(async () => {
    folder = await gardenWithSignedCard(CYCLE);
    server = await startServer({ definitions: folder, kind, clock: () => now });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    first = (await server.services.editions.current()).hash;
    for (const name of ['treasury', 'north-gardens']) await stage.organisation(name);
    late = await stage.person('gardener-a', 'late', { cardNumber: 'LA100000' });
    cases.filling = await begin('gardener-a');
    cases.handedIn = await begin('gardener-b');
    await stage.fire(await stage.person('gardener-b'), cases.handedIn, 'SUBMIT');
    const association = await stage.organisation('north-gardens');
    await stage.fire(association, cases.handedIn, 'STRIKE', { section: 'members', row: 'm2', note: 'Twice' });
    for (const id of Object.values(cases)) before.set(id, await seen(id));
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(dirname(folder), { recursive: true });
  });

  /** An application with a sealed answer, one that will find no place, and a signed print. */
  async function begin(person: string): Promise<string> {
    const client = await stage.person(person);
    const id = await stage.fill(client, 'complete');
    const { value } = (await stage.view(client, id)).sections.plan ?? {};
    await stage.save(client, id, 'plan', { ...asObject(value), password: CODE, planned: PLANNED });
    await stage.attach(client, id, { section: 'photos', slot: 'signed' });
    return id;
  }
  const ownerOf = (id: string): Promise<Client> =>
    stage.person(id === cases.filling ? 'gardener-a' : 'gardener-b');
  /** A case as its applicant sees it, at whatever moment. */
  const seen = async (id: string): Promise<CaseView> => {
    const view = await stage.view(await ownerOf(id), id);
    return { ...view, facts: { ...view.facts, now: '' } };
  };
  const planOf = async (id: string): Promise<JsonObject> => asObject((await seen(id)).sections.plan?.value);
  const answersOf = ({ sections }: CaseView): [string, unknown][] =>
    Object.entries(sections).map(([id, { value }]) => [id, value]);
  const moved = (): Promise<MoveView> => {
    const { second: client } = officers;
    return client.must(client.get<MoveView>(`/api/moves/${move}`));
  };
  const act = (what: 'move' | 'undo') => {
    later();
    const { second: client, name } = officers;
    return client.post<{ code: string }>(`/api/moves/${move}`, { act: what, code: stage.code(name) });
  };
  const reached = (status: MoveView['status']) =>
    expect.poll(async () => (await moved()).status, { timeout: 60_000 }).toBe(status);
  const linesOf = async (): Promise<MovedCasePage['rows']> => {
    const city = officers.author;
    return (await city.must(city.get<MovedCasePage>(`/api/moves/${move}/cases`))).rows;
  };

  it('stay where they are when another edition is published', async () => {
    const id = await draftWith(officers.author, CYCLE, CHANGES);
    await giveReasons(officers, id);
    later();
    const answer = await approve(stage, officers, id);
    expect(answer.status, answer.text).toBe(200);
    second = (await server.services.editions.current()).hash;
    expect(second).not.toBe(first);
    for (const one of Object.values(cases)) expect(await seen(one)).toEqual(before.get(one));
    const { author } = officers;
    const { editions } = await author.must(author.get<MoveList>('/api/moves'));
    expect(editions).toMatchObject([{ edition: first, cycle: CYCLE, cases: 2, published: false }]);
  });

  it('a registration made under the first serves under the second, in which a field is called otherwise', async () => {
    const { registration } = (await late.get<{ registration: string }>('/api/session')).body;
    expect((await stored.get(server.services.db, registration))?.edition).toBe(first);
    // Whether the form is offered is decided by the date of birth.
    const { offered } = await late.must(late.get<HomeView>('/api/applications'));
    expect(offered.map(({ id }) => id)).toContain('plot');
    const begun = late.post<{ id: string }>('/api/applications', { category: 'plot' });
    const { id } = await late.must(begun);
    expect((await stage.view(late, id)).edition).toBe(second);
  });

  it('are tried first: who gains problems, what finds no place, which prints go stale; nothing is changed', async () => {
    const { second: client } = officers;
    const asked = client.post<{ id: string }>('/api/moves', { edition: first, why: 'Resolution 7' });
    move = (await client.must(asked)).id;
    await reached('tried');
    expect((await moved()).report).toMatchObject({
      ...{ ready: 2, stays: 0, moved: 0, gaining: 2, setAside: 2, files: 0, stale: 2, unclear: 0 },
      problems: expect.arrayContaining([{ what: 'required /plan/motto', cases: 2 }]),
    });
    expect(await linesOf()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          case: cases.handedIn,
          outcome: 'ready',
          setAside: ['/plan/planned'],
          stale: 1,
        }),
      ]),
    );
    for (const one of Object.values(cases)) expect(await seen(one)).toEqual(before.get(one));
    expect((await act('undo')).body.code).toBe('move-not-ready');
  });

  it('go over in a job: answers under their new names, sealed ones sealed, the rest as it was', async () => {
    await client(act('move'));
    await reached('moved');
    for (const id of Object.values(cases)) {
      const [was, is] = [before.get(id) as CaseView, await seen(id)];
      const { title, password, planned: _planned, ...others } = asObject(was.sections.plan?.value);
      expect(is.edition).toBe(second);
      expect(await planOf(id)).toEqual({ ...others, heading: title, gateCode: password });
      expect([is.files, is.strikes, is.events, is.state, is.stations]).toEqual([
        was.files,
        was.strikes,
        was.events,
        was.state,
        was.stations,
      ]);
      expect(answersOf(is).filter(([one]) => one !== 'plan')).toEqual(
        answersOf(was).filter(([one]) => one !== 'plan'),
      );
      const rows = await caseSections.all(server.services.db, id);
      expect(JSON.stringify(rows)).not.toContain(CODE);
    }
    const association = await stage.organisation('north-gardens');
    expect(await stage.queue(association, 'application', 'todo')).toEqual([cases.handedIn]);
  });

  it('are under the new rules: who fills one in is asked for what is new, and for a new signature', async () => {
    const refused = await stage.refused(await ownerOf(cases.filling), cases.filling, 'SUBMIT');
    expect(refused.body.problems?.map(({ code }) => code).sort()).toEqual(['required', 'stale']);
    const answers = await planOf(cases.filling);
    const typed = { ...answers, heading: 'Beans and peas', motto: 'Dig' };
    await stage.save(await ownerOf(cases.filling), cases.filling, 'plan', typed);
  });

  it('go back and have lost nothing, what was typed since least of all', async () => {
    await client(act('undo'));
    await reached('undone');
    const kept = before.get(cases.handedIn) as CaseView;
    const back = await seen(cases.handedIn);
    expect({ ...back, version: kept.version, sections: {} }).toEqual({ ...kept, sections: {} });
    expect(answersOf(back)).toEqual(answersOf(kept));
    expect(await strikes.list(server.services.db, cases.handedIn)).toMatchObject([
      { row: 'm2', note: 'Twice' },
    ]);
    const was = asObject(before.get(cases.filling)?.sections.plan?.value);
    expect(await planOf(cases.filling)).toEqual({ ...was, title: 'Beans and peas' });
    // What is still being filled in is nobody else's to see.
    expect((await linesOf()).map((one) => one.case)).toEqual([cases.handedIn]);
    const row = await movedCases.get(server.services.db, move, cases.filling);
    expect(row).toMatchObject({ outcome: 'undone', report: { setAside: ['/plan/motto'] } });
    expect(row?.snapshot).not.toContain('Dig');
    expect(String(server.services.secrets.open(row?.snapshot ?? ''))).toContain('Dig');
    expect((await act('undo')).body.code).toBe('move-not-ready');
  });

  it('every case that moved is told in the trail, in numbers', async () => {
    const { author } = officers;
    for (const action of ['move-case', 'move-case-back']) {
      const { rows } = await author.must(author.get<AuditPage>(`/api/audit?action=${action}`));
      expect(rows.map(({ subject }) => subject).sort()).toEqual(Object.values(cases).sort());
      expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain('Beans');
    }
  });

  it('can be on their way to the end again, under the edition that they came from', async () => {
    const association = await stage.organisation('north-gardens');
    await stage.fire(association, cases.handedIn, 'PASS', { opinion: 'In favour' });
    expect((await seen(cases.handedIn)).edition).toBe(first);
  });

  /** What an act gives where it is taken. */
  async function client(answer: ReturnType<typeof act>): Promise<void> {
    const { status, text } = await answer;
    expect(status, text).toBe(200);
  }
});
