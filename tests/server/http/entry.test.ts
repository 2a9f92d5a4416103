import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '#core/model/wire/index.ts';
import { openSetups } from '#server/services/accounts/index.ts';
import { audit, setups } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';
import { codeAt } from '../../support/authenticator.ts';

type Code = { code: string };

const MINUTE = 60_000;

describe.each(mainly('sqlite'))('logging in, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let now = new Date('2026-08-01T09:00:00.000Z');
  const pass = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
  });
  afterAll(() => server?.stop());

  const try_ = (username: string, password: string, more: object = {}) =>
    server.client().prove<Code>('/api/session', { username, password, ...more });

  describe('the first administrator', () => {
    const link = () => `/api/setup/${server.setups[0]?.token}`;
    const user = async () => ({
      name: 'Officer (test)',
      username: 'city',
      password: PASSWORD,
      question: 'street',
      answer: 'blue',
    });

    it('is made by a link that names the organisation and role', async () => {
      expect(server.setups).toHaveLength(1);
      const { body } = await server.client().get(link());
      expect(body).toEqual({ organisation: 'Test City Parks Office', roleTitle: 'Parks officer' });
    });

    it('is not stored readable', async () => {
      const hash = createHash('sha256')
        .update(server.setups[0]?.token ?? '')
        .digest('hex');
      expect((await setups.get(server.services.db, hash))?.role).toBe('officer');
      expect(server.setups[0]?.token).toMatch(/^[0-9A-Za-z_-]{43}$/);
    });

    it('refuses a wrong link like an unknown one, and a common password', async () => {
      const wrong = await server.client().post<Code>('/api/setup/nothing', await user());
      expect([wrong.status, wrong.body.code]).toEqual([404, 'not-found']);
      const common = await server.client().post<Code>(link(), { ...(await user()), password: 'Admin@2026' });
      expect(common.body.code).toBe('password-common');
    });

    it('works once, then no other link is made', async () => {
      stage = await Stage.open(server);
      expect((await server.client().get(link())).status).toBe(404);
      expect((await server.client().post(link(), await user())).status).toBe(404);
      expect(await openSetups(server.services)).toEqual([]);
    });
  });

  describe('a refused login', () => {
    it('gets the same answer for every reason; only who knows the password hears that the account is frozen', async () => {
      const gardener = await stage.person('gardener-a');
      const { registration } = (await gardener.get<SessionView>('/api/session')).body;
      const before = await try_('gardener-a', 'Wrong-Horse-7');
      await stage.fire(await stage.organisation('north-gardens'), registration ?? '', 'FREEZE');
      const answers = [
        before,
        await try_('gardener-a', 'Wrong-Horse-7'),
        await try_('nobody-at-all', PASSWORD),
      ].map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }));
      expect(new Set(answers).size).toBe(1);
      expect((await try_('gardener-a', PASSWORD)).body.code).toBe('login-frozen');
      await stage.fire(await stage.organisation('north-gardens'), registration ?? '', 'UNFREEZE');
      expect((await try_('gardener-a', PASSWORD)).status).toBe(200);
    });

    it('is stopped after ten failures, whatever a forged header says, and only from that address', async () => {
      pass(60 * MINUTE);
      const codes: string[] = [];
      for (let at = 0; at < 12; at += 1) {
        const client = server.client();
        const body = JSON.stringify({
          username: 'brute',
          password: 'Wrong-Horse-7',
          proof: await client.proof(),
        });
        const response = await fetch(`${server.origin}/api/session`, {
          method: 'POST',
          headers: {
            origin: server.origin,
            'content-type': 'application/json',
            'x-forwarded-for': `10.0.0.${at}`,
          },
          body,
        });
        codes.push(((await response.json()) as Code).code);
      }
      expect(codes.filter((code) => code === 'login-failed')).toHaveLength(10);
      expect(codes.slice(10)).toEqual(['too-many', 'too-many']);
      expect((await try_('gardener-a', PASSWORD)).status).toBe(200);
    });

    it.each(['Ab1 '.repeat(50), '密码密码 Ab1 🔑', 'Trailing-Space-7 ', 'Nul-\u0000-Inside-7'])(
      'takes the password %j exactly or not at all',
      async (next) => {
        pass(20 * MINUTE);
        const gardener = await stage.logIn('gardener-a');
        const change = { current: PASSWORD, next };
        expect((await gardener.put('/api/session/password', change)).status).toBe(200);
        for (const other of [next.trim(), next.slice(0, 12), next.replace('\u0000', '')].filter(
          (one) => one !== next,
        ))
          expect((await try_('gardener-a', other)).status).toBe(401);
        expect((await try_('gardener-a', next)).status).toBe(200);
        await gardener.must(gardener.put('/api/session/password', { current: next, next: PASSWORD }));
      },
    );

    it('takes no password of more than two hundred characters', async () => {
      const gardener = await stage.logIn('gardener-a');
      const change = { current: PASSWORD, next: `${'Ab1 '.repeat(50)}x` };
      expect((await gardener.put('/api/session/password', change)).status).toBe(400);
    });
  });

  describe('the second factor', () => {
    let gardener: Client;
    let secret: string;
    const code = () => codeAt(secret, now);
    const at = '/api/session/second-factor';

    it('counts from its first right code on', async () => {
      pass(60 * MINUTE);
      gardener = await stage.logIn('gardener-a');
      const begun = await gardener.must(gardener.post<{ secret: string; uri: string }>(at, undefined));
      secret = begun.secret;
      expect(begun.uri).toContain(`secret=${begun.secret}`);
      expect((await try_('gardener-a', PASSWORD)).body).toEqual({});
      expect((await gardener.put<Code>(at, { code: '000000' })).body.code).toBe('wrong-code');
      await gardener.must(gardener.put(at, { code: code() }));
      expect((await gardener.get<SessionView>('/api/session')).body.user.secondFactor).toBe(true);
      expect((await gardener.post<Code>(at, undefined)).body.code).toBe('second-factor-on');
    });

    it('asks for a code besides the right password, and takes each code once', async () => {
      pass(MINUTE);
      const asked = await try_('gardener-a', PASSWORD);
      expect([asked.status, asked.body, asked.headers.getSetCookie()]).toEqual([
        200,
        { secondFactor: true },
        [],
      ]);
      expect((await try_('gardener-a', PASSWORD, { code: '000000' })).body.code).toBe('wrong-code');
      expect((await try_('gardener-a', 'Wrong-Horse-7', { code: code() })).body.code).toBe('login-failed');
      const used = code();
      expect((await try_('gardener-a', PASSWORD, { code: used })).body).toEqual({});
      expect((await try_('gardener-a', PASSWORD, { code: used })).body.code).toBe('wrong-code');
    });

    it('is sealed in the store', async () => {
      const [rows] = await server.services.db.sequelize.query('SELECT secret FROM second_factors');
      expect(JSON.stringify(rows)).toContain('sealed:1:');
    });

    it('is removed with a right code only', async () => {
      pass(MINUTE);
      expect((await gardener.send<Code>('DELETE', at, { code: '000000' })).body.code).toBe('wrong-code');
      await gardener.must(gardener.send('DELETE', at, { code: code() }));
      expect((await try_('gardener-a', PASSWORD)).body).toEqual({});
    });

    it('is required of the roles that the programme names, before anything else', async () => {
      pass(MINUTE);
      const city = await stage.logIn('city');
      const made = await city.must(
        city.post<{ password: string }>('/api/accounts', {
          name: 'Second',
          username: 'second',
          role: 'officer',
        }),
      );
      const second = await stage.logIn('second', made.password);
      expect((await second.get<Code>('/api/accounts')).status).toBe(403);
      const bare = { current: made.password, next: PASSWORD };
      expect((await second.put<Code>('/api/session/password', bare)).body.code).toBe('question-missing');
      const change = { ...bare, ...(await stage.question()) };
      await second.must(second.put('/api/session/password', change));
      const { user } = (await second.get<SessionView>('/api/session')).body;
      expect([user.mustEnrol, user.abilities, user.hasQuestion]).toEqual([true, [], true]);
      for (const path of ['/api/accounts', '/api/queues', '/api/audit', '/api/applications'])
        expect((await second.get<Code>(path)).body.code).toBe('enrol-first');
      expect((await try_('second', made.password)).body.code).toBe('login-failed');
    });
  });

  it('records every step in the audit trail', async () => {
    const { rows } = await audit.list(server.services.db, { limit: 200 });
    const actions = new Set(rows.map((row) => row.action));
    for (const action of [
      'setup-open',
      'setup',
      'login',
      'login-failed',
      'change-password',
      'second-factor-begin',
      'second-factor-on',
      'second-factor-off',
      'add-user',
      'register',
    ])
      expect(actions).toContain(action);
    pass(MINUTE);
    const city = await stage.logIn('city');
    const { body } = await city.get('/api/audit/verification');
    expect(body).toMatchObject({ ok: true, firstBroken: null, rows: (rows[0]?.seq ?? 0) + 1 });
  });
});
