import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '#server/services/cases/index.ts';
import { type Actor, actorOf } from '#server/services/ground/index.ts';
import { queueMenu, queuePage } from '#server/services/queues/index.ts';
import { users } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { GARDEN, HEALTH, startServer, type TestServer, THEATRE } from '../journeys/harness.ts';
import { isFull } from '../promises/scale.ts';

/** The demonstration of the health programme takes long to play. */
const PROGRAMMES = isFull ? [GARDEN, THEATRE, HEALTH] : [GARDEN, THEATRE];

describe.each(PROGRAMMES)('the queues of %s', (definitions) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ definitions, demo: true });
  }, 240_000);
  afterAll(() => server?.stop());

  /** Everybody who works at a desk. */
  async function staff(): Promise<Actor[]> {
    const { services } = server;
    const { rows } = await run(services.db, new Sql('SELECT id FROM organisations ORDER BY id'));
    const all = await Promise.all(
      (rows as { id: string }[]).map(({ id }) => users.ofOrganisation(services.db, id)),
    );
    const actors = await Promise.all(all.flat().map((user) => actorOf(services, services.db, user, null)));
    return actors.flatMap((actor) => (actor && !actor.isPerson ? [actor] : []));
  }

  it('offer of each case what opening it offers', async () => {
    const { services } = server;
    let compared = 0;
    for (const actor of await staff())
      for (const { route, cycle, subject, queues } of await queueMenu(services, actor))
        for (const { id: queue } of queues) {
          const at = { route, queue, ...(subject === 'account' ? {} : { cycle }) };
          for (const row of (await queuePage(services, actor, at)).rows) {
            const opened = (await openCase(services, actor, row.id)).actions.map(({ event }) => event);
            // Batches are fired at a queue and stand at no single case.
            const batches = new Set(await batchesOf(route));
            const listed = row.actions.filter((event) => !batches.has(event));
            expect([row.id, listed]).toEqual([row.id, [...new Set(opened)]]);
            compared += 1;
          }
        }
    expect(compared).toBeGreaterThan(5);
  }, 240_000);

  async function batchesOf(route: string): Promise<string[]> {
    const { routes } = await server.services.editions.current();
    const events = Object.entries(routes[route]?.definition.events ?? {});
    return events.filter(([, { batch }]) => batch).map(([event]) => event);
  }
});
