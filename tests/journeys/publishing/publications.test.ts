import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { DraftList, PublicationList, SourceFiles } from '#core/model/wire/index.ts';
import { readFolder } from '#server/load/index.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { changeFiles } from '../changed.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { PASSWORD, Stage } from '../stage.ts';
import { approve, type Officers, officersOf, pushFolder, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const PEOPLE = 8;
const CHILD = fileURLToPath(new URL('./follow-child.ts', import.meta.url));

describe.each(mainly('mariadb'))('what is published, on %s', (kind) => {
  let folder: string;
  let programme: string;
  let database: TestDatabase;
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let first: string;
  let now = new Date('2026-07-10T12:00:00Z');
  let child: ChildProcess | undefined;
  const served: string[] = [];

  const start = (port = 0): Promise<TestServer> =>
    startServer({
      definitions: programme,
      kind: 'sqlite',
      clock: () => now,
      changes: { port, databaseUrl: database.url, dataDir: folder, filesDir: join(folder, 'files') },
    });
  const restart = async (): Promise<void> => {
    await server.close();
    server = await start(Number(new URL(server.origin).port));
  };
  /** Codes of a second factor serve once in half a minute. */
  const later = (minutes = 1): void => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const current = async (): Promise<string> => (await server.services.editions.current()).hash;
  const log = async (): Promise<PublicationList['publications']> => {
    const { author } = officers;
    return (await author.must(author.get<PublicationList>('/api/publications'))).publications;
  };
  const list = async (): Promise<DraftList['drafts']> => {
    const { author } = officers;
    return (await author.must(author.get<DraftList>('/api/drafts'))).drafts;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-published-'));
    programme = join(folder, 'programme');
    await cp(GARDEN, programme, { recursive: true });
    database = await createDatabase(kind);
    server = await start();
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    first = await current();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await server?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('begins with the folder, whose files come back byte by byte', async () => {
    expect(await log()).toMatchObject([{ cycle: CYCLE, number: 1, act: 'publish', edition: first, by: '' }]);
    const { author } = officers;
    const { files } = await author.must(author.get<SourceFiles>(`/api/publications/${CYCLE}/files`));
    const written = (await readFolder(GARDEN)).map(({ path, text }) => ({ path, text }));
    expect(files).toEqual(written.sort((a, b) => (a.path < b.path ? -1 : 1)));
  });

  it('stays as it is at a start with the same folder', async () => {
    await restart();
    expect([await current(), (await log()).length, await list()]).toEqual([first, 1, []]);
  });

  it('stays as it is at a start with a changed folder, which waits as a draft', async () => {
    await changeFiles(programme, {
      'programme.json': (file) => {
        file.shortTitle = 'Plots';
      },
    });
    await restart();
    expect([await current(), (await log()).length]).toEqual([first, 1]);
    await restart();
    const drafts = await list();
    expect(drafts).toMatchObject([{ status: 'editing', createdBy: '', length: 0 }]);
    const draft = await viewDraft(officers.author, drafts[0]?.id ?? '');
    expect(draft.found.errors).toBe(0);
    expect(draft.editions).toMatchObject([{ cycle: CYCLE, publishes: true }]);
  });

  it('is changed at the hour that a second person has set, in every process on the database', async () => {
    const [draft] = await list();
    const id = draft?.id ?? '';
    child = spawn(process.execPath, [CHILD, database.url, 'garden-grants', now.toISOString()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout?.on('data', (chunk) => served.push(...String(chunk).trim().split('\n')));
    await expect.poll(() => served).toEqual([first]);
    const own = await approve(stage, { ...officers, second: officers.author, name: 'city' }, id);
    expect([own.status, own.body.code]).toEqual([403, 'own-draft']);
    later();
    const hour = new Date(now.getTime() + 10 * 60_000).toISOString();
    expect((await approve(stage, officers, id, hour)).status).toBe(200);
    expect([await current(), (await list())[0]?.publishAt]).toEqual([first, hour]);
    later(11);
    await expect.poll(current).not.toBe(first);
    await expect.poll(() => served).toEqual([first, await current()]);
    expect((await log())[0]).toMatchObject({ number: 2, by: 'second-officer', why: 'Resolution 7' });
  });

  it('changes under whoever saves and begins, without an error: each case is under one edition', async () => {
    const people = await saversOf(stage);
    const acts = [1, 2, 1].map((number) => ({ cycle: CYCLE, act: 'rollBack', number, why: 'Tried out' }));
    let isOver = false;
    const saving = people.map(async ({ client, id }) => {
      const { edition } = await stage.view(client, id);
      const plan = (await stage.view(client, id)).sections.plan?.value as JsonObject;
      while (!isOver) await stage.save(client, id, 'plan', plan);
      return [edition, (await stage.view(client, id)).edition];
    });
    for (const act of acts) {
      later();
      const { second, name } = officers;
      await second.must(second.post('/api/publications', { ...act, code: stage.code(name) }));
    }
    isOver = true;
    for (const [before, after] of await Promise.all(saving)) expect(after).toBe(before);
    expect(await current()).toBe(first);
    await expect.poll(() => served.at(-1)).toBe(first);
  });

  it('is not changed back by the next start, whatever the folder says', async () => {
    await restart();
    expect(await current()).toBe(first);
    expect((await log()).map(({ act }) => act)).toEqual([
      'rollBack',
      'rollBack',
      'rollBack',
      'publish',
      'publish',
    ]);
  });

  it('is never what has problems: nobody can approve it', async () => {
    await changeFiles(programme, {
      [`${CYCLE}/sections/plan.json`]: (section) => {
        section.kind = 'nothing';
      },
    });
    const id = await pushFolder(officers, programme);
    expect((await viewDraft(officers.author, id)).found.errors).toBeGreaterThan(0);
    later();
    const refused = await approve(stage, officers, id);
    expect([refused.status, refused.body.code]).toEqual([422, 'draft-wrong']);
  });

  it('cannot be ended where it is the only one', async () => {
    later();
    const { second, name } = officers;
    const act = { cycle: CYCLE, act: 'retire', why: 'Over', code: stage.code(name) };
    const refused = await second.post<{ code: string }>('/api/publications', act);
    expect([refused.status, refused.body.code]).toEqual([409, 'last-edition']);
  });

  it('is pulled as a folder, byte by byte, and pushed as a draft', async () => {
    const pulled = join(folder, 'pulled');
    expect((await shenbao('pull', pulled)).code).toBe(0);
    const texts = async (path: string) => (await readFolder(path)).map(({ path, text }) => [path, text]);
    expect(await texts(pulled)).toEqual(await texts(GARDEN));
    expect((await shenbao('push', pulled, '--title', 'From the shell')).code).toBe(0);
    const [draft] = await list();
    expect(draft).toMatchObject({ title: 'From the shell', status: 'editing' });
    expect((await viewDraft(officers.author, draft?.id ?? '')).editions).toMatchObject([
      { publishes: false },
    ]);
  });

  it('is compared with a folder and with what was published before, and nothing is pulled', async () => {
    const copy = join(folder, 'copy');
    await cp(GARDEN, copy, { recursive: true });
    await changeFiles(copy, {
      [`${CYCLE}/sections/plan.json`]: (section) => {
        section.title = 'The beds';
      },
    });
    const served = await shenbao('diff', copy, '--cycle', CYCLE);
    expect(served.lines).toEqual(['The plan: title is “The beds”', '1 changes']);
    const second = (await log()).find(({ act, edition }) => act === 'publish' && edition !== first);
    const [from, to] = [first, second?.edition ?? ''].map((hash) => `${CYCLE}@${hash.slice(0, 12)}`);
    const both = await shenbao('diff', '--cycle', from ?? '', '--cycle', to ?? '', '--json');
    expect(JSON.parse(both.lines.join('\n'))).toMatchObject([{ kind: 'setText', text: 'Plots' }]);
    const nowhere = await shenbao('diff', copy, '--cycle', `${CYCLE}@nothing`);
    expect(nowhere.code).toBe(1);
    expect(nowhere.errors).toContain(first);
  });

  /** A command of the shell against this server: its exit code and what it prints. */
  async function shenbao(...words: string[]): Promise<{ code: number; lines: string[]; errors: string }> {
    later();
    const lines: string[] = [];
    const errors: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((text) => void lines.push(...String(text).split('\n')));
    vi.spyOn(console, 'error').mockImplementation((text) => void errors.push(String(text)));
    vi.stubEnv('SHENBAO_PASSWORD', PASSWORD);
    vi.stubEnv('SHENBAO_CODE', stage.code('city') ?? '');
    try {
      const code = await main([...words, '--server', server.origin, '--user', 'city']);
      return { code, lines, errors: errors.join('\n') };
    } finally {
      vi.unstubAllEnvs();
    }
  }
});

/** People with an application that they are filling in. */
async function saversOf(stage: Stage): Promise<{ client: Client; id: string }[]> {
  await stage.organisation('north-gardens');
  const savers = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const client = await stage.person('gardener-a', `saver-${at}`, { cardNumber: `SA${100_000 + at}` });
    const { id } = await client.must(client.post<{ id: string }>('/api/applications', { category: 'plot' }));
    savers.push({ client, id });
  }
  return savers;
}
