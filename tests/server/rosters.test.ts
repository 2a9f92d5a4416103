import { PassThrough, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledEdition, RosterDefinition } from '#core/model/index.ts';
import type { RosterCase } from '#server/print/index.ts';
import { type RosterLine, rosterLines } from '#server/print/xlsx/lines.ts';
import { applicationOf, factsOf, loadCase, rolesOver, seenApplication } from '#server/services/case/index.ts';
import { type Actor, actorOf } from '#server/services/ground/index.ts';
import { roster } from '#server/services/queues/index.ts';
import { rosterCases } from '#server/services/queues/roster-cases.ts';
import { planOf } from '#server/services/queues/roster-plan.ts';
import { type Asked, cases, counting, users } from '#server/store/index.ts';
import { run, Sql } from '#server/store/sql/index.ts';
import { GARDEN, startServer, type TestServer, THEATRE } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { fill } from '../support/fill.ts';
import { allCases } from '../support/listings.ts';

/** Two batches and a part of a third. */
const MANY = 1100;
const A_BATCH = 3;
const CASES_OF_BATCH = { sqlite: 100, mariadb: 500 };

type Waiting = { caseId: string; organisationId: string; queue: string };

async function anyWaiting({ services: { db } }: TestServer): Promise<Waiting> {
  const text =
    "SELECT p.* FROM positions p JOIN cases c ON c.id = p.caseId WHERE c.subject = 'application' AND p.queue IN ('todo', 'pending') AND c.ownerUserId IS NOT NULL ORDER BY p.since LIMIT 1";
  const [first] = (await run(db, new Sql(text))).rows as Waiting[];
  return first ?? expect.fail('the demonstration has nothing that waits');
}

async function exporterOf({ services }: TestServer, organisationId: string): Promise<Actor> {
  for (const user of await users.ofOrganisation(services.db, organisationId)) {
    const one = await actorOf(services, services.db, user, null);
    if (one?.abilities.includes('review')) return { ...one, abilities: [...one.abilities, 'export'] };
  }
  return expect.fail('nobody reviews there');
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

describe.each(databaseKinds)('a long roster on %s', (kind) => {
  let server: TestServer;
  let actor: Actor;
  let waiting: Waiting;

  beforeAll(async () => {
    server = await startServer({ definitions: THEATRE, kind, demo: true });
    waiting = await anyWaiting(server);
    await fill(server.services.db, waiting.caseId, MANY);
    actor = await exporterOf(server, waiting.organisationId);
  }, 120_000);
  afterAll(() => server?.stop());

  const open = () =>
    roster(server.services, actor, { roster: 'ensemble', queue: waiting.queue, filters: {} });

  it('asks the database three times for a batch of cases, however many there are', async () => {
    const asked: Asked = { statements: 0, transactions: 0 };
    const { write } = await open();
    const lines = await counting(asked, () => write(new PassThrough().resume()));
    expect(lines).toBeGreaterThan(MANY);
    const batches = Math.ceil(lines / CASES_OF_BATCH[kind]);
    // Organisations that nobody has asked for yet are read once: those of the cases, and those above.
    expect(asked).toEqual({ statements: expect.any(Number), transactions: 0 });
    expect(asked.statements).toBeLessThanOrEqual(A_BATCH * batches + 2);
    expect(asked.statements).toBeGreaterThan(batches);
  });

  it('stops when its reader leaves', async () => {
    const asked: Asked = { statements: 0, transactions: 0 };
    const { write } = await open();
    const stream = new PassThrough();
    setImmediate(() => stream.destroy());
    expect(await counting(asked, () => write(stream))).toBeLessThan(MANY / 2);
    expect(asked.statements).toBeLessThanOrEqual(A_BATCH * 2);
  });

  it('waits for a reader who is slow, and goes on', async () => {
    const { write } = await open();
    let largest = 0;
    let bytes = 0;
    const stream = new PassThrough({ highWaterMark: 4096 });
    const slow = new Writable({
      highWaterMark: 1024,
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        largest = Math.max(largest, stream.writableLength);
        setTimeout(done, 1);
      },
    });
    stream.pipe(slow);
    const lines = await write(stream);
    await finished(slow);
    expect(lines).toBeGreaterThan(MANY);
    expect(bytes).toBeGreaterThan(10_000);
    // One piece beyond what fits: nothing piles up before a reader.
    expect(largest).toBeLessThan(bytes / 2);
  }, 60_000);
});

describe.each([GARDEN, THEATRE])('the roster of %s', (definitions) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ definitions, demo: true });
  }, 120_000);
  afterAll(() => server?.stop());

  /** Everything read and evaluated, as whoever opens the case does. */
  async function wholeCase(actor: Actor, id: string): Promise<RosterCase> {
    const { services } = server;
    const record = (await cases.get(services.db, id)) ?? expect.fail(id);
    const loaded = await loadCase(services, services.db, record);
    const facts = await factsOf(services, services.db, loaded);
    const application = seenApplication(loaded, applicationOf(loaded), rolesOver(actor, record, false));
    return { application, facts, edition: loaded.edition };
  }

  const linesOf = (definition: RosterDefinition, rows: AsyncIterable<RosterCase>): Promise<RosterLine[]> =>
    collected(rosterLines(definition, rows));

  async function* one<T>(value: T): AsyncGenerator<T> {
    yield value;
  }

  /** Rosters as they are, and each column alone: then the least is read. */
  function variants(edition: CompiledEdition): RosterDefinition[] {
    return Object.values(edition.rosters).flatMap((definition) => [
      definition,
      ...definition.columns.map((column) => ({ ...definition, columns: [column] })),
    ]);
  }

  it('writes of each case what its whole answers give', async () => {
    const { services } = server;
    const edition = await services.editions.current();
    const waiting = await anyWaiting(server);
    const actor = await exporterOf(server, waiting.organisationId);
    let compared = 0;
    for (const id of await allCases(server)) {
      const record = (await cases.get(services.db, id)) ?? expect.fail(id);
      if (record.subject !== 'application') continue;
      const whole = await wholeCase(actor, id);
      for (const definition of variants(edition)) {
        const reader = { services, actor, plan: planOf([edition], definition, []) };
        const [found] = await collected(rosterCases(reader, [id]));
        const read = found?.one ?? expect.fail(id);
        expect(await linesOf(definition, one(read))).toEqual(
          await linesOf(definition, one({ ...whole, facts: { ...whole.facts, now: read.facts.now } })),
        );
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
  }, 120_000);
});
