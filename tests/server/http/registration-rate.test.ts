import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';

type Code = { code: string };

describe('registrations from one address', () => {
  let server: TestServer;
  let stage: Stage;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    const changes = { registrationsPerHour: 4 };
    server = await startServer({ definitions: GARDEN, clock: () => now, changes });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  async function register(username: string, changes: JsonObject = {}): Promise<string> {
    const [like] = stage.demo.people;
    if (!like) throw new Error('the demonstration has nobody');
    const body = await stage.registration(username, like, changes);
    const { status, body: answer } = await server.client().prove<Code>('/api/registrations', body);
    return status === 201 ? 'made' : answer.code;
  }

  it('are counted where they succeed or reveal something of others, not where somebody has mistyped', async () => {
    await stage.organisation(stage.demo.people[0]?.under ?? '');
    now = new Date(now.getTime() + 2 * 3_600_000);
    const card = (at: number) => ({ cardNumber: `RT00000${at}` });
    for (let at = 0; at < 6; at += 1) expect(await register('mistyped', { cardNumber: '?' })).toBe('invalid');
    expect(await register('first', card(1))).toBe('made');
    expect(await register('first', card(2))).toBe('username-taken');
    expect(await register('second', card(1))).toBe('unique-taken');
    expect(await register('third', card(3))).toBe('made');
    expect(await register('fourth', card(4))).toBe('too-many');
    now = new Date(now.getTime() + 2 * 3_600_000);
    expect(await register('fourth', card(4))).toBe('made');
  });
});
