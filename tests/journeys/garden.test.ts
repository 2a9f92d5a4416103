import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountPage, QueueMenu } from '#core/model/wire/index.ts';
import { listCases } from '#server/services/cases/index.ts';
import { cases, organisations } from '#server/store/index.ts';
import { allCases, expectListings } from '../support/listings.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: 'In favour' };

describe('another programme on the same engine', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('two reviewers side by side, the batch at the end', async () => {
    const gardener = await stage.person('gardener-a');
    const treasury = await stage.organisation('treasury');
    const city = await stage.organisation('city');
    const id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', OPINION);
    expect(await stage.queue(city, 'application', 'todo')).toEqual([id]);
    expect(await stage.queue(treasury, 'application', 'todo')).toEqual([id]);
    await stage.fire(treasury, id, 'PASS', OPINION);
    expect((await stage.batch(city, 'application', 'AWARD')).allowed).toBe(false);
    await stage.fire(city, id, 'PASS', OPINION);
    const gate = await stage.batch(city, 'application', 'AWARD');
    expect(gate.aggregates.find((one) => one.id === 'asked')?.value).toBe(180);
    await city.must(city.post('/api/batches/application/AWARD', { confirmCount: 1 }));
    expect((await stage.view(gardener, id)).tags).toContain('official');
    expect(await stage.queue(treasury, 'application', 'awarded')).toEqual([id]);
  });

  it('a declined person is banned until the decision is taken back', async () => {
    const gardener = await stage.person('gardener-b');
    const city = await stage.organisation('city');
    const id = await stage.fill(gardener, 'complete');
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', OPINION);
    await stage.fire(city, id, 'DECLINE', { opinion: 'No' });
    const home = await gardener.get('/api/applications');
    expect(home.body).toMatchObject({ offered: [], blockedBy: 'banned' });
    await stage.fire(city, id, 'RELENT');
    expect((await gardener.get('/api/applications')).body.blockedBy).toBeNull();
  });

  it('a discarded draft leaves nothing behind', async () => {
    const gardener = await stage.person('gardener-a', 'brief', { cardNumber: 'BR123456' });
    const id = await stage.fill(gardener, 'complete');
    const file = await stage.attach(gardener, id, { section: 'photos', slot: 'consent' });
    const sha256 = String(file.sha256);
    (await server.services.files.open(sha256)).stream.destroy();
    await stage.fire(gardener, id, 'DISCARD');
    expect((await gardener.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await gardener.get(`/api/files/${file.id}`)).status).toBe(404);
    await expect(server.services.files.open(sha256)).rejects.toThrow('holds no content');
  });

  it('the menu of a desk holds its queues and buttons', async () => {
    const city = await stage.organisation('city');
    const menu = await city.must(city.get<QueueMenu>('/api/queues'));
    const review = menu.find((one) => one.subject === 'application');
    expect(review?.queues.find((queue) => queue.id === 'shortlist')?.batches.map((one) => one.event)).toEqual(
      ['AWARD', 'AWARD_BEST'],
    );
    expect(menu.some((one) => one.subject === 'account')).toBe(true);
  });

  it('a frozen account ends at once, and comes back', async () => {
    const secretary = await stage.organisation('north-gardens');
    const gardener = await stage.person('gardener-a', 'frosty', { cardNumber: 'FR123456' });
    const { body } = await gardener.get<{ registration: string }>('/api/session');
    await stage.fire(secretary, body.registration, 'FREEZE');
    expect((await gardener.get('/api/applications')).status).toBe(401);
    await stage.fire(secretary, body.registration, 'UNFREEZE');
    expect((await (await stage.logIn('frosty')).get('/api/applications')).status).toBe(200);
  });

  it('a removed account frees its unique value', async () => {
    const secretary = await stage.organisation('north-gardens');
    const leaver = await stage.person('gardener-a', 'leaver', { cardNumber: 'LV123456' });
    const { body } = await leaver.get<{ registration: string }>('/api/session');
    await stage.fire(secretary, body.registration, 'REMOVE');
    expect((await leaver.get('/api/applications')).status).toBe(401);
    await stage.person('gardener-a', 'comer', { cardNumber: 'LV123456' });
  });
  it('what lists show of every case is what its answers give, also once the job has written it anew', async () => {
    const { services } = server;
    const written = await expectListings(server);
    expect(written).toBeGreaterThan(3);
    const ids = await allCases(server);
    for (const id of ids) await cases.unlist(services.db, id);
    expect(await expectListings(server)).toBe(0);
    expect(await listCases(services, async () => undefined)).toBe(ids.length);
    expect(await expectListings(server)).toBe(written);
    expect(await listCases(services, async () => undefined)).toBe(0);
  });

  it('under another edition it is written anew', async () => {
    const { services } = server;
    const [id = ''] = await allCases(server);
    const record = await cases.get(services.db, id);
    if (!record) throw new Error('the case is gone');
    await cases.update(services.db, record, { edition: record.edition });
    expect(await cases.unlisted(services.db, '', 10)).toMatchObject([{ id }]);
  });

  it('a list calls an organisation by its new name at once', async () => {
    const city = await stage.organisation('city');
    const { db } = server.services;
    const [one] = await organisations.children(db, stage.idOf('city'));
    if (!one) throw new Error('the city has nobody below it');
    const named = async () =>
      (await city.must(city.get<AccountPage>('/api/accounts'))).accounts.map(
        (account) => account.organisation,
      );
    expect(await named()).toContain(one.name);
    await organisations.update(db, one.id, one.version, { name: 'Gardens by another name' });
    expect(await named()).toContain('Gardens by another name');
    expect(await named()).not.toContain(one.name);
  });
});

describe('desks that nobody holds', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('leave their opinion to another: one that is written only then, and one among several', async () => {
    const gardener = await stage.person('gardener-a');
    const city = await stage.organisation('city');
    const id = await stage.fill(gardener, 'machines');
    await stage.save(gardener, id, 'machines', [{ machine: 'pump', period: '2026.07-2026.09' }]);
    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(await stage.organisation('north-gardens'), id, 'PASS', { opinion: 'We know machines' });
    expect((await stage.view(city, id)).sections.opinions?.value).toEqual({
      association: { opinion: 'We know machines' },
      safety: { opinion: 'We know machines' },
    });
    await stage.fire(city, id, 'PASS', { opinion: 'Affordable' });
    expect((await stage.view(city, id)).sections.opinions?.value).toMatchObject({
      garden: { opinion: 'Affordable' },
      money: { opinion: 'Affordable' },
    });
  });
});
