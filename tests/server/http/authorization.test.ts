import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Route, routes } from '#server/http/index.ts';
import { cases, organisations, users } from '#server/store/index.ts';
import type { Answer } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { report } from '../../promises/scale.ts';
import { ask, nameOf, thingsFor } from './sweep/ask.ts';
import { CALLS } from './sweep/calls.ts';
import { type Verdict, verdict } from './sweep/rule.ts';
import { type Actor, buildWorld, type World } from './sweep/world.ts';

const LEAST_CELLS = 3_000;

describe('the authorization table', () => {
  let server: TestServer;
  let world: World;
  let before: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    world = await buildWorld(server);
    before = await stored(server, world);
  });
  afterAll(() => server?.stop());

  it('knows every route', () => {
    expect(Object.keys(CALLS).sort()).toEqual(routes.map(nameOf).sort());
  });

  it('has the relation of every route with an object', () => {
    const bare = routes.filter((route) => route.path.includes(':') && route.object === undefined);
    expect(bare.map(nameOf)).toEqual([]);
  });

  it('holds in every cell, and the sweep changes nothing', async () => {
    const wrong: string[] = [];
    let cells = 0;
    const sweep = async (actor: Actor): Promise<void> => {
      const missing = new Map<string, string>();
      for (const route of routes)
        for (const thing of thingsFor(route, actor, world.things)) {
          cells += 1;
          const answer = await ask(actor, route, thing);
          const expected = verdict(route, actor, thing, world.tree);
          const problem =
            checkAnswer(route, expected, answer) ?? differsFromMissing(route, expected, answer, missing);
          if (problem) wrong.push(`${actor.name}: ${nameOf(route)} on ${thing.name}: ${problem}`);
        }
    };
    const queue = [...world.actors];
    const worker = async (): Promise<void> => {
      for (let actor = queue.shift(); actor; actor = queue.shift()) await sweep(actor);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    const denied = wrong.filter((one) => one.includes('wrong deny')).length;
    await report('P8', { cells, wrongAllow: wrong.length - denied, wrongDeny: denied });
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThanOrEqual(LEAST_CELLS);
    expect(await stored(server, world)).toEqual(before);
  });
});

/** What is wrong with an answer; null when nothing is. */
function checkAnswer(route: Route, expected: Verdict, { status, text }: Answer): string | null {
  const answered = `${status} ${text.slice(0, 90)}`;
  if ((status >= 500 && !hasNoPrinter(text)) || status === 429) return `fault ${answered}`;
  if (expected === 'login') return status === 401 ? null : `wrong allow, ${answered}`;
  if (expected === 'ability') return status === 403 ? null : `wrong allow, ${answered}`;
  if (expected === 'missing') return status === 404 ? null : `wrong allow, ${answered}`;
  if (status === 404 || status === 401) return `wrong deny, ${answered}`;
  const mayRefuse = expected === 'reads' && route.method !== 'GET';
  return status === 403 && !mayRefuse ? `wrong deny, ${answered}` : null;
}

/** Nothing is printed here: whoever is let in to a print is told so, and nobody else. */
const hasNoPrinter = (text: string): boolean => text.includes('"code":"no-printer"');

/** The answer for what somebody may not see is the same, whether it exists or not. */
function differsFromMissing(
  route: Route,
  expected: Verdict,
  { text }: Answer,
  missing: Map<string, string>,
): string | null {
  if (expected !== 'missing') return null;
  const plain = text.replace(/"requestId":"[^"]*"/, '');
  const known = missing.get(nameOf(route)) ?? plain;
  missing.set(nameOf(route), known);
  return known === plain ? null : `tells foreign from missing, ${plain.slice(0, 90)}`;
}

/** Everything that the sweep could have changed, as text. */
async function stored(server: TestServer, { things }: World): Promise<string> {
  const { db } = server.services;
  const ids = things.map((thing) => thing.id);
  const records = await cases.byIds(db, ids);
  const units = await organisations.byIds(db, ids);
  const people = await Promise.all(
    things.filter(({ kind }) => kind === 'user').map(({ id }) => users.get(db, id)),
  );
  return JSON.stringify([
    records.map(({ id, version, stateKey, bytesUsed, unitId }) => [id, version, stateKey, bytesUsed, unitId]),
    units.map(({ id, version, status, path }) => [id, version, status, path]),
    people.map((user) => [user?.id, user?.status, user?.role, user?.organisationId, user?.name]),
  ]);
}
