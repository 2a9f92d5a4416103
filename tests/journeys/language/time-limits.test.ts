import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, CaseView, HomeView } from '#core/model/wire/index.ts';
import { fireTimeLimits } from '#server/services/cases/index.ts';
import { events, openDatabase, timeLimitRows } from '#server/store/index.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const DAY = 86_400_000;
const BEGUN = Date.parse('2026-09-01T09:00:00Z');
const progress = async (): Promise<void> => undefined;

describe.each(mainly('mariadb'))('time limits of a case, on %s', (kind: Kind) => {
  let now = BEGUN;
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let association: Client;
  let id: string;

  beforeAll(async () => {
    now = BEGUN;
    server = await startServer({ definitions: GARDEN, kind, clock: () => new Date(now) });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    association = await stage.organisation('north-gardens');
    id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(association, id, 'RETURN', { opinion: 'Who leads it?' });
  });
  afterAll(() => server?.stop());

  /** Another process beside the server's own worker. */
  const look = () => fireTimeLimits(server.services, progress);
  const at = (days: number): void => {
    now = BEGUN + days * DAY;
  };
  /** Sessions do not last for days. */
  const logIn = async (): Promise<void> => {
    for (const who of ['city', 'north-gardens', 'gardener-a']) await stage.logInAgain(who);
    gardener = await stage.person('gardener-a');
    association = await stage.organisation('north-gardens');
  };
  const limitsIn = (view: CaseView) => view.events.filter(({ by }) => by === 'system');

  it('are shown to who holds the case and to the desks, with the date that they lead on', async () => {
    const own = await stage.view(gardener, id);
    expect(own.limits).toEqual([{ at: '2027-01-31T23:59:59+00:00', title: 'The time to hand in again' }]);
    expect(own.actions.find(({ event }) => event === 'SUBMIT')?.until).toBe(own.limits[0]?.at);
    expect((await stage.view(association, id)).limits).toEqual(own.limits);
  });

  it('do not fire before they are over', async () => {
    at(7);
    await logIn();
    expect(await look()).toEqual({ fired: 0, failed: [] });
    expect(limitsIn(await stage.view(gardener, id))).toEqual([]);
  });

  it('remind once, whoever looks and however often', async () => {
    at(8);
    const looks = await Promise.all([look(), look(), look()]);
    const fired = looks.reduce((sum, one) => sum + one.fired, 0);
    await logIn();
    const view = await stage.view(gardener, id);
    expect(fired).toBeLessThanOrEqual(1);
    expect(looks.flatMap(({ failed }) => failed)).toEqual([]);
    expect(limitsIn(view).map(({ title, byTitle }) => [title, byTitle])).toEqual([
      ['7 days later', 'The system'],
    ]);
    at(9);
    await look();
    await logIn();
    expect(limitsIn(await stage.view(gardener, id))).toHaveLength(1);
    expect(view.stateTitle).toBe('Returned');
  });

  it('are done by the worker itself, after whatever time no server ran, once', async () => {
    at(200);
    await logIn();
    const ends = async () => (await stage.view(gardener, id)).stateTitle;
    await expect.poll(ends, { timeout: 15_000 }).toBe('Lapsed');
    const view = await stage.view(gardener, id);
    expect(limitsIn(view).map(({ title }) => title)).toEqual(['7 days later', 'The time to hand in again']);
    expect(view.limits).toEqual([]);
    expect(view.actions).toEqual([]);
    expect(await timeLimitRows.get(server.services.db, id)).toBeNull();
    expect(await stage.queue(association, 'application', 'declined')).toEqual([id]);
  });

  it('stand in the trail as what nobody did', async () => {
    const city = await stage.organisation('city');
    const { rows } = await city.must(
      city.get<AuditPage>(`/api/audit?action=event:after.grace&subject=${id}`),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ detail: { by: 'system', from: 'returned', to: 'lapsed' } });
  });
});

describe.each(mainly('mariadb'))('a case that moves on in time, on %s', (kind: Kind) => {
  let now = BEGUN;
  let server: TestServer;
  let stage: Stage;
  afterAll(() => server?.stop());

  it('is left alone; what comes too late is refused', async () => {
    server = await startServer({
      definitions: GARDEN,
      kind,
      clock: () => new Date(now),
      changes: { jobsAtOnce: 0 },
    });
    stage = await Stage.open(server);
    let gardener = await stage.person('gardener-a');
    const association = await stage.organisation('north-gardens');
    const logIn = async (who: string): Promise<Client> => {
      await stage.logInAgain(who);
      return stage.person('gardener-a', who);
    };
    const id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(association, id, 'RETURN', { opinion: 'Who leads it?' });
    await stage.fire(gardener, id, 'SUBMIT');
    now = BEGUN + 20 * DAY;
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 0, failed: [] });
    gardener = await logIn('gardener-a');
    expect((await stage.view(gardener, id)).stateTitle).toBe('At the association');
    await stage.fire(await logIn('north-gardens'), id, 'RETURN', { opinion: 'Again' });
    now = BEGUN + 200 * DAY;
    gardener = await logIn('gardener-a');
    const refused = await stage.refused(gardener, id, 'SUBMIT');
    expect(refused.body).toMatchObject({ code: 'time-is-up' });
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 2, failed: [] });
    const { applications } = await gardener.must(gardener.get<HomeView>('/api/applications'));
    expect(applications.find((one) => one.id === id)?.stateTitle).toBe('Lapsed');
  });

  it.runIf(kind === 'mariadb')('ends once where two processes look at the same time', async () => {
    now = BEGUN + DAY;
    const db = await openDatabase({ databaseUrl: server.databaseUrl });
    await stage.logInAgain('city');
    await stage.logInAgain('north-gardens');
    const gardener = await stage.person('gardener-b');
    const id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'RETURN', { opinion: 'Who leads it?' });
    now = BEGUN + 200 * DAY;
    // To the database another process is other connections.
    const [here, beside] = [server.services, { ...server.services, db }];
    const looks = await Promise.all(
      [here, beside, here, beside].map((services) => fireTimeLimits(services, progress)),
    );
    await db.close();
    expect(looks.flatMap(({ failed }) => failed)).toEqual([]);
    expect(looks.reduce((sum, { fired }) => sum + fired, 0)).toBe(2);
    const bySystem = (await events.list(server.services.db, id)).filter(({ by }) => by === 'system');
    expect(bySystem.map(({ event }) => event)).toEqual(['after.P7D', 'after.grace']);
  });
});
