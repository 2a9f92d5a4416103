import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '#core/model/wire/index.ts';
import { tokenHash } from '#server/crypto/index.ts';
import { sessions, users } from '#server/store/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { mainly } from '../journeys/kinds.ts';
import { PASSWORD, Stage } from '../journeys/stage.ts';
import { cpuTime, isFull, median, report, scale } from './scale.ts';

const MINUTE = 60_000;
type Answer = { status: number; code: string };

describe.each(mainly('sqlite'))('logging in, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let now = new Date('2026-08-01T09:00:00.000Z');
  const pass = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    await stage.person('gardener-a');
  });
  afterAll(() => server?.stop());

  /** Logs in from an address of the loopback net. */
  async function logIn(username: string, password: string, localAddress = '127.0.0.1'): Promise<Answer> {
    // Slowly enough for the limit of human-check tasks per address and minute.
    pass(300);
    const body = JSON.stringify({ username, password, proof: await server.client().proof() });
    const { hostname, port } = new URL(server.origin);
    const headers = { origin: server.origin, 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const asking = request(
        { hostname, port, method: 'POST', path: '/api/session', headers, localAddress },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              code: (JSON.parse(text) as { code?: string }).code ?? '',
            }),
          );
        },
      );
      asking.on('error', reject);
      asking.end(body);
    });
  }

  it('P12: guessing is bounded, and the right user is not locked out', async () => {
    const tries = scale(40, 1_000);
    let failures = 0;
    for (let at = 0; at < tries; at += 1)
      if ((await logIn('gardener-a', `Wrong-Horse-${at}`)).code === 'login-failed') failures += 1;
    const elsewhere = await logIn('gardener-a', PASSWORD, '127.0.0.2');
    expect(failures).toBeLessThanOrEqual(10);
    expect(elsewhere.status).toBe(200);
    await report('P12 account', { mariadb: kind === 'mariadb', tries, failures, ownerGetsIn: true });
  }, 600_000);

  it('P12: one password over many accounts is stopped by its address', async () => {
    const accounts = scale(130, 1_000);
    let failures = 0;
    const queue = Array.from({ length: accounts }, (_, at) => `spray-${at}`);
    const worker = async () => {
      for (let name = queue.pop(); name; name = queue.pop())
        if ((await logIn(name, PASSWORD, '127.0.0.3')).code === 'login-failed') failures += 1;
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    await report('P12 spray', { mariadb: kind === 'mariadb', accounts, failures });
    expect(failures).toBeLessThanOrEqual(100);
  }, 600_000);

  it('P12: the time of an answer does not tell whether a name exists', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let at = 0; at < scale(10, 500); at += 1)
      for (const which of ['known', 'unknown'] as const) {
        pass(16 * MINUTE);
        const username = which === 'known' ? 'gardener-a' : 'nobody-at-all';
        const body = { username, password: 'Wrong-Horse-7', proof: await server.client().proof() };
        const began = cpuTime();
        await server.client().post('/api/session', body);
        times[which].push(cpuTime() - began);
      }
    const ratio = median(times.known) / median(times.unknown);
    await report('P12 time', { mariadb: kind === 'mariadb', tries: times.known.length, ratio });
    expect(Math.abs(ratio - 1)).toBeLessThan(isFull ? 0.05 : 0.6);
  }, 600_000);

  describe('P13: a session', () => {
    const alive = async (client: Client) => (await client.get('/api/applications')).status === 200;
    const fresh = async () => {
      pass(20 * MINUTE);
      return stage.logIn('gardener-a');
    };
    const caseOf = async (client: Client) =>
      (await client.get<SessionView>('/api/session')).body.registration ?? '';

    it('has a secret of 256 bits that is stored hashed, and a new one at each login', async () => {
      const first = await fresh();
      const secret = first.cookie.split('=')[1] ?? '';
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(await sessions.get(server.services.db, secret)).toBeNull();
      expect(await sessions.get(server.services.db, tokenHash(secret))).not.toBeNull();
      await first.must(first.prove('/api/session', { username: 'gardener-a', password: PASSWORD }));
      expect(first.cookie.split('=')[1]).not.toBe(secret);
    });

    it('ends after 30 idle minutes, and after 12 hours in any case', async () => {
      const idle = await fresh();
      pass(29 * MINUTE);
      expect(await alive(idle)).toBe(true);
      pass(31 * MINUTE);
      expect(await alive(idle)).toBe(false);
      const busy = await fresh();
      for (let quarter = 0; quarter < 47; quarter += 1) {
        pass(15 * MINUTE);
        expect(await alive(busy)).toBe(true);
      }
      pass(16 * MINUTE);
      expect(await alive(busy)).toBe(false);
    });

    it('ends at logout, in one browser and not in the other', async () => {
      const [one, two] = [await fresh(), await fresh()];
      const cookie = one.cookie;
      await one.must(one.delete('/api/session'));
      const replayed = await fetch(`${server.origin}/api/applications`, { headers: { cookie } });
      expect([replayed.status, await alive(two)]).toEqual([401, true]);
    });

    it('ends when the password changes elsewhere', async () => {
      const [one, two] = [await fresh(), await fresh()];
      await two.must(two.put('/api/session/password', { current: PASSWORD, next: 'Other-Horse-8' }));
      expect([await alive(one), await alive(two)]).toEqual([false, true]);
      await two.must(two.put('/api/session/password', { current: 'Other-Horse-8', next: PASSWORD }));
    });

    it('ends within a second of freezing, and does not come back with the account', async () => {
      const one = await fresh();
      const secretary = await stage.logIn('north-gardens');
      const registration = await caseOf(one);
      const began = performance.now();
      await stage.fire(secretary, registration, 'FREEZE');
      expect(await alive(one)).toBe(false);
      const milliseconds = Math.round(performance.now() - began);
      await report('P13', { mariadb: kind === 'mariadb', deadAfterFreezing: milliseconds });
      if (isFull) expect(milliseconds).toBeLessThan(1_000);
      await stage.fire(secretary, registration, 'UNFREEZE');
      expect(await alive(one)).toBe(false);
    });

    it('has the abilities of the role now, not those at login', async () => {
      const one = await fresh();
      const user = await users.byUsername(server.services.db, 'gardener-a');
      if (!user) throw new Error('gardener-a is gone');
      await users.update(server.services.db, user.id, user.version, { role: 'adviser' });
      expect((await one.get('/api/applications')).status).toBe(403);
      await users.update(server.services.db, user.id, user.version + 1, { role: user.role });
    });
  });
});
