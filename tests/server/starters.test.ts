/** What `shenbao init` lays down is served, and its demonstration goes through. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import { startServer } from '../journeys/harness.ts';
import { Stage } from '../journeys/stage.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-starters-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['chain', 'en'],
  ['parallel', 'zh-CN'],
  ['back', 'en'],
  ['appeal', 'zh-CN'],
  ['batch', 'en'],
])('a programme of the route %s in %s runs', async (route, locale) => {
  const definitions = join(folder, route);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(await main(['init', definitions, '--route', route, '--locale', locale])).toBe(0);
  const server = await startServer({ definitions });
  try {
    const stage = await Stage.open(server);
    const person = await stage.person('person-1');
    const id = await stage.fill(person, 'complete');
    await stage.fire(person, id, 'SUBMIT');
    expect(await stage.queue(await stage.organisation('unit-1'), 'application', 'pending')).toEqual([id]);
    expect((await person.get(`/api/cases/${id}/sheets/form.html`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});
