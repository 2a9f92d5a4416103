import type { Challenge } from 'altcha-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';

type Code = { code: string };
type Proof = { challenge: Challenge; solution: { counter: number; derivedKey: string } };

const MINUTE = 60_000;

describe.each(mainly('sqlite'))('the human check, on %s', (kind) => {
  let server: TestServer;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
  });
  afterAll(() => server?.stop());

  const logIn = (body: object) => server.client().post<Code>('/api/session', body);
  const proofFor = async (change: (proof: Proof) => void): Promise<string> => {
    const proof = JSON.parse(atob(await server.client().proof())) as Proof;
    change(proof);
    return btoa(JSON.stringify(proof));
  };
  const credentials = { username: 'nobody', password: PASSWORD };

  it('accepts a new proof once, before the password', async () => {
    const proof = await server.client().proof();
    expect((await logIn({ ...credentials, proof })).body.code).toBe('login-failed');
    const again = await logIn({ ...credentials, proof });
    expect([again.status, again.body.code]).toEqual([422, 'proof-refused']);
  });

  it('accepts one proof from one of twenty senders at once', async () => {
    const proof = await server.client().proof();
    const codes = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, at) => (await logIn({ ...credentials, username: `crowd-${at}`, proof })).body.code,
      ),
    );
    expect(codes.filter((code) => code !== 'proof-refused')).toEqual(['login-failed']);
  });

  it.each<[string, (proof: Proof) => void]>([
    ['a later expiry', ({ challenge }) => Object.assign(challenge.parameters.data ?? {}, { until: 9e15 })],
    ['a cheaper task', ({ challenge }) => Object.assign(challenge.parameters, { cost: 1 })],
    ['another key', ({ solution }) => Object.assign(solution, { derivedKey: '00'.repeat(32) })],
    ['no signature', ({ challenge }) => Object.assign(challenge, { signature: '' })],
    ['no key signature', ({ challenge }) => Object.assign(challenge.parameters, { keySignature: undefined })],
  ])('refuses %s', async (_what, change) => {
    const { status, body } = await logIn({ ...credentials, proof: await proofFor(change) });
    expect([status, body.code]).toEqual([422, 'proof-refused']);
  });

  it.each([
    ['nothing', {}],
    ['an empty one', { proof: '' }],
    ['a number', { proof: 7 }],
  ])('refuses %s in its place', async (_what, proof) => {
    expect((await logIn({ ...credentials, ...proof })).status).toBe(400);
  });

  it.each(['x', btoa('null'), btoa('{}'), btoa('{"challenge":{},"solution":{}}')])(
    'refuses %s in its place',
    async (proof) => expect((await logIn({ ...credentials, proof })).body.code).toBe('proof-refused'),
  );

  it('refuses one that is older than five minutes', async () => {
    const proof = await server.client().proof();
    now = new Date(now.getTime() + 5 * MINUTE + 1);
    expect((await logIn({ ...credentials, proof })).body.code).toBe('proof-refused');
  });

  it('is required for registering too', async () => {
    const stage = await Stage.open(server);
    const one = stage.demo.people[0];
    if (!one) throw new Error('nobody registers in the demonstration');
    await stage.organisation(one.under);
    const body = await stage.registration('without', one);
    expect((await server.client().post('/api/registrations', body)).status).toBe(400);
    const stale = await server.client().post<Code>('/api/registrations', { ...body, proof: 'x' });
    expect(stale.body.code).toBe('proof-refused');
  });
});
