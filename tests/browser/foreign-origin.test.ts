import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#server/http/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { Stage } from '../journeys/stage.ts';
import { dump } from '../promises/dump.ts';
import { sharedBrowser } from '../support/browser.ts';
import { enter } from '../support/users.ts';

type Attack = { method: string; url: string };

/** Every way in which a page may send: a script with each content type that needs no preflight, and a form. */
/**
 * Every way in which a page may send: a script with each content type that needs no preflight, and a form. What goes to
 * one address goes at the same time.
 */
async function attack({ all, body }: { all: Attack[]; body: string }): Promise<number> {
  const scripts = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'].flatMap((type) =>
    (['cors', 'no-cors'] as const).map((mode) => ({ type, mode })),
  );
  let sent = 0;
  const byScript = async ({ method, url }: Attack) => {
    const tries = scripts.map(({ type, mode }) => {
      const headers = { 'content-type': type };
      return fetch(url, { method, mode, headers, body, credentials: 'include' }).catch(() => undefined);
    });
    sent += (await Promise.all(tries)).length;
  };
  const byForm = async ({ method, url }: Attack, enctype: string) => {
    const frame = document.createElement('iframe');
    sent += 1;
    frame.name = `frame-${sent}`;
    const form = Object.assign(document.createElement('form'), { method, action: url, enctype });
    form.target = frame.name;
    const field = Object.assign(document.createElement('input'), { name: body, value: '' });
    form.append(field);
    document.body.append(frame, form);
    const loaded = new Promise((done) => {
      frame.addEventListener('load', done);
      setTimeout(done, 1_000);
    });
    form.submit();
    await loaded;
    frame.remove();
  };
  for (const one of all) {
    await byScript(one);
    if (one.method !== 'POST') continue;
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    await Promise.all(types.map((type) => byForm(one, type)));
  }
  return sent;
}

describe('a page of a foreign origin', () => {
  const suite = sharedBrowser();
  const { pages } = suite;
  let server: TestServer;
  let foreign: Server;
  let client: Client;
  let reached = 0;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, pages });
    const stage = await Stage.open(server);
    client = await stage.organisation('north-gardens');
    await stage.person('gardener-a');
    foreign = createServer((_request, response) => {
      reached += 1;
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    foreign?.close();
    await server?.stop();
  });

  it('changes nothing in the name of the logged-in user, whatever it sends', async () => {
    const { page } = await suite.open();
    await enter(page, server.origin, client, '/');
    const account = await client.must(client.get<{ user: { id: string } }>('/api/session'));
    const before = await dump(server.services.db);
    const all = routes
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => ({
        method,
        url: `${server.origin}${path.replaceAll(/:\w+/g, account.user.id)}`,
      }));
    expect(all.length).toBeGreaterThan(20);
    const body = JSON.stringify({ name: 'Foreign', username: 'foreign', role: 'secretary' });
    const { port } = foreign.address() as AddressInfo;
    // The first shares a site with the victim, and so its cookies; the second shares nothing.
    for (const host of ['127.0.0.1', 'localhost']) {
      await page.goto(`http://${host}:${port}/`).catch(() => undefined);
      expect(new URL(page.url()).hostname).toBe(host);
      expect(await page.evaluate(attack, { all, body })).toBeGreaterThan(all.length * 6);
    }
    expect(reached).toBeGreaterThan(0);
    expect(await dump(server.services.db)).toBe(before);
    expect((await client.get('/api/session')).status, 'still logged in').toBe(200);
    await enter(page, server.origin, client, '/');
    const same = await page.evaluate(
      async (text) =>
        (
          await fetch('/api/accounts', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: text,
          })
        ).status,
      body,
    );
    expect(same, 'the same request from our own page').toBe(201);
    await page.context().close();
  });
});
