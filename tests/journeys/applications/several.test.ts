import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, QueuePage } from '#core/model/wire/index.ts';
import { worksheet } from '../../support/workbook.ts';
import { changedCopy } from '../changed.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const OPINION = { opinion: 'In favour' };
const homeOf = (client: Client) => client.must(client.get<HomeView>('/api/applications'));
const begin = (client: Client, category = 'plot') =>
  client.post<{ id: string; code: string; message: string }>('/api/applications', { category });

describe.each(mainly('mariadb'))('two applications of one person on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let gardener: Client;
  let association: Client;
  let first: string;
  let second: string;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, kind });
    stage = await Stage.open(server);
    association = await stage.organisation('north-gardens');
    await stage.organisation('treasury');
    gardener = await stage.person('gardener-a');
  });
  afterAll(() => server?.stop());

  it('of many begun at once as many come to be as there may be', async () => {
    const racer = await stage.person('gardener-b');
    const begun = await Promise.all(Array.from({ length: 6 }, () => begin(racer)));
    expect(begun.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    expect(new Set(begun.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(
      new Set(['over-limit']),
    );
    expect((await homeOf(racer)).applications.length).toBe(2);
  });

  it('of two who file for one organisation at once one begins', async () => {
    const other = await stage.addUser(association, `secretary-${kind}`, 'secretary');
    const begun = await Promise.all([begin(association, 'commons'), begin(other, 'commons')]);
    expect(begun.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await homeOf(other)).withheld).toEqual([
      { reason: 'over-limit-of-category', most: 1, state: null, categories: ['Common garden'] },
    ]);
  });

  it('the home offers another until there are two, and says why not a third', async () => {
    expect(await homeOf(gardener)).toMatchObject({ offered: [{ id: 'plot' }], withheld: [], most: 2 });
    first = await stage.fill(gardener, 'complete');
    expect((await homeOf(gardener)).offered.map(({ id }) => id)).toEqual(['plot']);
    second = await stage.fill(gardener, 'complete');
    await retitle(second, 'The other plot');
    const home = await homeOf(gardener);
    expect(home.applications.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(home.applications.find(({ id }) => id === second)?.summary[0]?.text).toBe('The other plot');
    expect(home).toMatchObject({
      offered: [],
      blockedBy: null,
      withheld: [{ reason: 'over-limit', most: 2, categories: ['Single plot'] }],
    });
    const refused = await begin(gardener);
    expect([refused.status, refused.body.code]).toEqual([409, 'over-limit']);
    expect(refused.body.message).toContain('2');
  });

  it('each is a row of its own in queues, in a search and in rosters, and prints itself', async () => {
    for (const id of [first, second]) await stage.fire(gardener, id, 'SUBMIT');
    expect((await stage.queue(association, 'application', 'todo')).sort()).toEqual([first, second].sort());
    const name = (await stage.view(association, first)).name;
    const found = await association.must(
      association.get<QueuePage>(`/api/queues/application/todo?text=${encodeURIComponent(name)}`),
    );
    expect(found.rows.map(({ id, summary }) => [id, summary[0]?.text]).sort()).toEqual(
      [
        [first, await titleIn(first)],
        [second, 'The other plot'],
      ].sort(),
    );
    const [titles = [], ...lines] = worksheet(
      await association.download('/api/rosters/members', { queue: 'todo' }),
    );
    const plan = titles.findIndex(({ text }) => text === 'Plan');
    const plans = new Set(lines.map((line) => line[plan]?.text).filter(Boolean));
    expect(plans).toEqual(new Set([await titleIn(first), 'The other plot']));
    for (const [id, title] of [
      [first, await titleIn(first)],
      [second, 'The other plot'],
    ] as const)
      expect((await gardener.get(`/api/cases/${id}/sheets/card.html`)).text).toContain(title);
  });

  it('what happens to one leaves the other where it is', async () => {
    await stage.fire(association, first, 'RETURN', OPINION);
    expect(await stage.queue(association, 'application', 'todo')).toEqual([second]);
    expect(await stage.queue(association, 'application', 'returned')).toEqual([first]);
    const states = (await homeOf(gardener)).applications.map(({ id, stateTitle }) => [id, stateTitle]);
    expect(Object.fromEntries(states)).toEqual({ [first]: 'Returned', [second]: 'At the association' });
  });

  it('one that is awarded bars every further one', async () => {
    const [city, treasury] = [await stage.organisation('city'), await stage.organisation('treasury')];
    await stage.fire(association, second, 'PASS', OPINION);
    await stage.fire(treasury, second, 'PASS', OPINION);
    await stage.fire(city, second, 'PASS', OPINION);
    await stage.fire(gardener, first, 'SUBMIT');
    await stage.fire(association, first, 'PASS', OPINION);
    await stage.fire(treasury, first, 'PASS', OPINION);
    await stage.fire(city, first, 'PASS', OPINION);
    await city.must(city.post('/api/batches/application/AWARD', { confirmCount: 2 }));
    expect((await homeOf(gardener)).withheld).toEqual([
      { reason: 'excluded', most: null, state: 'Awarded', categories: ['Single plot'] },
    ]);
    const refused = await begin(gardener);
    expect([refused.status, refused.body.code]).toEqual([409, 'excluded']);
    expect(refused.body.message).toContain('Awarded');
  });

  async function titleIn(id: string): Promise<string> {
    const { value } = (await stage.view(gardener, id)).sections.plan ?? {};
    return (value as { title: string }).title;
  }

  async function retitle(id: string, title: string): Promise<void> {
    const { value } = (await stage.view(gardener, id)).sections.plan ?? {};
    await stage.save(gardener, id, 'plan', { ...(value as object), title });
  }
});

describe('an application that no longer counts', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    const definitions = await changedCopy(GARDEN, {
      '2026H2/edition.json': (edition) => {
        edition.limit = { most: 1, closedBy: ['returned'] };
      },
    });
    server = await startServer({ definitions });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('makes room for another, and takes it when it counts again', async () => {
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    expect((await begin(gardener)).body.code).toBe('already-applied');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'RETURN', OPINION);
    expect((await homeOf(gardener)).offered.length).toBe(1);
    expect((await begin(gardener)).status).toBe(201);
    await stage.fire(gardener, id, 'SUBMIT');
    expect(await homeOf(gardener)).toMatchObject({
      offered: [],
      withheld: [{ reason: 'over-limit', most: 1 }],
    });
  });
});
