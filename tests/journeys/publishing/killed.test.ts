import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#core/change/index.ts';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type {
  AuditPage,
  DraftChanged,
  DraftList,
  MoveView,
  PublicationList,
  SectionRecord,
  SourceFiles,
} from '#core/model/wire/index.ts';
import { type Database, movedCases, openDatabase, cases as stored } from '#server/store/index.ts';
import { isFull, scale } from '../../promises/scale.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { changeFiles } from '../changed.ts';
import type { Client } from '../client.ts';
import { configFor, GARDEN, startServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { Mortal } from './mortal.ts';
import { draftWith, type Officers, officersOf, viewDraft } from './publish.ts';

const CYCLE = '2026H2';
const PEOPLE = scale(3, 8);
const ROUNDS = scale(1, 8);
/** Each a test of its own: on a busy machine a server takes a minute to be killed and started again. */
const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);
/** Minutes after which what a dead process had taken is taken by another. */
const LEASE = 10;

/** Somebody who goes on saving whatever happens to the server: numbers, each one more than the last. */
type Saver = { client: Client; id: string; plan: JsonObject; tried: number; acknowledged: number };

const titled = (number: number): Change => ({
  ...{ kind: 'setText', part: 'section', id: 'plan', cycle: CYCLE, way: ['title'] },
  text: `The plan, ${number}`,
});

