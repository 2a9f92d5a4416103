import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, QueuePage, QueueRow } from '#core/model/wire/index.ts';
import { users } from '#server/store/index.ts';
import { scale } from '../promises/scale.ts';
import type { Client } from './client.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { databaseKinds } from './kinds.ts';
import { fillMorning } from './morning.ts';
import { Stage } from './stage.ts';

/** Pages of a queue, and what one call may fire at. */
const [PAGE, AT_ONCE] = [100, 500];
/** Those who are not admitted. */
const LEFT = 3;
const QUEUE = '/api/queues/account/waiting';

describe.each(databaseKinds)('the registrations of a morning, on %s', (kind) => {
  // The quick database takes a whole morning; the other one, in smoke size, a part of it.
  const morning = kind === 'sqlite' ? AT_ONCE : scale(120, AT_ONCE);
  let server: TestServer;
  let association: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    const stage = await Stage.open(server);
    association = await stage.organisation('north-gardens');
    await fillMorning(stage, 'gardener-a', morning + LEFT);
  });
  afterAll(() => server?.stop());

  async function waiting(): Promise<QueueRow[][]> {
    const pages: QueueRow[][] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: QueuePage = await association.must(
        association.get<QueuePage>(after === '' ? QUEUE : `${QUEUE}?after=${encodeURIComponent(after)}`),
      );
      pages.push(page.rows);
      if (pages.length > morning)
        throw new Error(`The queue has more than ${morning} pages; the last begins after ${after}`);
      after = page.after;
    }
    return pages;
  }

  const admit = (rows: Partial<QueueRow>[]) =>
    association.post('/api/events', {
      event: 'ADMIT',
      cases: rows.map(({ id, version }) => ({ id, version })),
    });

  it('are listed in a few pages, each once', async () => {
    const pages = await waiting();
    expect(pages.every((rows) => rows.length <= PAGE)).toBe(true);
    expect(pages).toHaveLength(Math.ceil((morning + LEFT) / PAGE));
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(morning + LEFT);
    expect(pages.flat().every(({ actions }) => actions.includes('ADMIT'))).toBe(true);
  });

  it('are admitted none at all when one of them has changed meanwhile, or when they are too many', async () => {
    const rows = (await waiting()).flat();
    const tooMany = Array.from({ length: AT_ONCE + 1 }, (_, at) => ({ ...rows[0], id: `one-${at}` }));
    const refused = await admit(tooMany);
    expect([refused.status, refused.body.code]).toEqual([422, 'too-many-cases']);
    const changed = rows.slice(0, morning).map((row, at) => (at === 7 ? { ...row, version: 99 } : row));
    expect((await admit(changed)).status).toBe(409);
    expect((await waiting()).flat()).toHaveLength(morning + LEFT);
  });

  it('are admitted in one call, and everybody may log in', async () => {
    const rows = (await waiting()).flat().slice(0, morning);
    const { status, body } = await admit(rows);
    expect([status, (body.cases as unknown[]).length]).toEqual([200, morning]);
    expect((await waiting()).flat()).toHaveLength(LEFT);
    const states = await Promise.all(
      Array.from({ length: morning + LEFT }, (_, at) =>
        users.byUsername(server.services.db, `morning-${at}`),
      ),
    );
    expect(states.filter((user) => user?.status === 'active')).toHaveLength(morning);
  });

  it('are refused with one opinion for many, which everybody can read; without an opinion none is refused', async () => {
    const rows = (await waiting()).flat();
    const cases = rows.map(({ id, version }) => ({ id, version }));
    expect((await association.post('/api/events', { event: 'REFUSE', cases })).status).toBe(422);
    expect((await waiting()).flat()).toHaveLength(LEFT);
    const input = { opinion: 'The card is not to be read' };
    await association.must(association.post('/api/events', { event: 'REFUSE', cases, input }));
    expect((await waiting()).flat()).toHaveLength(0);
    for (const { id } of rows) {
      const { events } = await association.must(association.get<CaseView>(`/api/cases/${id}`));
      expect(events.at(-1)).toMatchObject({ event: 'REFUSE', input });
    }
  });
});
