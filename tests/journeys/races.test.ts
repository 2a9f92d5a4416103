import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, events, users } from '#server/store/index.ts';
import { eventsInTrail } from '../promises/events-in-trail.ts';
import { report, scale } from '../promises/scale.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { databaseKinds, type Kind } from './kinds.ts';
import { Stage } from './stage.ts';

const PAIRS = scale(5, 2_000);
/** Of tokens that four append; a title has no room for more. */
const TURNS = 5;
const SUBMISSIONS = scale(1, 500);
const DECISIONS = scale(5, 1_000);
/** What one desk does at once. */
const BOTH = ['PASS', 'RETURN'] as const;
const OPINION = { opinion: 'In favour' };

describe.each(databaseKinds)('two at once on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let association: Client;
  let city: Client;
  /** Nobody may save or act more often than 240 times a minute. */
  let now = new Date('2026-08-01T09:00:00Z');
  const pass = (milliseconds: number): void => {
    now = new Date(now.getTime() + milliseconds);
  };
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    association = await stage.organisation('north-gardens');
    city = await stage.organisation('city');
    await stage.organisation('treasury');
  });
  afterAll(() => server?.stop());

  /** Sessions end after half an hour in which nobody came, and codes of a second factor serve once. */
  async function logInAgain(): Promise<void> {
    for (const name of ['north-gardens', 'city']) {
      pass(60_000);
      await stage.logInAgain(name);
    }
    association = await stage.organisation('north-gardens');
    city = await stage.organisation('city');
  }

  /** A gardener of their own for each test: one application a person and cycle. */
  async function gardener(number: number): Promise<{ client: Client; id: string }> {
    const client = await stage.person('gardener-a', `racer-${number}`, {
      cardNumber: `RC${100_000 + number}`,
    });
    return { client, id: await stage.fill(client, 'complete') };
  }

  it('P3: two tabs save one section: one wins, the other gets what is stored now', async () => {
    const { client, id } = await gardener(1);
    for (let pair = 0; pair < PAIRS; pair += 1) {
      pass(600);
      const { version = 0, value } = (await stage.view(client, id)).sections.plan ?? {};
      const titled = (title: string) => ({ version, value: { ...(value as object), title } });
      const answers = await Promise.all(
        [`one ${pair}`, `two ${pair}`].map((title) =>
          client.put(`/api/cases/${id}/sections/plan`, titled(title)),
        ),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
      const winner = answers.find((one) => one.status === 200);
      const loser = answers.find((one) => one.status === 409);
      expect(loser?.body.current).toMatchObject({ version: version + 1, value: winner?.body.value });
    }
    await report(`P3 on ${kind}`, { pairs: PAIRS, lost: 0 });
  });

  it('tokens that four tabs append by read and save are there exactly once when they were acknowledged', async () => {
    const { client, id } = await gardener(2);
    const acknowledged: string[] = [];
    const append = async (tab: number): Promise<void> => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const record = (await stage.view(client, id)).sections.plan;
        const plan = record?.value as { title: string };
        const token = `t${tab}${turn}`;
        const body = { version: record?.version, value: { ...plan, title: `${plan.title} ${token}` } };
        if ((await client.put(`/api/cases/${id}/sections/plan`, body)).status === 200)
          acknowledged.push(token);
      }
    };
    await Promise.all([1, 2, 3, 4].map(append));
    const plan = (await stage.view(client, id)).sections.plan?.value as { title: string } | undefined;
    const kept = (plan?.title ?? '').split(' ').filter((word) => /^t\d\d$/.test(word));
    expect(kept.sort()).toEqual(acknowledged.sort());
  });

  it('P4: twenty submissions at once are one transition with one row of the trail', async () => {
    await logInAgain();
    const { client, id } = await gardener(3);
    for (let round = 0; round < SUBMISSIONS; round += 1) {
      pass(6_000);
      if (round > 0) await stage.fire(association, id, 'RETURN', OPINION);
      const { version } = await stage.view(client, id);
      const twenty = Array.from({ length: 20 }, () =>
        client.post(`/api/cases/${id}/events`, { event: 'SUBMIT', version }),
      );
      const statuses = (await Promise.all(twenty)).map((one) => one.status).sort();
      expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    }
    const history = await events.list(server.services.db, id);
    expect(history.filter(({ event }) => event === 'SUBMIT')).toHaveLength(SUBMISSIONS);
    expect(await eventsInTrail(server.services.db, id)).toHaveLength(history.length);
    await report(`P4 on ${kind}`, { rounds: SUBMISSIONS, transitions: SUBMISSIONS });
  });

  it('P5: of pass and return at once one wins, round after round', async () => {
    await logInAgain();
    const { client, id } = await gardener(4);
    const won = { PASS: 0, RETURN: 0 };
    for (let round = 0; round < DECISIONS; round += 1) {
      pass(1_500);
      await stage.fire(client, id, 'SUBMIT');
      const { version } = await stage.view(association, id);
      const answers = await Promise.all(
        (round % 2 === 0 ? BOTH : BOTH.toReversed()).map(async (event) => ({
          event,
          ...(await association.post(`/api/cases/${id}/events`, { event, input: OPINION, version })),
        })),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
      const winner = answers.find((one) => one.status === 200)?.event ?? 'RETURN';
      won[winner] += 1;
      if (winner === 'RETURN') continue;
      await stage.fire(city, id, 'BACK', OPINION);
      await stage.fire(association, id, 'RETURN', OPINION);
    }
    const history = await events.list(server.services.db, id);
    for (const [at, event] of history.entries())
      if (at > 0) expect(event.fromState).toEqual(history[at - 1]?.toState);
    expect(await eventsInTrail(server.services.db, id)).toHaveLength(history.length);
    await report(`P5 on ${kind}`, { rounds: DECISIONS, passed: won.PASS, returned: won.RETURN });
  });

  it('ten registrations with one unique value make one account', async () => {
    const [like] = stage.demo.people;
    if (!like) throw new Error('the demonstration has nobody');
    const ten = Array.from({ length: 10 }, async (_, at) => {
      const body = await stage.registration(`twin-${at}`, like, { cardNumber: 'TW123456' });
      return server.client().prove('/api/registrations', body);
    });
    const answers = await Promise.all(ten);
    const codes = answers.map((one) => (one.status === 201 ? 'made' : String(one.body.code)));
    expect(codes.filter((code) => code === 'made')).toHaveLength(1);
    expect(new Set(codes.filter((code) => code !== 'made'))).toEqual(new Set(['unique-taken']));
    const found = await users.search(server.services.db, { text: 'twin-', limit: 20 });
    expect(found.rows).toHaveLength(1);
  });

  it('one foreign case in a list refuses the whole call', async () => {
    await logInAgain();
    const first = await gardener(5);
    const second = await gardener(6);
    await stage.fire(first.client, first.id, 'SUBMIT');
    const list = [first.id, second.id].map((id) => ({ id, version: 2 }));
    const bulk = await association.post('/api/events', { event: 'PASS', cases: list, input: OPINION });
    expect(bulk.status).toBe(404);
    expect((await cases.get(server.services.db, first.id))?.state).toBe('atAssociation');
  });
});