// Processes are killed and started again for a minute and a half: that is for the full run.
describe.runIf(isFull).each(databaseKinds)('a server killed while definitions change, on %s', (kind) => {
  let folder: string;
  let programme: string;
  let database: TestDatabase;
  let db: Database;
  let server: Mortal;
  let stage: Stage;
  let officers: Officers;
  let number = 0;
  let isOver = false;
  const savers: Saver[] = [];
  const refusals: string[] = [];
  let saving: Promise<unknown>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenbao-killed-'));
    programme = join(folder, 'programme');
    await cp(GARDEN, programme, { recursive: true });
    database = await createDatabase(kind);
    let now = new Date('2026-07-10T12:00:00Z');
    const first = await startServer({
      definitions: GARDEN,
      clock: () => server?.now ?? now,
      changes: { databaseUrl: database.url, dataDir: folder, filesDir: join(folder, 'files') },
    });
    stage = await Stage.open(first);
    now = new Date(now.getTime() + 60_000);
    officers = await officersOf(stage);
    await stage.organisation('north-gardens');
    for (let at = 0; at < PEOPLE; at += 1) savers.push(await saverOf(at));
    await first.close();
    await rm(first.folder, { recursive: true });
    const own = { databaseUrl: database.url, dataDir: folder, definitionsDir: programme, demo: false };
    server = new Mortal(configFor(own, { port: Number(new URL(first.origin).port) }), now);
    await server.start();
    db = await openDatabase({ databaseUrl: database.url });
    saving = Promise.all(savers.map(goOn));
  });
  afterAll(async () => {
    isOver = true;
    await saving;
    await server?.kill();
    await db?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function saverOf(at: number): Promise<Saver> {
    const client = await stage.person('gardener-a', `saver-${at}`, { cardNumber: `SA${100_000 + at}` });
    const { id } = await client.must(client.post<{ id: string }>('/api/applications', { category: 'plot' }));
    const plan = asObject((await stage.view(client, id)).sections.plan?.value);
    return { client, id, plan, tried: 0, acknowledged: 0 };
  }

  /** Saves one number after the other; where nobody answers, what is there now is looked up and gone on from. */
  async function goOn(saver: Saver): Promise<void> {
    const { client, id, plan } = saver;
    let version: number | undefined;
    while (!isOver) {
      try {
        version ??= await versionNow(saver);
        saver.tried += 1;
        const value = { ...plan, title: `Beds ${saver.tried}` };
        const { status, body, text } = await client.put<SectionRecord>(`/api/cases/${id}/sections/plan`, {
          version,
          value,
        });
        if (status !== 200) refusals.push(text);
        if (status !== 200) return;
        saver.acknowledged = saver.tried;
        await setTimeout(100);
        version = body.version;
      } catch {
        version = undefined;
        await setTimeout(50);
      }
    }
  }

  async function versionNow(saver: Saver): Promise<number> {
    const { client, id } = saver;
    const { status, body, text } = await client.get<{
      sections: { plan?: { version: number; value: JsonObject } };
    }>(`/api/cases/${id}`);
    if (status !== 200) refusals.push(text);
    const saved = Number(/\d+$/.exec(String(body.sections.plan?.value.title))?.[0] ?? 0);
    if (saved < saver.acknowledged)
      refusals.push(`${id}: ${saver.acknowledged} was saved, ${saved} is there`);
    return body.sections.plan?.version ?? 0;
  }

  const log = async (): Promise<PublicationList['publications']> => {
    const { author } = officers;
    return (await author.must(author.get<PublicationList>('/api/publications'))).publications;
  };
  const code = async (): Promise<string | undefined> => {
    await server.later();
    return stage.code(officers.name);
  };
  /** What an application is begun under now. */
  const served = async (): Promise<string> => {
    const { author } = officers;
    const path = `/api/publications/${CYCLE}/files`;
    expect((await author.get(path)).status).toBe(200);
    return (await log())[0]?.edition ?? '';
  };
  /** Whatever happens, a case is under one of the editions that were published, and can be read. */
  const editionsOfCases = async (): Promise<string[]> => {
    const found = await Promise.all(savers.map(({ client, id }) => stage.view(client, id)));
    const rows = await Promise.all(savers.map(({ id }) => stored.get(db, id)));
    expect(found.map(({ edition }) => edition)).toEqual(rows.map((row) => row?.edition));
    return found.map(({ edition }) => edition);
  };

  /** A draft that somebody has submitted, its approval, and what it would publish. */
  async function submitted(): Promise<{ id: string; source: string }> {
    number += 1;
    const id = await draftWith(officers.author, CYCLE, [titled(number)]);
    const { source } = await viewDraft(officers.author, id);
    const { author } = officers;
    await author.must(author.post(`/api/drafts/${id}/submit`, { source, why: 'Resolution 7' }));
    return { id, source };
  }

  async function publish(): Promise<void> {
    const { id, source } = await submitted();
    const { second } = officers;
    await second.must(second.post(`/api/drafts/${id}/approve`, { source, code: await code() }));
  }

  it.each(rounds)('has every change of a draft that it acknowledged, and at most one more (%i)', async () => {
    const { author } = officers;
    const made = author.post<{ id: string }>('/api/drafts', { title: 'Next', cycle: CYCLE });
    const { id } = await author.must(made);
    let acknowledged = 0;
    const begun = Promise.withResolvers<void>();
    const act = async () => {
      for (;;) {
        const body = { length: acknowledged, changes: [titled(acknowledged + 1)] };
        const done = await author.must(author.post<DraftChanged>(`/api/drafts/${id}/changes`, body));
        acknowledged = done.length;
        if (acknowledged === 2) begun.resolve();
      }
    };
    await server.killedDuring(act, 400, begun.promise);
    expect(acknowledged).toBeGreaterThanOrEqual(2);
    const { length, changes } = await viewDraft(author, id);
    expect([acknowledged, acknowledged + 1]).toContain(length);
    expect(changes.length).toBe(length);
    const { files } = await author.must(author.get<SourceFiles>(`/api/drafts/${id}/files`));
    const plan = files.find(({ path }) => path === `${CYCLE}/sections/plan.json`)?.text ?? '';
    expect(plan).toContain(`"The plan, ${length}"`);
    const next = { length, changes: [titled(1000)] };
    await author.must(author.post(`/api/drafts/${id}/changes`, next));
  });

  it.each(rounds)('has published a draft once or not at all, and can go on (%i)', async () => {
    const { author, second } = officers;
    const { id, source } = await submitted();
    const before = await log();
    const body = { source, code: await code() };
    const status = await server.killedDuring(() => second.post(`/api/drafts/${id}/approve`, body), 500);
    const after = await log();
    const added = after.length - before.length;
    expect(status === 200 ? [1] : [0, 1]).toContain(added);
    expect((await viewDraft(author, id)).status).toBe(added === 1 ? 'published' : 'submitted');
    await served();
    if (added === 0)
      await second.must(second.post(`/api/drafts/${id}/approve`, { source, code: await code() }));
    expect((await log()).length).toBe(before.length + 1);
    expect(new Set(await editionsOfCases()).size).toBe(1);
  });

  it.each(rounds)(
    'has published at the hour that was set, once, and goes on with it where it was stopped (%i)',
    async () => {
      const { author, second } = officers;
      const { id, source } = await submitted();
      const before = await log();
      const body = { source, code: await code(), at: '' };
      const at = new Date(server.now.getTime() + 60_000).toISOString();
      await second.must(second.post(`/api/drafts/${id}/approve`, { ...body, at }));
      expect(await log()).toEqual(before);
      await server.later(2);
      await setTimeout(Math.random() * 400);
      await server.kill();
      await server.start();
      await server.later(LEASE);
      const status = async () => (await viewDraft(author, id)).status;
      await expect.poll(status, { timeout: 60_000 }).toBe('published');
      const after = await log();
      expect(after.slice(-before.length)).toEqual(before);
      expect(after.slice(0, -before.length)).toMatchObject([{ act: 'publish', number: after.length }]);
      expect(new Set(await editionsOfCases()).size).toBe(1);
    },
  );

  it.each(rounds)(
    'has taken in a folder that has changed once, and one that has not never (%i)',
    async (round) => {
      const { author } = officers;
      const waiting = async () =>
        (await author.must(author.get<DraftList>('/api/drafts'))).drafts.filter(
          (one) => one.createdBy === '',
        );
      for (const isChanged of [false, true]) {
        const [before, drafts] = [await log(), await waiting()];
        await server.kill();
        if (isChanged)
          await changeFiles(programme, {
            'programme.json': (file) => {
              file.shortTitle = `Plots ${round}`;
            },
          });
        await server.killedWhileStarting();
        expect(await log()).toEqual(before);
        expect((await waiting()).length).toBe(drafts.length + (isChanged ? 1 : 0));
      }
    },
  );

  it.each(rounds)('has rolled back once or not at all (%i)', async () => {
    const { second } = officers;
    const before = await log();
    const act = { cycle: CYCLE, act: 'rollBack', number: 1, why: 'Tried out', code: await code() };
    const status = await server.killedDuring(() => second.post('/api/publications', act), 200);
    const after = await log();
    expect(status === 200 ? [1] : [0, 1]).toContain(after.length - before.length);
    expect(after.slice(-before.length)).toEqual(before);
    expect(after[0]?.number).toBe(after.length);
    await publish();
  });

  it.each(rounds)('goes on with a move of cases and with the way back, each case once (%i)', async () => {
    const { second } = officers;
    const [from = '', ...others] = [...new Set(await editionsOfCases())];
    expect(others).toEqual([]);
    const target = await served();
    expect(target).not.toBe(from);
    const asked = second.post<{ id: string }>('/api/moves', { edition: from, why: 'Resolution 7' });
    const { id } = await second.must(asked);
    await reached(id, 'tried');
    for (const [act, status, edition] of [
      ['move', 'moved', target],
      ['undo', 'undone', from],
    ] as const) {
      const body = { act, code: await code() };
      await second.must(second.post(`/api/moves/${id}`, body));
      await firstCase(id, status);
      await setTimeout(Math.random() * 30);
      await server.kill();
      await server.start();
      for (const one of await editionsOfCases()) expect([from, target]).toContain(one);
      const { status: now } = await moveOf(id);
      expect(now).not.toBe(act === 'move' ? 'tried' : 'moved');
      await server.later(LEASE);
      await reached(id, status);
      expect(new Set(await editionsOfCases())).toEqual(new Set([edition]));
      const rows = await movedCases.page(db, id, { after: '', limit: 100 });
      expect(rows.map(({ outcome }) => outcome)).toEqual(savers.map(() => status));
      expect((await trail(act === 'move' ? 'move-case' : 'move-case-back', id)).sort()).toEqual(
        savers.map((saver) => saver.id).sort(),
      );
    }
  });

  it('has lost no answer that it acknowledged, and has refused none', async () => {
    isOver = true;
    await saving;
    for (const saver of savers) await versionNow(saver);
    expect(refusals).toEqual([]);
    expect(Math.min(...savers.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(ROUNDS);
  });

  /** Until the first of the cases has gone over, or back. */
  async function firstCase(move: string, outcome: 'moved' | 'undone'): Promise<void> {
    for (;;) {
      const rows = await movedCases.page(db, move, { after: '', limit: 1, outcome });
      if (rows.length > 0) return;
      await setTimeout(2);
    }
  }

  const moveOf = (id: string): Promise<MoveView> => {
    const { second } = officers;
    return second.must(second.get<MoveView>(`/api/moves/${id}`));
  };
  const reached = (id: string, status: MoveView['status']) =>
    expect.poll(async () => (await moveOf(id)).status, { timeout: 60_000 }).toBe(status);
  /** The cases of which the trail tells this of a move. */
  async function trail(action: string, move: string): Promise<string[]> {
    const { author } = officers;
    const { rows } = await author.must(author.get<AuditPage>(`/api/audit?action=${action}`));
    return rows.filter(({ detail }) => asObject(detail).move === move).map(({ subject }) => subject ?? '');
  }
});
