import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisations, users } from '#server/store/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { report, scale } from './scale.ts';

const ROUNDS = scale(6, 500);

type Unit = { id: string; caseId: string };

describe.each(databaseKinds)('H5: registering under a unit that goes, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => now });
    stage = await Stage.open(server);
    city = await stage.organisation('city');
  });
  afterAll(() => server?.stop());

  /** Slowly enough for the registrations that an address gets in an hour. */
  async function nextRound(): Promise<void> {
    now = new Date(now.getTime() + 130_000);
    city = await stage.logIn('city');
  }

  /** An approved association of this round alone. */
  async function association(name: string): Promise<Unit> {
    const like = stage.demo.organisations.find((one) => one.id === 'north-gardens');
    if (!like || like.created) throw new Error('the demonstration has no north-gardens that registers');
    const body = await stage.registration(name, like);
    const sent = server.client().prove<{ id: string }>('/api/registrations', body);
    const { id: caseId } = await city.must(sent);
    await stage.fire(city, caseId, 'ADMIT');
    return { id: (await users.byUsername(server.services.db, name))?.organisationId ?? '', caseId };
  }

  /** A gardener registers under the unit while the event is fired at it; now this one is first, now that one. */
  async function race(round: number, event: string, unit: Unit): Promise<[number, number]> {
    const like = stage.demo.people.find((one) => one.id === 'gardener-a');
    if (!like) throw new Error('the demonstration has no gardener-a');
    await stage.organisation(like.under);
    const name = `late-${event.toLowerCase()}-${round}`;
    const number = `LA${event.length}${String(round).padStart(5, '0')}`;
    const body = await stage.registration(name, like, { cardNumber: number });
    const under = JSON.parse(JSON.stringify(body).replaceAll(stage.idOf(like.under), unit.id)) as object;
    const client = server.client();
    const proof = await client.proof();
    const { version } = await stage.view(city, unit.caseId);
    const [registered, fired] = await Promise.all([
      client.post('/api/registrations', { ...under, proof }),
      new Promise((resolve) => setTimeout(resolve, (round % 6) * 20)).then(() =>
        city.post(`/api/cases/${unit.caseId}/events`, { event, version }),
      ),
    ]);
    return [registered.status, fired.status];
  }

  it('FREEZE: later registrations are refused, earlier ones wait under it', async () => {
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await nextRound();
      const unit = await association(`frozen-${round}`);
      const [registered, fired] = await race(round, 'FREEZE', unit);
      const people = await users.ofOrganisation(server.services.db, unit.id);
      const isThere = people.some((user) => user.username === `late-freeze-${round}`);
      const frozen = (await organisations.get(server.services.db, unit.id))?.status === 'frozen';
      if (fired !== 200 || !frozen || ![201, 409].includes(registered) || isThere !== (registered === 201))
        wrong += 1;
    }
    await report('H5 freeze', { mariadb: kind === 'mariadb', rounds: ROUNDS, wrong });
    expect(wrong).toBe(0);
  }, 3_600_000);

  it('REMOVE: either the unit is gone, or somebody has registered; never both', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await nextRound();
      const unit = await association(`deleted-${round}`);
      const statuses = await race(round, 'REMOVE', unit);
      const gone = (await organisations.get(server.services.db, unit.id))?.status === 'deleted';
      const people = (await users.ofOrganisation(server.services.db, unit.id)).filter(
        (user) => user.status !== 'deleted',
      );
      seen.add(`${statuses.join(' ')}, ${gone ? 'gone' : 'there'}, ${people.length} people`);
    }
    await report('H5 delete', { mariadb: kind === 'mariadb', rounds: ROUNDS, outcomes: seen.size });
    const right = ['201 409, there, 2 people', '409 200, gone, 0 people'];
    expect([...seen].filter((one) => !right.includes(one))).toEqual([]);
  }, 3_600_000);
});
