import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { BatchView, FiredView } from '#core/model/wire/index.ts';
import { changedCopy } from '../changed.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const PATH = '/api/batches/application/AWARD_BEST';
/** Each asks for 180: two fit, and 40 are left. */
const BUDGET = 400;

describe.each(mainly('mariadb'))('the best of a queue on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let city: Client;
  const ids = new Map<string, string>();
  const look = () => city.must(city.get<BatchView>(PATH));
  const award = (board: BatchView) =>
    city.post<FiredView & { code: string }>(PATH, {
      confirmCount: board.count,
      seen: board.ranking?.seen,
    });
  const namesIn = ({ ranking }: BatchView) =>
    ranking?.rows.map(
      ({ id, taken }) => `${[...ids].find(([, one]) => one === id)?.[0]}${taken ? '+' : '-'}`,
    );

  beforeAll(async () => {
    const definitions = await changedCopy(GARDEN, {
      '2026H2/edition.json': (edition) => {
        (edition.facts as JsonObject).budget = BUDGET;
      },
    });
    server = await startServer({ definitions, kind });
    stage = await Stage.open(server);
    await stage.organisation('treasury');
    city = await stage.organisation('city');
  });
  afterAll(() => server?.stop());

  /** Brought to the shortlist with these points of the parks office. */
  async function shortlisted(name: string, points: number | undefined): Promise<void> {
    const number = `RK${100_000 + ids.size}`;
    const gardener = await stage.person('gardener-a', `ranked-${name}`, { cardNumber: number });
    const id = await stage.fill(gardener, 'complete');
    ids.set(name, id);
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', { opinion: 'In favour' });
    await stage.fire(await stage.organisation('treasury'), id, 'PASS', { opinion: 'In favour' });
    await stage.fire(city, id, 'PASS', { opinion: 'In favour', ...(points !== undefined && { points }) });
  }

  it('is shown in its order, with the line, what is used and what is left', async () => {
    await shortlisted('low', 3);
    await shortlisted('none', undefined);
    await shortlisted('high', 9);
    const board = await look();
    expect(namesIn(board)).toEqual(['high+', 'low+', 'none-']);
    expect(board).toMatchObject({ allowed: true, count: 2 });
    expect(board.ranking).toMatchObject({
      order: ['Points of the parks office', 'Own share'],
      sum: { title: 'Asked for', used: 360, upTo: 400, left: 40 },
      refusal: null,
      more: 0,
    });
    expect(board.ranking?.rows.map(({ values }) => values[0])).toEqual([9, 3, null]);
  });

  it('of equals the one handed in earlier comes first, and it is said', async () => {
    await shortlisted('late', 3);
    const board = await look();
    expect(namesIn(board)).toEqual(['high+', 'low+', 'late-', 'none-']);
    expect(board.ranking?.rows.map(({ tied }) => tied)).toEqual([false, true, true, false]);
  });

  it('does not go when the list has changed since it was seen', async () => {
    const board = await look();
    await shortlisted('best', 10);
    const refused = await award(board);
    expect([refused.status, refused.body.code]).toEqual([409, 'batch-changed']);
    expect((await city.post(PATH, { confirmCount: board.count })).status).toBe(409);
    expect(namesIn(await look())).toEqual(['best+', 'high+', 'low-', 'late-', 'none-']);
  });

  it('goes once for the first of the list alone, however many ask at once', async () => {
    const board = await look();
    const answers = await Promise.all([1, 2, 3].map(() => award(board)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await stage.queue(city, 'application', 'awarded')).sort()).toEqual(
      [ids.get('best'), ids.get('high')].sort(),
    );
    expect((await stage.queue(city, 'application', 'shortlist')).length).toBe(3);
  });

  it('nobody goes where the first of the list does not fit into what is left', async () => {
    const board = await look();
    expect(namesIn(board)).toEqual(['low-', 'late-', 'none-']);
    expect(board).toMatchObject({
      allowed: false,
      count: 0,
      ranking: { sum: { used: 0, upTo: 40, left: 40 } },
    });
    const refused = await award(board);
    expect([refused.status, refused.body.code]).toEqual([409, 'batch-empty']);
  });
});
