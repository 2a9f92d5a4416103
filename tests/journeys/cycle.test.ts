import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerProblem, Definition } from '#core/model/index.ts';
import type {
  AuditPage,
  CycleChange,
  CyclesView,
  HomeView,
  ProgrammeView,
  QueuePage,
} from '#core/model/wire/index.ts';
import { openCycle } from '#server/seed/index.ts';
import type { Publishable } from '#server/services/ground/index.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { type Kind, mainly } from './kinds.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: 'In favour' };
const OPENS = '2026-07-01T00:00:00+01:00';
const JULY = '2026-07-10T12:00:00Z';
const AUGUST = '2026-08-10T12:00:00Z';

/** Garden grants close on 31 December 2026; returned ones may come until 31 January 2027. */
describe.each(mainly('mariadb'))('when a cycle is open, on %s', (kind: Kind) => {
  let now = JULY;
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  let association: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind, clock: () => new Date(now) });
    stage = await Stage.open(server);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
    await stage.organisation('treasury');
  });
  afterAll(() => server?.stop());

  let number = 0;
  async function draft(): Promise<{ client: Client; id: string; who: string }> {
    number += 1;
    const who = `sower-${number}`;
    const client = await stage.person('gardener-a', who, { cardNumber: `SW${100_000 + number}` });
    return { client, id: await stage.fill(client, 'complete'), who };
  }

  /** Sessions end while the clock jumps. */
  async function at(moment: string, ...people: string[]): Promise<void> {
    now = moment;
    for (const who of ['city', 'north-gardens', ...people]) await stage.logInAgain(who);
    city = await stage.organisation('city');
    association = await stage.organisation('north-gardens');
  }

  const cycle = async () => (await city.must(city.get<CyclesView>('/api/cycles'))).cycles[0];

  async function change(window: Omit<CycleChange, 'version'>) {
    const { version = 0 } = (await cycle()) ?? {};
    return city.put<{ code?: string }>('/api/cycles/2026H2', { ...window, version });
  }

  const submitted = async (client: Client, id: string): Promise<number> => {
    const { version } = await stage.view(client, id);
    return (await client.post(`/api/cases/${id}/events`, { event: 'SUBMIT', version })).status;
  };

  it('is shown with what the definition says', async () => {
    expect(await cycle()).toMatchObject({
      id: '2026H2',
      serving: true,
      window: { returnedUntil: '2027-01-31T23:59:59+00:00' },
      changedAt: null,
      version: 0,
    });
  });

  it('is shortened and extended for a draft that was begun before, for everybody at once, with a row each', async () => {
    const { client, id, who } = await draft();
    const closing = '2026-08-01T12:00:00Z';
    expect((await change({ opensAt: OPENS, closesAt: closing, returnedUntil: closing })).status).toBe(200);
    await at(AUGUST, who);
    const late = await stage.logIn(who);
    expect(await submitted(late, id)).toBe(422);
    const home = await late.must(late.get<HomeView>('/api/applications'));
    expect(home.blockedBy).toBe('cycle-closed');
    const further = '2026-08-31T12:00:00Z';
    expect((await change({ opensAt: OPENS, closesAt: further, returnedUntil: further })).status).toBe(200);
    const programme = await client.must(client.get<ProgrammeView>('/api/programme'));
    expect(Date.parse(programme.cycle.closesAt)).toBe(Date.parse(further));
    const view = await stage.view(late, id);
    expect(Date.parse(view.facts.cycle.closesAt)).toBe(Date.parse(further));
    expect(await submitted(late, id)).toBe(200);
    const { rows } = await city.must(city.get<AuditPage>('/api/audit?action=cycle'));
    expect(rows.map(({ subject, actorId }) => [subject, actorId !== null])).toEqual([
      ['2026H2', true],
      ['2026H2', true],
    ]);
    expect(rows[0]?.detail).toMatchObject({
      before: { closesAt: '2026-08-01T13:00:00+01:00' },
      after: { closesAt: '2026-08-31T13:00:00+01:00' },
    });
  });

  it('closes later for whoever was returned, and then for them too', async () => {
    const first = await draft();
    const second = await draft();
    for (const { client, id } of [first, second]) {
      await stage.fire(client, id, 'SUBMIT');
      await stage.fire(association, id, 'RETURN', OPINION);
    }
    const never = await draft();
    await change({
      opensAt: OPENS,
      closesAt: '2026-09-01T12:00:00Z',
      returnedUntil: '2026-09-10T12:00:00Z',
    });
    await at('2026-09-05T12:00:00Z');
    expect(await submitted(await stage.logIn(never.who), never.id)).toBe(422);
    expect(await submitted(await stage.logIn(first.who), first.id)).toBe(200);
    await at('2026-09-11T12:00:00Z');
    // Its time limit ends with the window: where the worker has not come to it yet, nothing else may happen.
    expect([409, 422]).toContain(await submitted(await stage.logIn(second.who), second.id));
  });

  it('is changed by whoever may, to what can be, at what they read', async () => {
    const gardener = await stage.person('gardener-b');
    expect((await gardener.get('/api/cycles')).status).toBe(403);
    const window = { opensAt: OPENS, closesAt: JULY, returnedUntil: JULY };
    expect((await gardener.put('/api/cycles/2026H2', { ...window, version: 0 })).status).toBe(403);
    expect((await city.put('/api/cycles/2026H2', { ...window, version: 0 })).status).toBe(409);
    expect((await city.put('/api/cycles/2019', { ...window, version: 0 })).status).toBe(404);
    expect((await change({ ...window, closesAt: OPENS })).body.code).toBe('cycle-crossed');
    expect((await change({ ...window, returnedUntil: '2026-07-09T12:00:00Z' })).body.code).toBe(
      'cycle-grace',
    );
    expect((await change({ ...window, closesAt: '2026-02-30T99:00:00Z' })).status).toBe(400);
  });
});

