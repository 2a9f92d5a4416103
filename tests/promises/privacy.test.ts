import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import { type Route, routes } from '#server/http/index.ts';
import { audit } from '#server/store/index.ts';
import type { Answer } from '../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { ask, nameOf, thingsFor } from '../server/http/sweep/ask.ts';
import { type Actor, buildWorld, type World } from '../server/http/sweep/world.ts';
import { isFull, report } from './scale.ts';

/** The actions under which the trail records that somebody was shown the number of another. */
const REVEALS = ['look', 'print'];
/** What everybody may read and cache: definitions, their charts. */
const PUBLIC = [
  'GET /api/editions/:hash',
  'GET /api/editions/:hash/templates',
  'GET /api/charts/:route/:chart',
];
const LEAST_NUMBERS = 8;

type Reveal = { request: string; subject: string; actor: string };

describe.each(isFull ? databaseKinds : ['sqlite' as const])('P31 on %s', (kind) => {
  let server: TestServer;
  let world: World;
  let numbers: string[];
  const written: string[] = [];
  beforeAll(async () => {
    const logTo = { write: (line: string) => void written.push(line) };
    server = await startServer({ definitions: HEALTH, kind, changes: { logLevel: 'debug' }, logTo });
    world = await buildWorld(server);
    numbers = await numbersIn(server);
  });
  afterAll(() => {
    vi.restoreAllMocks();
    return server?.stop();
  });

  it('a number of somebody else is whole only where the trail has the reveal; no cache stores answers', async () => {
    expect(numbers.length).toBeGreaterThanOrEqual(LEAST_NUMBERS);
    const shown: Reveal[] = [];
    const kept: string[] = [];
    let answers = 0;
    for (const actor of world.actors)
      for (const route of routes.filter(({ method }) => method === 'GET'))
        for (const thing of thingsFor(route, actor, world.things)) {
          const answer = await ask(actor, route, thing);
          answers += 1;
          const request = `${actor.name}: ${nameOf(route)} on ${thing.name}`;
          if (thing.ownerId !== actor.userId && numbers.some((number) => answer.text.includes(number)))
            shown.push({ request, subject: thing.id, actor: actor.userId });
          if (isKept(answer, route, actor)) kept.push(request);
        }
    const silent = await untold(server, shown);
    await report('P31', {
      mariadb: kind === 'mariadb',
      numbers: numbers.length,
      answers,
      shown: shown.length,
      silent: silent.length,
      kept: kept.length,
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
    expect(kept).toEqual([]);
  });

  it('a refusal does not repeat it, and no line of the log has it', async () => {
    const [number = ''] = numbers;
    const wrong = `${number.slice(0, -1)}${number.endsWith('X') ? '1' : 'X'}`;
    const body = {
      form: 'applicant',
      username: 'again',
      password: 'Right-Horse-7',
      question: 'x',
      answer: 'x',
    };
    for (const idNumber of [number, wrong]) {
      const sections: JsonObject = { person: { idType: 'resident', idNumber } };
      const refused = await server.client().prove('/api/registrations', { ...body, sections });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.text).not.toContain(idNumber);
    }
    const proof = await server.client().proof();
    vi.spyOn(server.services.editions, 'current').mockRejectedValue(new Error('broken on purpose'));
    const sections: JsonObject = { person: { idType: 'resident', idNumber: number } };
    const broken = await server.client().post('/api/registrations', { ...body, sections, proof });
    expect([broken.status, broken.text.includes(number)]).toEqual([500, false]);
    const log = written.join('');
    expect(log).toContain('broken on purpose');
    expect([...numbers, wrong].filter((one) => log.includes(one))).toEqual([]);
  });

  const isKept = ({ headers }: Answer, route: Route, actor: Actor): boolean =>
    !actor.out && !PUBLIC.includes(nameOf(route)) && headers.get('cache-control') !== 'no-store';
});

/** Those reveals of which the trail has no row. */
async function untold({ services }: TestServer, reveals: Reveal[]): Promise<string[]> {
  const silent: string[] = [];
  for (const { request, subject, actor } of reveals) {
    const { rows } = await audit.list(services.db, { subject, limit: 200 });
    if (!rows.some((row) => REVEALS.includes(row.action) && row.actorId === actor)) silent.push(request);
  }
  return silent;
}

/** The numbers of everybody of the demonstration who is here. */
async function numbersIn(server: TestServer): Promise<string[]> {
  const { demo } = (await server.services.editions.current()).definition;
  const people = demo?.people ?? [];
  return people.flatMap(({ sections }) => {
    const { idNumber } = (sections?.person ?? {}) as { idNumber?: string };
    return idNumber && idNumber.length > 8 ? [idNumber] : [];
  });
}
