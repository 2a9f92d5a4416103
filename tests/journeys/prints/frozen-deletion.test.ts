/**
 * P34 for what was delivered: the frozen PDF goes with its case in every way in which the product deletes one, and with
 * nothing else. By its term: `retention/retention.test.ts`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttestationView, FrozenPrints, SessionView } from '#core/model/wire/index.ts';
import { clearExpired } from '#server/services/ground/index.ts';
import { frozenPrints, jobs } from '#server/store/index.ts';
import { everyRow } from '../../promises/dump.ts';
import { isFull } from '../../promises/scale.ts';
import { Client } from '../client.ts';
import { HEALTH, startServer, type TestServer } from '../harness.ts';
import { databaseKinds } from '../kinds.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const FORM = 'review-form';
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const DAY = 86_400_000;
const CANARY = '金丝雀留存测试';

// Half a dozen prints on each database: a part of the full run.
describe.runIf(isFull && existsSync(CHROMIUM)).each(databaseKinds)(
  'frozen prints are deleted, on %s',
  (kind) => {
    let server: TestServer;
    let stage: Stage;
    let commission: Client;
    let municipal: Client;
    let township: Client;
    let now = new Date('2026-11-21T02:00:00Z');
    /** The case that its person has deleted. */
    let erased = '';

    beforeAll(async () => {
      server = await startServer({
        definitions: HEALTH,
        kind,
        clock: () => now,
        changes: { chromiumPath: CHROMIUM, jobsAtOnce: 1 },
      });
      stage = await Stage.open(server);
      commission = await stage.organisation('commission-a');
      municipal = await stage.organisation('municipal');
      township = await stage.organisation('township-a');
    });
    afterAll(() => server?.stop());

    type Delivered = { person: Client; id: string; code: string; facts: string[]; hashes: string[] };

    /** An application that was delivered, with its prints frozen and made. */
    async function delivered(name: string, changes = {}): Promise<Delivered> {
      const person = await stage.person('pending-own-gp', name, changes);
      const id = await stage.fill(person, 'primary-general-practice-complete');
      await stage.fire(person, id, 'SUBMIT');
      await stage.passAll(id, ['township-a', 'commission-a'], OPINION);
      await commission.must(commission.post('/api/batches/application/DELIVER', { confirmCount: 1 }));
      await expect.poll(async () => (await hashesOf(id)).length, { timeout: 120_000, interval: 200 }).toBe(2);
      const html = (await person.get(`/api/cases/${id}/sheets/${FORM}.html`)).text;
      const facts = ['姓名', '申报职称'].map((title) => beside(html, title));
      return { person, id, code: CODE.exec(html)?.[0] ?? '', facts, hashes: await hashesOf(id) };
    }

    async function hashesOf(id: string): Promise<string[]> {
      const rows = await frozenPrints.ofCase(server.services.db, id);
      return rows.flatMap(({ sha256 }) => sha256 ?? []);
    }
    const stored = (): string[] =>
      readdirSync(server.folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name);
    const ask = async ({ code, facts }: Delivered): Promise<AttestationView> =>
      (await new Client(server.origin).post<AttestationView>('/api/attestations', { code, facts })).body;
    const listed = ({ person, id }: Delivered) => person.get<FrozenPrints>(`/api/cases/${id}/frozen-prints`);
    const trail = async (id: string) =>
      (
        await municipal.must(
          municipal.get<{ rows: { action: string; detail: object; subjectName: string }[] }>(
            `/api/audit?subject=${id}`,
          ),
        )
      ).rows;
    const registrationOf = async (person: Client): Promise<string> =>
      (await person.get<SessionView>('/api/session')).body.registration ?? '';

    it('stays where the case is withdrawn, and is void', async () => {
      const one = await delivered('withdrawn', { idNumber: '500000198001015015' });
      expect(await ask(one)).toMatchObject({ issued: true, validity: 'current' });
      await stage.fire(municipal, one.id, 'SEND_BACK', { opinion: '请更正。' });
      await stage.fire(commission, one.id, 'WITHDRAW', { reason: '本人申请终止。' });
      expect(await hashesOf(one.id)).toEqual(one.hashes);
      expect(stored()).toEqual(expect.arrayContaining(one.hashes));
      const view = await ask(one);
      expect(view).toMatchObject({ issued: true, validity: 'void' });
      for (const fact of one.facts) expect(JSON.stringify(view)).not.toContain(fact);
    });

    it('stays where the account cannot be deleted, since what was delivered stands', async () => {
      const one = await delivered('standing-case', { idNumber: '500000198001015031' });
      const refused = await stage.refused(township, await registrationOf(one.person), 'DELETE');
      expect([refused.status, refused.body.code]).toEqual([409, 'account-in-use']);
      expect(await hashesOf(one.id)).toEqual(one.hashes);
      expect(await ask(one)).toMatchObject({ issued: true, validity: 'current' });
    });

    it('goes at once where its person deletes the application, with all that is derived from it', async () => {
      const one = await delivered('deleted', { name: CANARY, idNumber: '500000198001015058' });
      await stage.fire(municipal, one.id, 'SEND_BACK', { opinion: '请更正。' });
      await stage.fire(one.person, one.id, 'SUBMIT');
      await stage.fire(one.person, one.id, 'DELETE');
      expect(await frozenPrints.ofCase(server.services.db, one.id)).toEqual([]);
      expect(stored().filter((name) => one.hashes.includes(name))).toEqual([]);
      expect(await ask(one)).toEqual({ issued: false });
      expect((await listed(one)).status).toBe(404);
      // The trail alone knows that there was one: without an answer, or the code. Who acted has a name while they have an account.
      const rows = await trail(one.id);
      erased = one.id;
      expect(rows.map(({ action }) => action)).toContain('print-frozen');
      const details = JSON.stringify(rows.map(({ detail, subjectName }) => [detail, subjectName]));
      for (const text of [one.code, ...one.facts]) expect(details).not.toContain(text);
    });

    it('and nothing of the person is left a day after their account is deleted, too', async () => {
      const person = await stage.person('pending-own-gp', 'deleted');
      expect((await everyRow(server.services.db)).join('\n')).toContain(CANARY);
      await stage.fire(township, await registrationOf(person), 'DELETE');
      now = new Date(now.getTime() + DAY);
      await clearExpired(server.services);
      await server.services.files.sweep();
      expect((await everyRow(server.services.db)).filter((row) => row.includes(CANARY))).toEqual([]);
      await stage.logInAgain('municipal');
      municipal = await stage.organisation('municipal');
      expect(JSON.stringify(await trail(erased))).not.toContain(CANARY);
      const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      );
      for (const { parentPath, name } of files.filter(({ name: one }) => !/sqlite/.test(one)))
        expect((await readFile(join(parentPath, name))).includes(CANARY), name).toBe(false);
      const waiting = await jobs.list(server.services.db, { status: 'failed', after: null, limit: 50 });
      expect(waiting.rows).toEqual([]);
    });
  },
);

/** What stands on a print beside a heading. */
const beside = (html: string, title: string): string =>
  new RegExp(`>${title}</th><td[^>]*>([^<]+)<`).exec(html)?.[1] ?? '';
