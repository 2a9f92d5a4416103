import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';
import { codeAt } from '../../support/authenticator.ts';

type Code = { code: string };

const MINUTE = 60_000;

describe('guesses of one password from many addresses', () => {
  let server: TestServer;
  let now = new Date('2026-08-03T01:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, changes: { trustProxy: true }, clock: () => now });
    await (await Stage.open(server)).person('gardener-a');
  });
  afterAll(() => server?.stop());

  async function from(address: string, password = 'Wrong-Horse-7'): Promise<string | undefined> {
    const body = { username: 'gardener-a', password, proof: await server.client().proof() };
    const headers = {
      origin: server.origin,
      'content-type': 'application/json',
      'x-forwarded-for': address,
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    return ((await (await fetch(`${server.origin}/api/session`, request)).json()) as Partial<Code>).code;
  }

  it('have at most a hundred tries a day, and do not lock the owner out', async () => {
    expect(await from('10.0.0.1', PASSWORD)).toBeUndefined();
    let failures = 0;
    const guess = async (address: string) => {
      if ((await from(address)) === 'login-failed') failures += 1;
    };
    for (let quarter = 0; quarter < 6; quarter += 1) {
      for (let at = 0; at < 11; at += 1) await guess('10.1.0.1');
      now = new Date(now.getTime() + 16 * MINUTE);
    }
    expect(failures, 'one address alone').toBe(40);
    expect(await from('10.2.0.1', PASSWORD), 'the owner from a strange address').toBeUndefined();
    for (let at = 0; at < 20; at += 1) await guess(`10.3.0.${at}`);
    expect(failures, 'strange addresses together').toBe(50);
    expect(await from('10.4.0.1', PASSWORD), 'strange, once they are used up').toBe('too-many');
    expect(await from('10.0.0.1', PASSWORD), 'the owner where they were before').toBeUndefined();
    for (let quarter = 0; quarter < 6; quarter += 1) {
      for (let at = 0; at < 11; at += 1) await guess('10.0.0.1');
      now = new Date(now.getTime() + 16 * MINUTE);
    }
    expect(failures).toBeLessThanOrEqual(100);
    expect(await from('10.2.0.1', PASSWORD), 'the owner at the other address').toBeUndefined();
    now = new Date(now.getTime() + 26 * 60 * MINUTE);
    expect(await from('10.4.0.1', PASSWORD), 'strange, the next day').toBeUndefined();
  });
});

describe('many who try one account at the same moment', () => {
  it('have no more passwords checked than one after the other', async () => {
    const server = await startServer({ definitions: GARDEN });
    await (await Stage.open(server)).person('gardener-a');
    const verify = vi.spyOn(server.services.hasher, 'verify');
    const codes = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        const wrong = { username: 'gardener-a', password: `Wrong-Horse-${at}` };
        return (await server.client().prove<Code>('/api/session', wrong)).body.code;
      }),
    );
    expect(verify).toHaveBeenCalledTimes(10);
    expect(codes.filter((code) => code === 'login-failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-many')).toHaveLength(20);
    await server.stop();
  });

  it('learn nothing over many accounts, not even success, once the limit of their address is reached', async () => {
    const server = await startServer({ definitions: GARDEN });
    await (await Stage.open(server)).person('gardener-a');
    const names = [...Array.from({ length: 140 }, (_, at) => `spray-${at}`), 'gardener-a'];
    const bodies = await Promise.all(
      names.map(async (username) => ({
        username,
        password: PASSWORD,
        proof: await server.client().proof(),
      })),
    );
    const own = bodies.pop();
    const answers = await Promise.all(
      bodies.map((body) => server.client().post<Partial<Code>>('/api/session', body)),
    );
    expect((await server.client().post<Partial<Code>>('/api/session', own)).body.code).toBe('too-many');
    expect(answers.filter(({ body }) => body.code === 'login-failed').length).toBeLessThanOrEqual(100);
    await server.stop();
  });

  it('at the password or the second factor of one session are stopped after ten', async () => {
    const server = await startServer({ definitions: GARDEN });
    const gardener = await (await Stage.open(server)).person('gardener-a');
    const factor = '/api/session/second-factor';
    const { secret } = await gardener.must(gardener.post<{ secret: string }>(factor, undefined));
    /** Thirty wrong tries and a right one behind them, all at once. */
    const tryAll = async (send: (secret: string) => Promise<{ body: Partial<Code> }>, right: string) => {
      const wrong = Array.from({ length: 30 }, (_, at) => `${String(at).padStart(2, '0')}${right.slice(2)}`);
      const answers = await Promise.all([...wrong.filter((one) => one !== right), right].map(send));
      return answers.map(({ body }) => body.code);
    };
    const code = codeAt(secret, server.services.clock());
    const codes = await tryAll((one) => gardener.put<Code>(factor, { code: one }), code);
    const next = 'Other-Horse-8';
    const passwords = await tryAll(
      (current) => gardener.put<Code>('/api/session/password', { current, next }),
      PASSWORD,
    );
    expect([codes.at(-1), passwords.at(-1)]).toEqual(['too-many', 'too-many']);
    expect(codes.filter((one) => one === 'wrong-code')).toHaveLength(10);
    expect(passwords.filter((one) => one === 'wrong-password')).toHaveLength(10);
    await server.stop();
  });

  it('all succeed where they know the password', async () => {
    const server = await startServer({ definitions: GARDEN });
    await (await Stage.open(server)).person('gardener-a');
    const right = { username: 'gardener-a', password: PASSWORD };
    for (let at = 0; at < 12; at += 1)
      expect((await server.client().prove('/api/session', right)).status).toBe(200);
    await server.stop();
  });
});

describe('behind a configured proxy', () => {
  it('counts for the address that the proxy names, and for no other', async () => {
    const server = await startServer({ definitions: GARDEN, changes: { trustProxy: true } });
    const from = async (address: string): Promise<string> => {
      const body = { username: 'brute', password: 'Wrong-Horse-7', proof: await server.client().proof() };
      const headers = {
        origin: server.origin,
        'content-type': 'application/json',
        'x-forwarded-for': `10.9.9.9, ${address}`,
      };
      const request = { method: 'POST', headers, body: JSON.stringify(body) };
      return ((await (await fetch(`${server.origin}/api/session`, request)).json()) as Code).code;
    };
    for (let at = 0; at < 10; at += 1) expect(await from('10.0.0.1')).toBe('login-failed');
    expect(await from('10.0.0.1')).toBe('too-many');
    expect(await from('10.0.0.2')).toBe('login-failed');
    await server.stop();
  });
});
