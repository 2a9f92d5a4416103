import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, JobPage } from '#core/model/wire/index.ts';
import { tokenHash } from '#server/crypto/index.ts';
import { type Route, routes } from '#server/http/index.ts';
import { readFolder } from '#server/load/index.ts';
import { sessions, users } from '#server/store/index.ts';
import type { Answer, Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds, type Kind } from '../journeys/kinds.ts';
import { type Officers, officersOf, viewDraft } from '../journeys/publishing/publish.ts';
import { PASSWORD, Stage } from '../journeys/stage.ts';
import { codeAt } from '../support/authenticator.ts';
import { honestPdf } from '../support/pdfs.ts';
import { dump } from './dump.ts';

const OPINION = { opinion: 'In favour' };
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** A write that is accepted as things stand, by whoever does it. */
type Write = { who: Client; send: () => Promise<Answer> };

/** What people may do that is stored, and what is read and leaves a row in the trail. */
const WRITES = routes
  .filter((route) => route.access !== 'public' && route.method !== 'GET')
  .map(nameOf)
  .concat('GET /api/cases/:id/sensitive');

describe.each(databaseKinds)(
  'F2: whoever was sent away while a request was on its way, on %s',
  (kind: Kind) => {
    let server: TestServer;
    let stage: Stage;
    let city: Client;
    let association: Client;
    let officers: Officers;
    let ahead = 0;
    beforeAll(async () => {
      server = await startServer({ definitions: GARDEN, kind, clock: () => new Date(Date.now() + ahead) });
      stage = await Stage.open(server);
      city = await stage.organisation('city');
      association = await stage.organisation('north-gardens');
      officers = await officersOf(stage);
      await stage.organisation('quay-gardens');
      onOpening();
    });
    afterAll(() => server?.stop());

    let meanwhile: (() => Promise<void>) | null = null;

    /** Before the next transaction opens, something happens that the request has not seen. */
    function onOpening(): void {
      const { db } = server.services;
      const { gate } = db;
      const opening = async <R>(work: () => Promise<R>): Promise<R> => {
        const happens = meanwhile;
        meanwhile = null;
        await happens?.();
        return gate(work);
      };
      Object.assign(db, { gate: opening });
    }

    const sessionOf = (client: Client) => sessions.get(server.services.db, tokenHash(secretOf(client)));

    /** Sends it while the session ends, or the account is frozen, and puts everything back. */
    async function sentAway(write: Write, how: 'logged out' | 'frozen'): Promise<number> {
      const { db } = server.services;
      const session = await sessionOf(write.who);
      if (!session) throw new Error('nobody is logged in');
      meanwhile = async () => {
        if (how === 'logged out') await sessions.remove(db, session.idHash);
        else await setStatus(session.userId, 'frozen');
      };
      const { status } = await write.send();
      expect(meanwhile, 'a transaction was opened').toBeNull();
      if (how === 'frozen') await setStatus(session.userId, 'active');
      else await sessions.create(db, session);
      return status;
    }

    async function setStatus(id: string, status: 'frozen' | 'active'): Promise<void> {
      const user = await users.get(server.services.db, id);
      if (user) await users.update(server.services.db, id, user.version, { status });
    }

    let number = 0;
    async function gardener(): Promise<Client> {
      number += 1;
      return stage.person('gardener-a', `away-${number}`, { cardNumber: `AW${100_000 + number}` });
    }

    async function application(): Promise<{ who: Client; id: string }> {
      const who = await gardener();
      return { who, id: await stage.fill(who, 'complete') };
    }

    async function handedIn(): Promise<string> {
      const { who, id } = await application();
      await stage.fire(who, id, 'SUBMIT');
      return id;
    }

    const version = async (who: Client, id: string): Promise<number> => (await stage.view(who, id)).version;

    async function staff(): Promise<{ id: string; username: string; password: string }> {
      number += 1;
      const made = { name: 'Hand', username: `hand-${number}`, role: 'secretary' };
      return association.must(association.post('/api/accounts', made));
    }

    async function child(): Promise<string> {
      number += 1;
      const made = { kind: 'safety', name: `Safety ${number}`, username: `safety-${number}` };
      const { organisation } = await association.must(
        association.post<{ organisation: string }>('/api/organisations', made),
      );
      return organisation;
    }

    async function draft(): Promise<string> {
      const made = city.post<{ id: string }>('/api/drafts', { title: 'Next', cycle: '2026H2' });
      return (await city.must(made)).id;
    }

    /** A code of the second factor serves once, so that time goes on before the next one. */
    function codeOf(username: string): string | undefined {
      ahead += 60_000;
      return stage.code(username);
    }

    const changesAt = (length: number, text: string) => ({
      length,
      changes: [{ kind: 'setText', part: 'programme', way: ['title'], text }],
    });

    async function changedDraft(): Promise<string> {
      number += 1;
      const id = await draft();
      await city.must(city.post(`/api/drafts/${id}/changes`, changesAt(0, `Gardens ${number}`)));
      return id;
    }

    const ACTS: Record<string, () => Promise<Write>> = {
      'DELETE /api/session': async () => {
        const who = await gardener();
        return { who, send: () => who.delete('/api/session') };
      },
      'PUT /api/session/password': async () => {
        const who = await gardener();
        const change = { current: PASSWORD, next: 'Left-Horse-8' };
        return { who, send: () => who.put('/api/session/password', change) };
      },
      'PUT /api/session/language': async () => {
        const who = await gardener();
        return { who, send: () => who.put('/api/session/language', { language: 'zh-CN' }) };
      },
      'POST /api/session/second-factor': async () => {
        const who = await gardener();
        return { who, send: () => who.post('/api/session/second-factor', undefined) };
      },
      'PUT /api/session/second-factor': async () => {
        const who = await gardener();
        const { secret } = await who.must(
          who.post<{ secret: string }>('/api/session/second-factor', undefined),
        );
        return {
          who,
          send: () =>
            who.put('/api/session/second-factor', { code: codeAt(secret, server.services.clock()) }),
        };
      },
      'DELETE /api/session/second-factor': async () => {
        const who = await gardener();
        const { secret } = await who.must(
          who.post<{ secret: string }>('/api/session/second-factor', undefined),
        );
        const code = (ahead: number) => ({ code: codeAt(secret, new Date(Date.now() + ahead)) });
        await who.must(who.put('/api/session/second-factor', code(0)));
        return { who, send: () => who.send('DELETE', '/api/session/second-factor', code(30_000)) };
      },
      'POST /api/organisations': async () => {
        number += 1;
        const made = { kind: 'safety', name: `Safety ${number}`, username: `safety-${number}` };
        return { who: association, send: () => association.post('/api/organisations', made) };
      },
      'DELETE /api/organisations/:id': async () => {
        const id = await child();
        return { who: association, send: () => association.delete(`/api/organisations/${id}`) };
      },
      'PUT /api/organisations/:id/parent': async () => {
        const id = stage.idOf('quay-gardens');
        const body = { parent: stage.idOf('city') };
        return { who: city, send: () => city.put(`/api/organisations/${id}/parent`, body) };
      },
      'POST /api/accounts': async () => {
        number += 1;
        const made = { name: 'Hand', username: `hand-${number}`, role: 'secretary' };
        return { who: association, send: () => association.post('/api/accounts', made) };
      },
      'PUT /api/accounts/:id': async () => {
        const { id } = await staff();
        return { who: association, send: () => association.put(`/api/accounts/${id}`, { status: 'frozen' }) };
      },
      'DELETE /api/accounts/:id': async () => {
        const { id } = await staff();
        return { who: association, send: () => association.delete(`/api/accounts/${id}`) };
      },
      'POST /api/accounts/:id/password': async () => {
        const { id } = await staff();
        return {
          who: association,
          send: () => association.post(`/api/accounts/${id}/password`, undefined),
        };
      },
      'POST /api/applications': async () => {
        const who = await gardener();
        const { offered } = await who.must(who.get<HomeView>('/api/applications'));
        return { who, send: () => who.post('/api/applications', { category: offered[0]?.id }) };
      },
      'PUT /api/cases/:id/sections/:section': async () => {
        const { who, id } = await application();
        const { version: read, value } = (await stage.view(who, id)).sections.plan ?? {};
        return { who, send: () => who.put(`/api/cases/${id}/sections/plan`, { version: read, value }) };
      },
      'POST /api/cases/:id/events': async () => {
        const { who, id } = await application();
        const event = { event: 'SUBMIT', version: await version(who, id) };
        return { who, send: () => who.post(`/api/cases/${id}/events`, event) };
      },
      'POST /api/events': async () => {
        const id = await handedIn();
        const list = [{ id, version: await version(association, id) }];
        const body = { event: 'PASS', cases: list, input: OPINION };
        return { who: association, send: () => association.post('/api/events', body) };
      },
      'POST /api/batches/:route/:event': async () => {
        for (const id of await stage.queue(association, 'application', 'todo'))
          await stage.fire(association, id, 'PASS', OPINION);
        for (const id of await stage.queue(city, 'application', 'todo'))
          await stage.fire(city, id, 'PASS', OPINION);
        const { count } = await stage.batch(city, 'application', 'AWARD');
        return {
          who: city,
          send: () => city.post('/api/batches/application/AWARD', { confirmCount: count }),
        };
      },
      'PUT /api/cases/:id/files': async () => {
        const { who, id } = await application();
        const content = await honestPdf();
        const query = 'section=photos&slot=consent&name=again.pdf';
        return { who, send: () => who.upload(`/api/cases/${id}/files?${query}`, content) };
      },
      'DELETE /api/files/:id': async () => {
        const { who, id } = await application();
        const file = await stage.attach(who, id, { section: 'photos', slot: 'consent' });
        return { who, send: () => who.delete(`/api/files/${file.id}`) };
      },
      'PUT /api/cases/:id/sheets/:sheet/settings': async () => {
        const { who, id } = await application();
        return { who, send: () => who.put(`/api/cases/${id}/sheets/card/settings`, { fontSize: 9 }) };
      },
      'PUT /api/cycles/:cycle': async () => {
        const read = await city.must(
          city.get<{ cycles: { window: object; version: number }[] }>('/api/cycles'),
        );
        const { window, version: at } = read.cycles[0] ?? {};
        return { who: city, send: () => city.put('/api/cycles/2026H2', { ...window, version: at }) };
      },
      'GET /api/cases/:id/sensitive': async () => {
        const id = await handedIn();
        return {
          who: association,
          send: () => association.get(`/api/cases/${id}/sensitive?section=person&path=/cardNumber`),
        };
      },
      'POST /api/rosters/:id': async () => ({
        who: association,
        send: () => association.post('/api/rosters/members', { queue: 'todo' }),
      }),
      'POST /api/jobs': async () => ({
        who: city,
        send: () => city.post('/api/jobs', { kind: 'clear-expired' }),
      }),
      'POST /api/drafts': async () => ({
        who: city,
        send: () => city.post('/api/drafts', { title: 'Next', cycle: '2026H2' }),
      }),
      'PUT /api/drafts': async () => {
        const files = (await readFolder(GARDEN)).map(({ path, text }) => ({ path, text }));
        const body = Buffer.from(JSON.stringify({ files }));
        return { who: city, send: () => city.upload('/api/drafts?title=Next', body) };
      },
      'POST /api/drafts/:id/changes': async () => {
        const id = await draft();
        return { who: city, send: () => city.post(`/api/drafts/${id}/changes`, changesAt(0, 'Soon')) };
      },
      'POST /api/drafts/:id/undo': async () => {
        const id = await changedDraft();
        return { who: city, send: () => city.post(`/api/drafts/${id}/undo`, { length: 1, act: 1 }) };
      },
      'POST /api/drafts/:id/remarks': async () => {
        const id = await draft();
        return { who: city, send: () => city.post(`/api/drafts/${id}/remarks`, { text: 'Read it' }) };
      },
      'POST /api/drafts/:id/submit': async () => {
        const id = await changedDraft();
        const { source } = await viewDraft(city, id);
        return { who: city, send: () => city.post(`/api/drafts/${id}/submit`, { source }) };
      },
      'POST /api/drafts/:id/discard': async () => {
        const id = await draft();
        const { source } = await viewDraft(city, id);
        return { who: city, send: () => city.post(`/api/drafts/${id}/discard`, { source }) };
      },
      'POST /api/drafts/:id/approve': async () => {
        const { second, name } = officers;
        const id = await changedDraft();
        const { source } = await viewDraft(city, id);
        await city.must(city.post(`/api/drafts/${id}/submit`, { source }));
        const approval = { source, code: codeOf(name) };
        return { who: second, send: () => second.post(`/api/drafts/${id}/approve`, approval) };
      },
      'POST /api/publications': async () => {
        const { second, name } = officers;
        const back = { cycle: '2026H2', act: 'rollBack', number: 1, why: 'Too soon', code: codeOf(name) };
        return { who: second, send: () => second.post('/api/publications', back) };
      },
      'PUT /api/jobs/:id': async () => {
        // One that waits for its day: no worker takes it meanwhile.
        const { rows } = await city.must(city.get<JobPage>('/api/jobs?status=waiting'));
        const { id } = rows.find(({ kind: of }) => of === 'verify-trail') ?? {};
        return { who: city, send: () => city.put(`/api/jobs/${id}`, { action: 'cancel' }) };
      },
    };

    it('every write has its line here', () => {
      expect(Object.keys(ACTS).sort()).toEqual(WRITES.toSorted());
    });

    it.each(WRITES)('%s stores nothing', async (name) => {
      const write = await ACTS[name]?.();
      if (!write) throw new Error(`no write for ${name}`);
      for (const how of ['logged out', 'frozen'] as const) {
        const before = await stored();
        expect([how, await sentAway(write, how)]).toEqual([how, 401]);
        expect(await stored()).toBe(before);
      }
      const { status, text } = await write.send();
      expect(status, text.slice(0, 300)).toBeLessThan(300);
    });

    /** Every row, but for the versions of users: freezing and its contrary count them up. */
    const stored = async (): Promise<string> =>
      (await dump(server.services.db))
        .split('\n')
        .map((line) => (line.startsWith('users ') ? line.replace(/"version":\d+/, '') : line))
        .join('\n');
  },
);

const secretOf = (client: Client): string => client.cookie.split('=')[1] ?? '';
