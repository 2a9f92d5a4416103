import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Route, routes } from '../../../engine/server/http/index.ts';
import { cases } from '../../../engine/server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { Stage } from '../../journeys/stage.ts';

/** Cases and people that somebody may reach for. */
type Thing = 'handedIn' | 'elsewhere' | 'draft' | 'nowhere';
const THINGS: Thing[] = ['handedIn', 'elsewhere', 'draft', 'nowhere'];

/** Actor -> abilities, and which cases they may see. The expectations of the whole sweep stand here. */
const ACTORS: Record<string, { abilities: string[]; sees: Thing[]; manages: Thing[] }> = {
  anonymous: { abilities: [], sees: [], manages: [] },
  'pending-own-gp': { abilities: ['apply'], sees: ['handedIn'], manages: [] },
  'returned-own-nurse': { abilities: ['apply'], sees: ['draft'], manages: [] },
  'township-a': {
    abilities: ['review', 'accounts', 'export'],
    sees: ['handedIn'],
    manages: ['handedIn', 'draft'],
  },
  'community-a': { abilities: ['review', 'accounts', 'export'], sees: [], manages: [] },
  'commission-a': {
    abilities: ['review', 'accounts', 'export'],
    sees: ['handedIn'],
    manages: ['handedIn', 'draft'],
  },
  'commission-b': { abilities: ['review', 'accounts', 'export'], sees: [], manages: [] },
  'reform-office-b': { abilities: ['review', 'export'], sees: [], manages: [] },
  'direct-hospital': {
    abilities: ['review', 'accounts', 'export'],
    sees: ['elsewhere'],
    manages: ['elsewhere'],
  },
  municipal: {
    abilities: ['review', 'accounts', 'export', 'audit'],
    sees: ['handedIn', 'elsewhere'],
    manages: ['handedIn', 'elsewhere', 'draft'],
  },
  'municipal-operator': { abilities: ['accounts'], sees: [], manages: ['handedIn', 'elsewhere', 'draft'] },
  'municipal-secretary': { abilities: ['export'], sees: [], manages: [] },
  'municipal-policyEditor': { abilities: ['definitions'], sees: [], manages: [] },
  'municipal-auditor': { abilities: ['audit'], sees: [], manages: [] },
  frozen: { abilities: [], sees: [], manages: [] },
};

type Ids = Record<Thing, { caseId: string; fileId: string; userId: string }>;
type Call = { path: string; body?: unknown };

