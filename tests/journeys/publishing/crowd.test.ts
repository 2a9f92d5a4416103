import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicationList } from '#core/model/wire/index.ts';
import { cases } from '#server/store/index.ts';
import { scale } from '../../promises/scale.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';
import { approve, draftWith, type Officers, officersOf } from './publish.ts';

const CYCLE = '2026H2';
const PEOPLE = scale(10, 50);

describe.each(mainly('sqlite'))('publishing while many people work, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let officers: Officers;
  let now = new Date('2026-07-10T12:00:00Z');
  const people: Client[] = [];

  beforeAll(async () => {
    const changes = { registrationsPerHour: 1000 };
    server = await startServer({ definitions: GARDEN, kind, clock: () => now, changes });
    stage = await Stage.open(server);
    officers = await officersOf(stage);
    await stage.organisation('north-gardens');
    for (let at = 0; at < PEOPLE; at += 1)
      people.push(
        await stage.person('gardener-a', `person-${at}`, { cardNumber: `PE${String(100_000 + at)}` }),
      );
  });
  afterAll(() => server?.stop());

  it('gives nobody an error, and each case is under the one edition that it was begun under', async () => {
    let underWay = people.length;
    const working = people.map(async (client) => {
      try {
        return await beginFillHandIn(client);
      } finally {
        underWay -= 1;
      }
    });
    const results = Promise.all(working);
    results.catch(() => undefined);
    for (let number = 1; underWay > 0 || number <= 2; number += 1) await publish(number);
    const found = await results;
    const { author } = officers;
    const { publications } = await author.must(author.get<PublicationList>('/api/publications'));
    expect(publications.length).toBeGreaterThan(2);
    const published = publications.map(({ edition }) => edition);
    for (const { id, edition } of found) {
      expect(published).toContain(edition);
      expect((await cases.get(server.services.db, id))?.edition).toBe(edition);
    }
  });

  /** Every answer of the server on the way is one of success; gives the case and the edition that it was begun under. */
  async function beginFillHandIn(client: Client): Promise<{ id: string; edition: string }> {
    const begun = client.post<{ id: string }>('/api/applications', { category: 'plot' });
    const { id } = await client.must(begun);
    const { edition } = await stage.view(client, id);
    await stage.complete(client, id, 'complete');
    await stage.fire(client, id, 'SUBMIT');
    const view = await stage.view(client, id);
    expect(view.edition).toBe(edition);
    return { id, edition };
  }

  async function publish(number: number): Promise<void> {
    const change = {
      ...{ kind: 'setText', part: 'section', id: 'plan', cycle: CYCLE, way: ['title'] },
      text: `The plan, ${number}`,
    };
    const id = await draftWith(officers.author, CYCLE, [change]);
    now = new Date(now.getTime() + 60_000);
    const { status, text } = await approve(stage, officers, id);
    expect(status, text).toBe(200);
  }
});