describe('a new edition of a cycle', () => {
  it('moves its closing for cases of the one before as well', async () => {
    const clock = () => new Date('2027-01-15T12:00:00Z');
    const server = await startServer({ definitions: GARDEN, clock });
    const before = await server.services.editions.current();
    const definition: Definition = structuredClone(before.definition);
    const closesAt = '2027-03-31T12:00:00Z';
    Object.assign(definition.edition.cycle, { closesAt, returnedUntil: closesAt });
    await server.services.editions.publish([{ definition, files: [] }]);
    expect((await server.services.editions.current()).hash).not.toBe(before.hash);
    expect(await server.services.editions.window(server.services.db, before)).toMatchObject({ closesAt });
    await server.stop();
  });
});

describe('a code that a new edition of the cycle has ended', () => {
  it('is refused in a draft of the one before, and kept where the list says so', async () => {
    const clock = () => new Date(JULY);
    const server = await startServer({ definitions: GARDEN, clock });
    const stage = await Stage.open(server);
    await stage.organisation('north-gardens');
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    const problems = async () =>
      (await gardener.must(gardener.get<AnswerProblem[]>(`/api/cases/${id}/problems`))).map(
        ({ path, code, message }) => [path, code, message],
      );
    expect(await problems()).toEqual([]);
    await server.services.editions.publish([withoutVegetables(stage.edition.definition, {})]);
    expect(await problems()).toEqual([
      ['/plan/activities', 'ended', expect.stringMatching(/“Vegetables” has ended/)],
    ]);
    await server.services.editions.publish([
      withoutVegetables(stage.edition.definition, { draftsKeepEnded: true }),
    ]);
    expect(await problems()).toEqual([]);
    await server.stop();
  });

  function withoutVegetables(before: Definition, more: { draftsKeepEnded?: boolean }): Publishable {
    const definition = structuredClone(before);
    const list = definition.codes.find((one) => one.id === 'activity');
    if (!list) throw new Error('there is no list of activities');
    list.entries = list.entries.filter(({ code }) => code !== 'vegetables');
    Object.assign(list, more);
    return { definition, files: [] };
  }
});

describe('a demonstration', () => {
  const isOpen = ({ cycle }: ProgrammeView, now: Date) =>
    Date.parse(cycle.opensAt) < now.getTime() && Date.parse(cycle.closesAt) > now.getTime() + 86_400_000;

  it.each(['2019-05-01', '2026-12-20', '2027-02-10', '2028-02-29'])('is open on %s', async (day) => {
    const now = new Date(`${day}T10:00:00Z`);
    const server = await startServer({ definitions: GARDEN, clock: () => now });
    await openCycle(server.services);
    const visitor = server.client();
    expect(isOpen(await visitor.must(visitor.get<ProgrammeView>('/api/programme')), now)).toBe(true);
    await server.stop();
  });

  it('has applications years later, and stays closed where somebody has closed it', async () => {
    const now = new Date('2031-06-15T10:00:00Z');
    const server = await startServer({ definitions: GARDEN, clock: () => now, demo: true });
    const city = await (await Stage.open(server)).organisation('city');
    const programme = () => city.must(city.get<ProgrammeView>('/api/programme'));
    expect(isOpen(await programme(), now)).toBe(true);
    expect((await city.must(city.get<QueuePage>('/api/queues/application/todo'))).rows).not.toEqual([]);
    const closed = '2031-06-01T00:00:00Z';
    const window = { opensAt: OPENS, closesAt: closed, returnedUntil: closed };
    await city.must(city.put('/api/cycles/2026H2', { ...window, version: 1 }));
    await openCycle(server.services);
    expect(isOpen(await programme(), now)).toBe(false);
    await server.stop();
  });
});
