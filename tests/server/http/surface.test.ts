import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { Agent, request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#server/http/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';
import { handmadePdf, honestPdf } from '../../support/pdfs.ts';

type Wire = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** Resolves when the servers of this process have received so many more requests. */
function taken(requests: number): Promise<void> {
  return new Promise((resolve) => {
    let left = requests;
    const count = () => {
      left -= 1;
      if (left > 0) return;
      unsubscribe('http.server.request.start', count);
      resolve();
    };
    subscribe('http.server.request.start', count);
  });
}

describe('the HTTP surface', () => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let now = new Date('2026-08-01T09:00:00.000Z');
  beforeAll(async () => {
    const pages = await mkdtemp(join(tmpdir(), 'shenbao-pages-'));
    await mkdir(join(pages, 'assets'));
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>pages</title>');
    await writeFile(join(pages, 'assets', 'main.js'), 'export {};');
    server = await startServer({ definitions: GARDEN, clock: () => now, pages });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
  });
  afterAll(() => server?.stop());

  /** A request that no browser would send. */
  function send({
    method = 'GET',
    path,
    headers = {},
    body,
  }: Wire): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
    const { hostname, port } = new URL(server.origin);
    return new Promise((resolve, reject) => {
      const request = rawRequest({ hostname, port, method, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  const own = (): Record<string, string> => ({ origin: server.origin, 'content-type': 'application/json' });

  it('describes itself, every route of it', async () => {
    const { body } = await server
      .client()
      .get<{ openapi: string; paths: Record<string, object> }>('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(routes.length);
  });

  it('sets its headers on every answer, and never lets a script be compiled in the page', async () => {
    for (const path of ['/api/programme', '/api/nothing', '/', '/healthz']) {
      const { headers } = await server.client().get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy.split(';').find((part) => part.trim().startsWith('script-src'))).not.toContain(
        'unsafe-inline',
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect((await gardener.get('/api/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('serves the pages, and index.html for every page address, but never for the API', async () => {
    expect((await server.client().get('/applications/17')).text).toContain('pages');
    expect((await server.client().get('/assets/main.js')).headers.get('cache-control')).toContain(
      'immutable',
    );
    expect((await server.client().get('/assets/other.js')).status).toBe(404);
    expect((await send({ path: '/..%2f..%2fpackage.json' })).status).not.toBe(200);
    expect((await server.client().get('/api/nothing')).status).toBe(404);
  });

  it.each([
    { what: 'another origin', headers: { origin: 'http://evil.example' } },
    { what: 'no origin', headers: {} },
    { what: 'an opaque origin', headers: { origin: 'null' } },
    { what: 'another site, says the browser', headers: { 'sec-fetch-site': 'cross-site' } },
  ])('refuses to change anything for $what', async ({ what, headers }) => {
    const origin: Record<string, string> = what.startsWith('another site') ? { origin: server.origin } : {};
    const all: Record<string, string> = {
      ...origin,
      ...(headers as Record<string, string>),
      cookie: gardener.cookie,
      'content-type': 'application/json',
    };
    const { status, text } = await send({ method: 'DELETE', path: '/api/session', headers: all });
    expect([status, JSON.parse(text).code]).toEqual([403, 'cross-origin']);
    expect((await gardener.get('/api/applications')).status).toBe(200);
  });

  it.each([
    {
      what: 'a host that is not ours',
      wire: { path: '/api/programme', headers: { host: 'evil.example' } },
      status: 400,
    },
    {
      what: 'a host with a user in it',
      wire: { path: '/api/programme', headers: { host: 'evil@127.0.0.1' } },
      status: 400,
    },
    { what: 'TRACE', wire: { method: 'TRACE', path: '/api/programme' }, status: 405 },
    {
      what: 'a method that the route has not',
      wire: { method: 'DELETE', path: '/api/programme', headers: { json: '' } },
      status: 405,
    },
    { what: 'a broken escape', wire: { path: '/api/organisations/%' }, status: 400 },
    { what: 'a NUL in an id', wire: { path: '/api/organisations/%00' }, status: 400 },
    { what: 'a scalar twice', wire: { path: '/api/organisations?search=a&search=b' }, status: 400 },
    {
      what: 'a parameter that is not known',
      wire: { path: '/api/organisations?limit=1000000' },
      status: 400,
    },
    {
      what: 'a key that is not known',
      wire: { method: 'POST', path: '/api/session', body: '{"username":"a","password":"b","role":"city"}' },
      status: 400,
    },
    {
      what: 'a prototype',
      wire: { method: 'POST', path: '/api/session', body: '{"username":"a","password":"b","__proto__":{}}' },
      status: 400,
    },
    {
      what: 'half a document',
      wire: { method: 'POST', path: '/api/session', body: '{"username":' },
      status: 400,
    },
    { what: 'a bare value', wire: { method: 'POST', path: '/api/session', body: '"text"' }, status: 400 },
    {
      what: 'too much',
      wire: {
        method: 'POST',
        path: '/api/session',
        body: JSON.stringify({ username: 'a', password: 'x'.repeat(300_000) }),
      },
      status: 413,
    },
    {
      what: 'a form',
      wire: {
        method: 'POST',
        path: '/api/session',
        body: 'username=a',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      status: 415,
    },
    {
      what: 'JSON called text',
      wire: { method: 'POST', path: '/api/session', body: '{}', headers: { 'content-type': 'text/plain' } },
      status: 415,
    },
  ])('refuses $what', async ({ wire, status }) => {
    const answer = await send({ ...wire, headers: { ...own(), ...wire.headers } as Record<string, string> });
    expect(answer.status).toBe(status);
    expect(Object.keys(JSON.parse(answer.text)).sort()).toEqual(['code', 'message', 'requestId']);
    expect(answer.text).not.toMatch(/\bat |SELECT|node_modules/);
  });

  it('gives the session a cookie that scripts cannot read, a new one at each login', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => server.client().prove('/api/session', { username: 'gardener-a', password: PASSWORD })),
    );
    const [first = '', second = ''] = answers.map((answer) => answer.headers.getSetCookie()[0] ?? '');
    expect(first).toMatch(/^sid=[\w-]{43}; path=\/; samesite=lax; httponly$/i);
    expect(first).not.toBe(second);
  });

  it('ends a session after half an hour without requests, and after logout', async () => {
    const idle = await stage.logIn('gardener-a');
    const leaving = await stage.logIn('gardener-a');
    await leaving.delete('/api/session');
    expect((await leaving.get('/api/applications')).status).toBe(401);
    const start = now;
    now = new Date(start.getTime() + 31 * 60_000);
    expect((await idle.get('/api/applications')).status).toBe(401);
    now = start;
  });

  it('ends every other session when the password changes', async () => {
    const [here, there] = [await stage.logIn('gardener-a'), await stage.logIn('gardener-a')];
    const wrong = await here.put('/api/session/password', { current: 'wrong', next: 'Other-Horse-8' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong-password']);
    const weak = await here.put('/api/session/password', { current: PASSWORD, next: 'aaaaaaaaaaaa' });
    expect([weak.status, weak.body.code]).toEqual([422, 'password-policy']);
    await here.must(here.put('/api/session/password', { current: PASSWORD, next: 'Other-Horse-8' }));
    expect((await here.get('/api/applications')).status).toBe(200);
    expect((await there.get('/api/applications')).status).toBe(401);
    await here.must(here.put('/api/session/password', { current: 'Other-Horse-8', next: PASSWORD }));
    gardener = here;
  });

  it('stops guessing after ten failures, and gives the same answer for unknown names', async () => {
    const guess = (username: string) =>
      server.client().prove<{ code: string }>('/api/session', { username, password: 'wrong' });
    const known = [];
    for (let turn = 0; turn < 12; turn += 1) known.push((await guess('gardener-a')).status);
    expect(known).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const unknown = await guess('nobody-at-all');
    expect([unknown.status, unknown.body.code]).toEqual([401, 'login-failed']);
    now = new Date(now.getTime() + 16 * 60_000);
    gardener = await stage.logIn('gardener-a');
  });

  it('an initial password opens nothing but the change of it', async () => {
    const secretary = await stage.organisation('north-gardens');
    const { user } = (await gardener.get<{ user: { id: string } }>('/api/session')).body;
    const reset = await secretary.must(
      secretary.post<{ password: string }>(`/api/accounts/${user.id}/password`, undefined),
    );
    const entered = await stage.logIn('gardener-a', reset.password);
    const refused = await entered.get('/api/applications');
    expect([refused.status, refused.body.code]).toEqual([403, 'change-password-first']);
    await entered.must(
      entered.put('/api/session/password', {
        current: reset.password,
        next: PASSWORD,
        ...(await stage.question()),
      }),
    );
    expect((await entered.get('/api/applications')).status).toBe(200);
    gardener = entered;
  });

  it('accepts valid files alone, names them itself and sends them as what they are', async () => {
    const { id } = await gardener.must(
      gardener.post<{ id: string }>('/api/applications', { category: 'plot' }),
    );
    const place = `/api/cases/${id}/files?section=photos&slot=consent`;
    const refusals = [
      { name: 'x.pdf', content: Buffer.from('<html><script>alert(1)</script>'), status: 422 },
      { name: 'x.pdf', content: Buffer.alloc(0), status: 422 },
      {
        name: 'x.pdf',
        content: handmadePdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
        status: 422,
      },
      { name: 'x.pdf', content: Buffer.concat([await honestPdf(), Buffer.alloc(5_242_880)]), status: 413 },
    ];
    for (const { name, content, status } of refusals) {
      expect((await gardener.upload(`${place}&name=${name}`, content)).status).toBe(status);
    }
    expect((await stage.view(gardener, id)).bytes.used).toBe(0);
    const hostile = encodeURIComponent('../../\u202Eetc\r\nX: y/con.pdf');
    const file = await gardener.must(gardener.upload(`${place}&name=${hostile}`, await honestPdf()));
    expect(file.name).toBe('con.pdf');
    const shown = await gardener.get(`/api/files/${file.id}`);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toBe('inline');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'");
    const again = await gardener.must(gardener.upload(`${place}&name=two.pdf`, await honestPdf(2)));
    expect((await stage.view(gardener, id)).files.map((one) => one.id)).toEqual([again.id]);
  });

  it('shuts down gracefully: what was accepted is answered', async () => {
    const other = await startServer({ definitions: GARDEN });
    const client = other.client();
    const running = Array.from({ length: 10 }, () => client.get('/api/programme'));
    await taken(running.length);
    await Promise.all([other.stop(), ...running]);
    expect((await Promise.all(running)).map((answer) => answer.status)).toEqual(running.map(() => 200));
  });

  it('shuts down gracefully: a kept connection is told that it ends, and never cut', async () => {
    const other = await startServer({ definitions: GARDEN });
    const agent = new Agent({ keepAlive: true });
    const ask = () =>
      new Promise<string>((resolve) => {
        const asking = rawRequest(`${other.origin}/api/programme`, { agent }, (response) => {
          response.on('end', () => resolve(response.headers.connection ?? '')).resume();
        });
        asking.on('error', () => resolve(asking.reusedSocket ? 'cut' : 'not taken'));
        asking.end();
      });
    const worker = async (): Promise<string[]> => {
      const heard: string[] = [];
      do heard.push(await ask());
      while (heard.at(-1) === 'keep-alive');
      return heard;
    };
    const workers = Array.from({ length: 6 }, worker);
    await taken(workers.length * 3);
    await Promise.all([other.stop(), ...workers]);
    const last = (await Promise.all(workers)).map((heard) => heard.at(-1));
    expect(last).toEqual(workers.map(() => 'close'));
    agent.destroy();
  });
});
