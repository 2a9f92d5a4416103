/** A server that begins with nothing: its desk makes the first programme, two people publish it, and it is served from then on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  Created,
  DraftList,
  DraftView,
  OrganisationPage,
  ProgrammeView,
  PublicationList,
  SessionView,
} from '#core/model/wire/index.ts';
import { PLAN, plannedFiles } from '../../core/starter/plan.ts';
import { migratedDatabase, type TestDatabase } from '../../support/databases.ts';
import { PASSWORD } from '../cast.ts';
import type { Client } from '../client.ts';
import { startServer, type TestServer } from '../harness.ts';

let database: TestDatabase;
let folder = '';
let server: TestServer;
let first: Client;
let second: Client;

const start = () =>
  startServer({
    definitions: null,
    changes: { databaseUrl: database.url, dataDir: folder, filesDir: join(folder, 'files') },
  });

beforeAll(async () => {
  database = await migratedDatabase('sqlite');
  folder = await mkdtemp(join(tmpdir(), 'shenbao-first-'));
  server = await start();
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const programmeNow = async (): Promise<ProgrammeView> =>
  (await server.client().get<ProgrammeView>('/api/programme')).body;

async function logIn(username: string, password = PASSWORD): Promise<Client> {
  const client = server.client();
  await client.must(client.prove('/api/session', { username, password }));
  return client;
}

/** Hands in the files of a programme as the page does. */
async function handIn(title: string, id: string): Promise<string> {
  const files = (await plannedFiles('chain', { ...PLAN, id, title })).map(({ path, text = '' }) => ({
    path,
    text,
  }));
  const body = Buffer.from(JSON.stringify({ files }));
  return (await first.must(first.upload<Created>(`/api/drafts?title=${encodeURIComponent(title)}`, body))).id;
}

async function submitted(id: string): Promise<string> {
  const { source, problems } = await first.must(first.get<DraftView>(`/api/drafts/${id}`));
  expect(problems).toEqual([]);
  await first.must(first.post(`/api/drafts/${id}/submit`, { source }));
  return source;
}

it('serves the desk alone: nobody can register, the first administrator comes by the link', async () => {
  const { accountForms, categories, password } = await programmeNow();
  expect([accountForms, categories]).toEqual([[], []]);
  const [link] = server.setups;
  const question = { question: password.questions[0]?.code ?? '', answer: 'blue' };
  const user = { name: '测试甲', username: 'first-officer', password: PASSWORD, ...question };
  const client = server.client();
  await client.must(client.post(`/api/setup/${link?.token}`, user));
  first = await logIn('first-officer');
  const made = await first.must(
    first.post<{ password: string }>('/api/accounts', {
      name: '测试乙',
      username: 'second-officer',
      role: 'office',
    }),
  );
  second = await logIn('second-officer', made.password);
  await second.must(
    second.put('/api/session/password', { current: made.password, next: PASSWORD, ...question }),
  );
  second = await logIn('second-officer');
  expect((await first.get<DraftList>('/api/drafts')).body).toEqual({ drafts: [], isVacant: true });
});

it('offers the starters to whoever edits definitions', async () => {
  const { routes } = await first.must(
    first.get<{ routes: { id: string }[] }>('/api/starters?locale=zh-CN&year=2031'),
  );
  expect(routes.map(({ id }) => id)).toEqual(['chain', 'parallel', 'back', 'appeal', 'batch']);
  expect((await server.client().get('/api/starters?locale=zh-CN&year=2031')).status).toBe(401);
});

it('is published by a second person, and served at once, by its own name and with its organisations', async () => {
  const draft = await handIn('花园补助', 'huayuanBuzhu');
  const other = await handIn('另一个', 'lingyige');
  const source = await submitted(draft);
  expect((await first.post(`/api/drafts/${draft}/approve`, { source })).status).toBe(403);
  await second.must(second.post(`/api/drafts/${draft}/approve`, { source }));
  const now = await programmeNow();
  expect([now.id, now.title]).toEqual(['huayuanBuzhu', '花园补助']);
  expect(now.accountForms.map(({ title }) => title).sort()).toEqual(['协会', '园丁'].sort());
  const { drafts, isVacant } = (await first.get<DraftList>('/api/drafts')).body;
  expect(isVacant).toBe(false);
  expect(new Map(drafts.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [draft, 'published'],
      [other, 'editing'],
    ]),
  );
  const log = (await first.get<PublicationList>('/api/publications')).body.publications;
  expect(log.map(({ cycle, number, act }) => [cycle, number, act])).toEqual([
    [`${now.cycle.year}`, 1, 'publish'],
  ]);
});

it('keeps whoever was at the desk, under the name of the top; the others are there', async () => {
  const { organisation, user } = await first.must(first.get<SessionView>('/api/session'));
  expect([organisation?.name, user.abilities.includes('definitions')]).toEqual(['测试公园处', true]);
  const found = await first.must(
    first.get<OrganisationPage>(`/api/organisations?search=${encodeURIComponent('测试东园协会')}`),
  );
  expect(found.organisations.map(({ name, path }) => [name, path])).toEqual([
    ['测试东园协会', ['测试公园处', '测试东区园林所']],
  ]);
});

it('is the only one: another programme is never published beside it', async () => {
  const { drafts } = (await first.get<DraftList>('/api/drafts')).body;
  const other = drafts.find(({ status }) => status === 'editing')?.id ?? '';
  const source = await submitted(other);
  const refused = await second.post(`/api/drafts/${other}/approve`, { source });
  expect(refused.status).toBe(403);
  expect((await programmeNow()).id).toBe('huayuanBuzhu');
});

it('is there after the next start, whether the folder is still empty or not', async () => {
  await server.close();
  server = await start();
  expect((await programmeNow()).id).toBe('huayuanBuzhu');
  expect(server.setups).toEqual([]);
  first = await logIn('first-officer');
  const { drafts, isVacant } = (await first.get<DraftList>('/api/drafts')).body;
  expect([drafts.length, isVacant]).toEqual([2, false]);
});
