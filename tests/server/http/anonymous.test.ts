import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationPage, SessionView } from '#core/model/wire/index.ts';
import { routes } from '#server/http/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';

type Code = { code: string };

const HOUR = 3_600_000;

describe('whoever is not logged in', () => {
  let server: TestServer;
  let stage: Stage;
  let association: Client;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, clock: () => now });
    stage = await Stage.open(server);
    association = await stage.organisation('north-gardens');
  });
  afterAll(() => server?.stop());

  const enter = (username: string, password: string) =>
    server.client().prove<Code>('/api/session', { username, password });
  /** An answer without what differs every time. */
  const plain = ({ status, text }: { status: number; text: string }): string =>
    `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;

  it('A4: cannot find a unit that is not approved, by search or by id', async () => {
    const like = stage.demo.organisations.find((one) => one.id === 'quay-gardens');
    if (!like || like.created) throw new Error('the demonstration has no quay-gardens that registers');
    const body = await stage.registration('waiting-unit', like);
    const city = await stage.organisation('city');
    const { id: caseId } = await city.must(server.client().prove<{ id: string }>('/api/registrations', body));
    const { name } = (await city.get<{ name: string }>(`/api/cases/${caseId}`)).body;
    const found = await server
      .client()
      .get<OrganisationPage>(`/api/organisations?search=${encodeURIComponent(name)}`);
    expect(found.body.organisations).toEqual([]);
    const waiting = await server.client().get(`/api/organisations/${caseId}`);
    expect(plain(waiting)).toBe(plain(await server.client().get('/api/organisations/nothing-is-here')));
  });

  it('A5: no route takes an answer to a security question for a password', () => {
    const asking = routes.filter((route) => JSON.stringify(route.body ?? {}).includes('"answer"'));
    expect(asking.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'POST /api/registrations',
      'POST /api/setup/:token',
      'PUT /api/session/password',
    ]);
  });

  it('A6: gets a session of its own, whatever cookie was planted before', async () => {
    const planted = 'p'.repeat(43);
    await stage.person('gardener-a');
    const body = { username: 'gardener-a', password: PASSWORD, proof: await server.client().proof() };
    const response = await fetch(`${server.origin}/api/session`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json', cookie: `sid=${planted}` },
      body: JSON.stringify(body),
    });
    const [set = ''] = response.headers.getSetCookie();
    expect(response.status).toBe(200);
    expect(set).toMatch(/^sid=[\w-]{43};/);
    expect(set).not.toContain(planted);
    const with_ = (cookie: string) => fetch(`${server.origin}/api/applications`, { headers: { cookie } });
    expect((await with_(`sid=${planted}`)).status).toBe(401);
    expect((await with_(set.split(';')[0] ?? '')).status).toBe(200);
  });

  it('A8: gets the same answer for a deleted account as for one that never existed', async () => {
    const gardener = await stage.person('gardener-b');
    const { registration } = (await gardener.get<SessionView>('/api/session')).body;
    await stage.fire(await stage.organisation(stage.underOf('gardener-b')), registration ?? '', 'REMOVE');
    expect((await gardener.get('/api/applications')).status).toBe(401);
    const deleted = await enter('gardener-b', PASSWORD);
    expect(deleted.status).toBe(401);
    expect(plain(deleted)).toBe(plain(await enter('nobody-at-all', PASSWORD)));
  });

  it('A8: cannot log in while the registration waits, and only to it once it is refused', async () => {
    const like = stage.demo.people.find(({ id }) => id === 'gardener-a');
    if (!like) throw new Error('the demonstration has no gardener-a');
    const keeper = await stage.organisation(like.under);
    const body = await stage.registration('refused-one', like, { cardNumber: 'RE000001' });
    const { id } = await keeper.must(server.client().prove<{ id: string }>('/api/registrations', body));
    const guessed = await enter('refused-one', 'Wrong-Horse-7');
    expect(plain(guessed)).toBe(plain(await enter('nobody-at-all', PASSWORD)));
    const waits = await enter('refused-one', PASSWORD);
    expect([waits.status, waits.body.code, waits.headers.getSetCookie()]).toEqual([401, 'login-pending', []]);
    await stage.fire(keeper, id, 'REFUSE', { opinion: 'The card is not to be read' });
    const refused = server.client();
    await refused.must(refused.prove('/api/session', { username: 'refused-one', password: PASSWORD }));
    const { user, registration } = (await refused.get<SessionView>('/api/session')).body;
    expect([user.abilities, registration]).toEqual([[], id]);
    expect((await refused.get(`/api/cases/${id}`)).status).toBe(200);
    for (const path of ['/api/applications', '/api/accounts', '/api/queues', '/api/audit'])
      expect((await refused.get(path)).status, path).toBe(403);
    const category = Object.values(stage.edition.categories).find(({ definition }) => !definition.account);
    const begun = await refused.post('/api/applications', { category: category?.definition.id });
    expect(begun.status).toBe(403);
  });

  it('A11: has an initial password for 72 hours', async () => {
    const made = await association.must(
      association.post<{ password: string }>('/api/accounts', {
        name: 'colleague',
        username: 'colleague',
        role: 'secretary',
      }),
    );
    const start = now;
    now = new Date(start.getTime() + 72 * HOUR - 1_000);
    const first = server.client();
    await first.must(first.prove('/api/session', { username: 'colleague', password: made.password }));
    now = new Date(start.getTime() + 72 * HOUR);
    expect((await enter('colleague', made.password)).body.code).toBe('login-failed');
    const change = { current: made.password, next: PASSWORD, ...(await stage.question()) };
    expect((await first.put('/api/session/password', change)).status).toBe(401);
  });

  it('A11: logs in with an initial password once, however many try at the same moment', async () => {
    association = await stage.logIn('north-gardens');
    const made = await association.must(
      association.post<{ id: string; password: string }>('/api/accounts', {
        name: 'colleague',
        username: 'once',
        role: 'secretary',
      }),
    );
    const all = await Promise.all(Array.from({ length: 5 }, () => enter('once', made.password)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
    expect((await enter('once', made.password)).body.code).toBe('login-failed');
    const again = await association.must(
      association.post<{ password: string }>(`/api/accounts/${made.id}/password`, undefined),
    );
    const client = server.client();
    await client.must(client.prove('/api/session', { username: 'once', password: again.password }));
    const change = { current: again.password, next: PASSWORD, ...(await stage.question()) };
    await client.must(client.put('/api/session/password', change));
    expect((await enter('once', PASSWORD)).status).toBe(200);
  });
});