/** A request of the right shape for each route; one that is missing here fails the sweep. */
const CALLS: Record<string, (ids: Ids[Thing]) => Call> = {
  'GET /api/programme': () => ({ path: '/api/programme' }),
  'GET /api/session': () => ({ path: '/api/session' }),
  'POST /api/session': () => ({ path: '/api/session', body: { username: '', password: '' } }),
  'DELETE /api/session': () => ({ path: '/api/session' }),
  'PUT /api/session/password': () => ({ path: '/api/session/password', body: { current: 'x', next: 'x' } }),
  'POST /api/registrations': () => ({ path: '/api/registrations', body: {} }),
  'GET /api/organisations': () => ({ path: '/api/organisations' }),
  'GET /api/organisations/:id': () => ({ path: '/api/organisations/municipal' }),
  'POST /api/organisations': () => ({
    path: '/api/organisations',
    body: { kind: 'nothing', name: 'x', username: 'nobody' },
  }),
  'GET /api/accounts': () => ({ path: '/api/accounts' }),
  'POST /api/accounts/:id/password': ({ userId }) => ({ path: `/api/accounts/${userId}/password` }),
  'GET /api/audit': () => ({ path: '/api/audit' }),
  'GET /api/applications': () => ({ path: '/api/applications' }),
  'POST /api/applications': () => ({ path: '/api/applications', body: { category: 'nothing' } }),
  'GET /api/cases/:id': ({ caseId }) => ({ path: `/api/cases/${caseId}` }),
  'GET /api/cases/:id/problems': ({ caseId }) => ({ path: `/api/cases/${caseId}/problems` }),
  'PUT /api/cases/:id/sections/:section': ({ caseId }) => ({
    path: `/api/cases/${caseId}/sections/cover`,
    body: { version: 99, value: {} },
  }),
  'POST /api/cases/:id/events': ({ caseId }) => ({
    path: `/api/cases/${caseId}/events`,
    body: { event: 'PASS', version: 99 },
  }),
  'POST /api/events': ({ caseId }) => ({
    path: '/api/events',
    body: { event: 'PASS', cases: [{ id: caseId, version: 99 }] },
  }),
  'GET /api/queues': () => ({ path: '/api/queues' }),
  'GET /api/queues/:route/:queue': () => ({ path: '/api/queues/account/pending' }),
  'GET /api/batches/:route/:event': () => ({ path: '/api/batches/application/DELIVER' }),
  'POST /api/batches/:route/:event': () => ({
    path: '/api/batches/application/DELIVER',
    body: { confirmCount: 99 },
  }),
  'PUT /api/cases/:id/files': ({ caseId }) => ({
    path: `/api/cases/${caseId}/files?section=basic&slot=idDocument&name=x.pdf`,
  }),
  'GET /api/files/:id': ({ fileId }) => ({ path: `/api/files/${fileId}` }),
  'DELETE /api/files/:id': ({ fileId }) => ({ path: `/api/files/${fileId}` }),
  'GET /api/cases/:id/sheets/:sheet': ({ caseId }) => ({
    path: `/api/cases/${caseId}/sheets/review-form?format=html`,
  }),
  'GET /api/cases/:id/sheets/:sheet/settings': ({ caseId }) => ({
    path: `/api/cases/${caseId}/sheets/review-form/settings`,
  }),
  'PUT /api/cases/:id/sheets/:sheet/settings': ({ caseId }) => ({
    path: `/api/cases/${caseId}/sheets/review-form/settings`,
    body: { nothing: 1 },
  }),
  'GET /api/rosters/:id': () => ({ path: '/api/rosters/review?queue=pending' }),
  'GET /api/editions/:hash': () => ({ path: '/api/editions/nothing?category=nothing' }),
  'GET /api/editions/:hash/validators.js': () => ({
    path: '/api/editions/nothing/validators.js?category=nothing',
  }),
  'GET /api/policy': () => ({ path: '/api/policy' }),
  'GET /api/charts/:route/:chart': () => ({ path: '/api/charts/nothing/nothing' }),
};

/** Ends the session of whoever calls it. */
const ENDS_SESSION = new Set(['DELETE /api/session']);
const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const isOfCase = (route: Route): boolean =>
  /^\/api\/(cases|files)\/:id/.test(route.path) || route.path === '/api/events';
const isOfAccount = (route: Route): boolean => route.path.startsWith('/api/accounts/:id');

