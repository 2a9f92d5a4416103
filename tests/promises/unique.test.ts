import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { users } from '#server/store/index.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { report, scale } from './scale.ts';

const ROUNDS = scale(4, 1_000);
const AT_ONCE = 10;

describe.each(databaseKinds)('P7 on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('a number is registered once, however many register it at once', async () => {
    const [like] = stage.demo.people;
    if (!like) throw new Error('the demonstration has nobody');
    await stage.organisation(like.under);
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      now = new Date(now.getTime() + 3_600_000);
      const number = { cardNumber: `ZZ${String(round).padStart(6, '0')}` };
      const all = Array.from({ length: AT_ONCE }, async (_, at) => {
        const body = await stage.registration(`same-${round}-${at}`, like, number);
        return server.client().prove<{ code?: string }>('/api/registrations', body);
      });
      const answers = await Promise.all(all);
      const made = answers.filter((one) => one.status === 201).length;
      const refused = answers.filter((one) => one.body.code === 'unique-taken').length;
      const { rows } = await users.search(server.services.db, { text: `same-${round}-`, limit: 20 });
      if (made !== 1 || refused !== AT_ONCE - 1 || rows.length !== 1) wrong += 1;
    }
    await report('P7', { mariadb: kind === 'mariadb', rounds: ROUNDS, atOnce: AT_ONCE, wrong });
    expect(wrong).toBe(0);
  }, 3_600_000);
});
