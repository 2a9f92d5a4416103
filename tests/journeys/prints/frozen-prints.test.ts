/** What was delivered stays as it was printed: whatever dies meanwhile, whatever becomes of the case afterwards. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttestationView, FrozenPrints, JobPage, SheetSettings } from '#core/model/wire/index.ts';
import { withContentCleanup } from '#server/services/ground/index.ts';
import { cases, frozenPrints, jobs } from '#server/store/index.ts';
import { isFull } from '../../promises/scale.ts';
import { createDatabase, type TestDatabase } from '../../support/databases.ts';
import { Client } from '../client.ts';
import { configFor, HEALTH, startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Mortal } from '../publishing/mortal.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const FORM = 'review-form';
const KIND = 'freeze-print';
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const LONG = { timeout: 120_000, interval: 20 };

// A dozen prints and three starts: a part of the full run.
describe.runIf(isFull && existsSync(CHROMIUM)).each(databaseKinds)(
  'official prints are frozen, on %s',
  (kind) => {
    let folder: string;
    let database: TestDatabase;
    let server: TestServer;
    let stage: Stage;
    let doctor: Client;
    let commission: Client;
    let municipal: Client;
    let operator: Client;
    let id: string;
    /** The form of the first delivery. */
    let first: Buffer;
    let firstPrint: string;
    const now = new Date('2026-11-21T02:00:00Z');

    /** `jobsAtOnce` 0: whatever is asked for waits. */
    const start = (jobsAtOnce: number, port = 0): Promise<TestServer> =>
      startServer({
        definitions: HEALTH,
        kind: 'sqlite',
        clock: () => now,
        changes: { port, jobsAtOnce, ...shared() },
      });
    const shared = () => ({
      databaseUrl: database.url,
      dataDir: folder,
      filesDir: join(folder, 'files'),
      chromiumPath: CHROMIUM,
    });
    const fetched = async (path: string, { origin, cookie } = doctor): Promise<Buffer> => {
      const response = await fetch(`${origin}${path}`, { headers: { cookie } });
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    };
    const list = async (who = doctor): Promise<FrozenPrints['prints']> =>
      (await who.must(who.get<FrozenPrints>(`/api/cases/${id}/frozen-prints`))).prints;
    const formOf = (prints: FrozenPrints['prints']) => prints.filter(({ sheet }) => sheet === FORM);
    const page = async (): Promise<string> => (await doctor.get(`/api/cases/${id}/sheets/${FORM}.html`)).text;
    const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const stored = (): string[] =>
      readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name);
    async function deliver(): Promise<void> {
      await stage.passAll(id, ['township-a', 'commission-a'], OPINION);
      await commission.must(commission.post('/api/batches/application/DELIVER', { confirmCount: 1 }));
    }
    const ask = async (code: string): Promise<AttestationView> => {
      const facts = ['姓名', '申报职称'].map((title) => beside(html, title));
      return (await new Client(server.origin).post<AttestationView>('/api/attestations', { code, facts }))
        .body;
    };
    let html: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'frozen-'));
      database = await createDatabase(kind);
      server = await start(0);
      stage = await Stage.open(server);
      commission = await stage.organisation('commission-a');
      municipal = await stage.organisation('municipal');
      operator = await stage.organisation('municipal-operator');
      doctor = await stage.person('pending-own-gp');
      id = await stage.fill(doctor, 'primary-general-practice-complete');
      await stage.fire(doctor, id, 'SUBMIT');
    });
    afterAll(async () => {
      await server?.stop();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    });

    it('there is none before the case is delivered', async () => {
      expect(await list()).toEqual([]);
      const { schema } = await doctor.must(
        doctor.get<SheetSettings>(`/api/cases/${id}/sheets/${FORM}/settings`),
      );
      expect(schema).toBeTruthy();
    });

    it('is given out as soon as the case is delivered, while nobody has printed it', async () => {
      await deliver();
      const prints = await list();
      expect(prints.map(({ sheet, round, isOfficial }) => [sheet, round, isOfficial]).sort()).toEqual([
        ['publicity-sheet', 1, true],
        ['review-form', 1, true],
      ]);
      firstPrint = formOf(prints)[0]?.id ?? '';
      expect(await frozenPrints.get(server.services.db, firstPrint)).toMatchObject({
        sha256: null,
        round: 1,
      });
      first = await fetched(`/api/cases/${id}/sheets/${FORM}.pdf`);
      html = await page();
      expect(CODE.exec(html)?.[0]).toBe((await frozenPrints.get(server.services.db, firstPrint))?.code);
    });

    it('what waits to be printed is no open text', async () => {
      const row = await frozenPrints.get(server.services.db, firstPrint);
      expect(row?.papers).toMatch(/^sealed:/);
      expect(row?.papers).not.toContain('review');
    });

    it('is printed by another process when one dies over it', async () => {
      const port = Number(new URL(server.origin).port);
      await server.close();
      const config = configFor(
        { ...shared(), definitionsDir: HEALTH, demo: false },
        { ...shared(), port, jobsAtOnce: 1 },
      );
      const mortal = new Mortal(config, now);
      const line = async () =>
        (await operator.must(operator.get<JobPage>('/api/jobs'))).rows.filter((job) => job.kind === KIND);
      await mortal.start();
      await expect
        .poll(async () => (await line()).some(({ status }) => status === 'running'), LONG)
        .toBe(true);
      await mortal.kill();
      await mortal.later(10);
      await mortal.start();
      const isOver = async (): Promise<boolean> => {
        // What did not succeed on a busy machine is due again a little later.
        await mortal.later(1);
        return (await line()).every(({ status }) => status === 'done');
      };
      await expect.poll(isOver, { timeout: 240_000, interval: 5000 }).toBe(true);
      const done = await line();
      expect(done).toHaveLength(2);
      expect(Math.max(...done.map(({ attempts }) => attempts))).toBeGreaterThanOrEqual(2);
      await mortal.kill();
      // The people of the stage go on with it.
      Object.assign(server, await start(0, port));
    });

    it('is kept by its content, with a row in the trail, and nothing is left to be printed', async () => {
      const row = await frozenPrints.get(server.services.db, firstPrint);
      expect(row).toMatchObject({ papers: null, sha256: hashOf(first), bytes: first.length });
      expect(stored()).toContain(hashOf(first));
      expect((await fetched(`/api/cases/${id}/frozen-prints/${firstPrint}`)).equals(first)).toBe(true);
      const { rows } = await municipal.must(
        municipal.get<{ rows: { detail: object }[] }>(`/api/audit?action=print-frozen&subject=${id}`),
      );
      expect(rows.map(({ detail }) => detail)).toContainEqual({
        sheet: FORM,
        round: 1,
        sha256: hashOf(first),
      });
    });

    it('is what everybody is given, and cannot be set otherwise any more', async () => {
      for (const who of [doctor, commission, municipal])
        expect((await fetched(`/api/cases/${id}/sheets/${FORM}.pdf`, who)).equals(first)).toBe(true);
      const set = await doctor.put<{ code: string }>(`/api/cases/${id}/sheets/${FORM}/settings`, {
        fontSize: 12,
      });
      expect([set.status, set.body.code]).toEqual([409, 'sheet-frozen']);
      const other = await stage.person('draft-clinical');
      expect((await other.get(`/api/cases/${id}/frozen-prints/${firstPrint}`)).status).toBe(404);
      expect((await other.get(`/api/cases/${id}/frozen-prints`)).status).toBe(404);
    });

    it('is found by its code, with the day on which it was frozen', async () => {
      const code = CODE.exec(html)?.[0] ?? '';
      expect(await ask(code)).toMatchObject({
        issued: true,
        validity: 'current',
        frozenAt: now.toISOString(),
      });
    });

    it('stays when the case comes back, and counts no more', async () => {
      await stage.fire(municipal, id, 'SEND_BACK', { opinion: '请更正。' });
      expect(formOf(await list())).toMatchObject([{ id: firstPrint, round: 1, isOfficial: false }]);
      expect((await fetched(`/api/cases/${id}/frozen-prints/${firstPrint}`)).equals(first)).toBe(true);
      expect((await fetched(`/api/cases/${id}/sheets/${FORM}.pdf`)).equals(first)).toBe(false);
      expect(await ask(CODE.exec(html)?.[0] ?? '')).toMatchObject({ issued: true, validity: 'void' });
    });

    it('is frozen anew in the next round, and both stay', async () => {
      await doctor.must(doctor.put(`/api/cases/${id}/sheets/${FORM}/settings`, { fontSize: 12 }));
      await stage.fire(doctor, id, 'SUBMIT');
      await deliver();
      const prints = formOf(await list());
      expect(prints.map(({ round, isOfficial }) => [round, isOfficial])).toEqual([
        [2, true],
        [1, false],
      ]);
      const second = await fetched(`/api/cases/${id}/sheets/${FORM}.pdf`);
      expect(second.equals(first)).toBe(false);
      expect((await fetched(`/api/cases/${id}/frozen-prints/${firstPrint}`)).equals(first)).toBe(true);
    });

    it('goes with its case, printed or waiting', async () => {
      const waiting = (await jobs.list(server.services.db, { status: 'waiting', after: null, limit: 50 }))
        .rows;
      expect(waiting.some((job) => job.kind === KIND)).toBe(true);
      await withContentCleanup(server.services, null, async (tx, orphanedHashes) => {
        orphanedHashes.push(...(await cases.erase(tx, id)));
      });
      expect(await frozenPrints.ofCase(server.services.db, id)).toEqual([]);
      expect(stored()).not.toContain(hashOf(first));
      expect(await ask(CODE.exec(html)?.[0] ?? '')).toEqual({ issued: false });
      const port = Number(new URL(server.origin).port);
      await server.close();
      Object.assign(server, await start(1, port));
      const one = waiting.find((job) => job.kind === KIND)?.id ?? '';
      await expect
        .poll(async () => jobs.get(server.services.db, one), LONG)
        .toMatchObject({ status: 'done', result: { frozen: false } });
    });
  },
);

/** What stands on a print beside a heading. */
const beside = (html: string, title: string): string =>
  new RegExp(`>${title}</th><td[^>]*>([^<]+)<`).exec(html)?.[1] ?? '';