describe('the authorization table', () => {
  let server: TestServer;
  const clients = new Map<string, Client>();
  let ids: Ids;

  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    const stage = await Stage.open(server);
    ids = await prepare(stage);
    for (const actor of Object.keys(ACTORS)) clients.set(actor, await enter(stage, server, actor));
    await freeze(stage, clients.get('frozen'));
  }, 120_000);
  afterAll(() => server?.stop());

  it('knows every route', () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(Object.keys(ACTORS))('holds for %s on every route and every thing', async (actor) => {
    const before = await statesOf(server, ids);
    const wrong: string[] = [];
    for (const route of routes) {
      if (ENDS_SESSION.has(nameOf(route)) && ACTORS[actor]?.abilities.length) continue;
      for (const thing of isOfCase(route) || isOfAccount(route) ? THINGS : (['nowhere'] as const)) {
        if (isOwnDraft(actor, route, thing)) continue;
        const status = await ask(clients.get(actor), route, ids[thing]);
        const verdict = judge(actor, route, thing, status);
        if (verdict) wrong.push(`${nameOf(route)} on ${thing}: ${verdict}, got ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await statesOf(server, ids)).toEqual(before);
  });

  it('answers the same for a foreign case as for one that does not exist', async () => {
    const stranger = clients.get('community-a');
    const [foreign, missing] = await Promise.all(
      [ids.handedIn, ids.nowhere].map(({ caseId }) =>
        stranger?.get<{ requestId: string }>(`/api/cases/${caseId}`),
      ),
    );
    expect({ ...foreign?.body, requestId: '' }).toEqual({ ...missing?.body, requestId: '' });
  });
});

/** Whoever fills in a draft may take their own file out of it; that is no trespass. */
const isOwnDraft = (actor: string, route: Route, thing: Thing): boolean =>
  actor === 'returned-own-nurse' && thing === 'draft' && nameOf(route) === 'DELETE /api/files/:id';

/** What is wrong with this answer to this actor; null when nothing is. */
function judge(actor: string, route: Route, thing: Thing, status: number): string | null {
  const { abilities, sees, manages } = ACTORS[actor] ?? { abilities: [], sees: [], manages: [] };
  if (status >= 500) return 'expected no fault';
  if (route.access === 'public')
    return status === 403 || (status === 401 && nameOf(route) !== 'POST /api/session')
      ? 'expected to be open'
      : null;
  if (actor === 'anonymous' || actor === 'frozen') return status === 401 ? null : 'expected 401';
  const { access } = route;
  if (access !== 'session' && !access.some((ability) => abilities.includes(ability)))
    return status === 403 ? null : 'expected 403';
  if (isOfAccount(route))
    return (status === 404) === manages.includes(thing)
      ? `expected ${manages.includes(thing) ? 'a way in' : '404'}`
      : null;
  if (isOfCase(route))
    return (status === 404) === sees.includes(thing)
      ? `expected ${sees.includes(thing) ? 'a way in' : '404'}`
      : null;
  return status === 401 ? 'expected to be let in' : null;
}

async function ask(client: Client | undefined, route: Route, ids: Ids[Thing]): Promise<number> {
  const call = CALLS[nameOf(route)]?.(ids);
  if (!client || !call) throw new Error(`no call for ${nameOf(route)}`);
  if (route.upload) return (await client.upload(call.path, Buffer.from('%PDF-'))).status;
  return (await client.send(route.method, call.path, call.body)).status;
}

async function statesOf(server: TestServer, ids: Ids) {
  const records = await cases.byIds(
    server.services.db,
    THINGS.map((thing) => ids[thing].caseId),
  );
  return records.map(({ id, version, stateKey, bytesUsed }) => ({ id, version, stateKey, bytesUsed }));
}

async function prepare(stage: Stage): Promise<Ids> {
  for (const id of ['community-a', 'reform-office-b', 'direct-hospital', 'township-a'])
    await stage.organisation(id);
  const nowhere = { caseId: 'nothing-is-here', fileId: 'nothing-is-here', userId: 'nothing-is-here' };
  return {
    handedIn: await handIn(stage, 'pending-own-gp', 'primary-general-practice-complete', true),
    elsewhere: await handIn(stage, 'draft-clinical', 'clinical-complete', true),
    draft: await handIn(stage, 'returned-own-nurse', 'primary-other-complete', false),
    nowhere,
  };
}

async function handIn(stage: Stage, person: string, example: string, submit: boolean): Promise<Ids[Thing]> {
  const applicant = await stage.person(person);
  const caseId = await stage.fill(applicant, example);
  const [file] = (await stage.view(applicant, caseId)).files;
  const victim = await victimOf(stage, person);
  if (submit) await stage.fire(applicant, caseId, 'SUBMIT');
  return { caseId, fileId: file?.id ?? '', userId: victim };
}

/** Somebody of the same unit whose password may be reset without ending a session that the sweep needs. */
const VICTIMS: Record<string, string> = {
  'pending-own-gp': 'rejected-own-nurse',
  'returned-own-nurse': 'rejected-own-nurse',
  'draft-clinical': 'registered-only',
};

async function victimOf(stage: Stage, colleague: string): Promise<string> {
  const victim = await stage.person(VICTIMS[colleague] ?? '');
  return (await victim.must(victim.get<{ user: { id: string } }>('/api/session'))).user.id;
}

async function enter(stage: Stage, server: TestServer, actor: string): Promise<Client> {
  if (actor === 'anonymous') return server.client();
  if (actor === 'frozen') return stage.person('resubmitted-gp', 'frozen');
  return stage.demo.people.some((one) => one.id === actor) ? stage.person(actor) : stage.organisation(actor);
}

async function freeze(stage: Stage, client: Client | undefined): Promise<void> {
  const session = await client?.get<{ registration: string }>('/api/session');
  await stage.fire(await stage.organisation('community-a'), session?.body.registration ?? '', 'FREEZE');
}
