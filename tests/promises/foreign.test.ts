import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { CaseView, SessionView } from '#core/model/wire/index.ts';
import { type Route, routes } from '#server/http/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { mainly } from '../journeys/kinds.ts';
import { Stage } from '../journeys/stage.ts';
import { columns, dump } from './dump.ts';
import { asJson, sampleOf } from './sample.ts';
import { isFull, report } from './scale.ts';

type Victim = { ids: string[]; secrets: string[] };

describe.each(mainly('mariadb'))('what is not theirs, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let attackers: Client[];
  let victim: Victim;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    stage = await Stage.open(server);
    attackers = [
      await stage.person('gardener-a'),
      await stage.organisation('quay-gardens'),
      await stage.organisation('north-safety'),
    ];
    victim = await makeVictim(stage);
  });
  afterAll(() => server?.stop());

  it('P9: foreign ids in paths, queries, bodies and file links open nothing', async () => {
    const before = await dump(server.services.db);
    const wrong: string[] = [];
    let tried = 0;
    for (const client of attackers)
      for (const route of routes.filter(isOfObjects))
        for (const id of victim.ids) {
          tried += 1;
          const { status, text } = await call(client, route, id);
          const leaks = victim.secrets.some((secret) => text.includes(secret));
          if (leaks || status < 400 || status >= 500) wrong.push(`${route.method} ${route.path}: ${status}`);
        }
    const unchanged = (await dump(server.services.db)) === before;
    await report('P9', { mariadb: kind === 'mariadb', tried, wrong: wrong.length, unchanged });
    expect(wrong).toEqual([]);
    expect(unchanged).toBe(true);
  }, 600_000);

  it('P10: columns of the database in the body of a write change none of them', async () => {
    const before = await dump(server.services.db);
    const writes = routes.filter((route) => route.body !== undefined && route.method !== 'GET');
    const extra = columns();
    let tried = 0;
    const wrong: string[] = [];
    for (const client of [server.client(), ...attackers])
      for (const route of writes)
        for (const more of isFull ? extra.map((one) => [one]) : [extra]) {
          const known = Object.keys((asJson(route.body).properties ?? {}) as JsonObject);
          const columnsOnly = more.filter((one) => !known.includes(one));
          if (columnsOnly.length === 0) continue;
          tried += columnsOnly.length;
          const { status } = await call(client, route, 'nothing-is-here', columnsOnly);
          if (status < 400 || status >= 500) wrong.push(`${route.method} ${route.path}: ${status}`);
        }
    const unchanged = (await dump(server.services.db)) === before;
    await report('P10', { mariadb: kind === 'mariadb', tried, wrong: wrong.length, unchanged });
    expect(wrong).toEqual([]);
    expect(unchanged).toBe(true);
  }, 1_800_000);

  it('P10: nor do they in answers', async () => {
    const [like] = stage.demo.people;
    if (!like) throw new Error('the demonstration has nobody');
    const extra = Object.fromEntries(columns().map((one) => [one, 'x']));
    const body = await stage.registration('climber', like, { cardNumber: 'CL123456', ...extra });
    const answer = await server.client().prove<{ code: string }>('/api/registrations', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
  });
});

const isOfObjects = (route: Route): boolean =>
  route.object !== undefined &&
  route.object !== 'approved' &&
  route.path !== '/api/setup/:token' &&
  !/editions|charts|queues|batches|rosters/.test(route.path);

/** A call in which every id, wherever one stands, is this one. */
async function call(client: Client, route: Route, id: string, more: string[] = []) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => (name === 'sheet' ? 'card' : id));
  const query = route.query
    ? new URLSearchParams(sampleOf(asJson(route.query), id) as Record<string, string>)
    : '';
  const address = query === '' ? path : `${path}?${query}`;
  if (route.upload) return client.upload(address, Buffer.from('%PDF-'));
  if (!route.body) return client.send(route.method, address);
  const body = sampleOf(asJson(route.body), id) as JsonObject;
  return client.send(route.method, address, {
    ...body,
    ...Object.fromEntries(more.map((one) => [one, 'x'])),
  });
}

/** Somebody of another branch: their application, file, registration, user and organisation. */
async function makeVictim(stage: Stage): Promise<Victim> {
  const person = await stage.person('gardener-b', 'victim', { cardNumber: 'VC123456' });
  const example = stage.demo.applications.find((one) => one.person === 'gardener-a')?.case ?? 'complete';
  const id = await stage.fill(person, example);
  const view: CaseView = await stage.view(person, id);
  const { user, registration } = (await person.get<SessionView>('/api/session')).body;
  const north = (await (await stage.organisation('north-gardens')).get<SessionView>('/api/session')).body;
  const ids = [
    id,
    view.files[0]?.id ?? '',
    registration ?? '',
    user.id,
    north.user.id,
    north.registration ?? '',
  ];
  return { ids: ids.filter((one) => one !== ''), secrets: ['VC123456', 'victim'] };
}
