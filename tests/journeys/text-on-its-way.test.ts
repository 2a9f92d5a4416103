/** Text comes in through many doors; behind each it is clean, and one identifier is one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { QueuePage } from '#core/model/wire/index.ts';
import { GARDEN, HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

describe('a number that only one account may have', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('is one whatever stands between its letters, and whatever they look like', async () => {
    const [like] = stage.demo.people;
    if (!like) throw new Error('the demonstration has nobody');
    await stage.organisation(like.under);
    const register = async (name: string, idNumber: string) => {
      const body = await stage.registration(name, like, { idType: 'passport', idNumber });
      return server.client().prove<{ id?: string; code?: string }>('/api/registrations', body);
    };
    const first = await register('traveller', 'EO1234567');
    expect([first.status, first.body.code]).toEqual([201, undefined]);
    const again = [
      ...[
        'eo1234567',
        'EO 123 4567',
        'EO-1234567',
        'EO\u200b1234567',
        'ＥＯ１２３４５６７',
        'EO\u00ad1234567',
      ],
      ...['\u202eEO1234567', 'EO·1234567', 'Е01234567', 'EOl234567'],
    ];
    for (const [index, number] of again.entries()) {
      const { status, body } = await register(`traveller-${index}`, number);
      expect([number, status, body.code]).toEqual([number, 409, 'unique-taken']);
    }
    expect((await register('other-traveller', 'EO1234568')).status).toBe(201);
  });
});

describe('answers, opinions, names', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('are clean behind every door; what shows nothing is no answer', async () => {
    const gardener = await stage.person('gardener-a', 'cleaner', {
      cardNumber: 'CL123456',
      name: ' Ann\u200b Dots·Smith\u202e ',
    });
    const north = await stage.organisation('north-gardens');
    const id = await stage.fill(gardener, 'complete');
    const { sections } = await stage.view(gardener, id);
    const plan = sections.plan?.value as JsonObject;
    const saved = await stage.save(gardener, id, 'plan', {
      ...plan,
      title: '\u3000Roses\u202e and\tbeans\ud800 ',
      remarks: 'one\r\ntwo\u2028three ',
      area: '１２。５',
      start: '2026年9月',
      planned: '2026.9.1-2026.9.30',
      password: '\u200b\u2060',
    });
    expect(saved.value).toMatchObject({
      title: 'Roses and beans',
      remarks: 'one\ntwo\nthree',
      area: 12.5,
      start: '2026-09',
      planned: '2026-09-01/2026-09-30',
    });
    expect(saved.value).not.toHaveProperty('password');

    await stage.fire(gardener, id, 'SUBMIT');
    await stage.fire(north, id, 'PASS', { opinion: ' In\u200b favour\u0000 ' });
    const after = await stage.view(north, id);
    expect(JSON.stringify(after.sections.opinions?.value)).toContain('"In favour"');
    const find = async (text: string) => {
      const page = await north.must(
        north.get<QueuePage>(`/api/queues/application/passed?${new URLSearchParams({ text })}`),
      );
      return page.rows.map((row) => row.id);
    };
    for (const text of ['ann dots', 'ＡＮＮ', 'dots•smith', 'Dots・Smith'])
      expect([text, await find(text)]).toEqual([text, [id]]);
    const accounts = await north.get<{ accounts: { name: string }[] }>(
      `/api/accounts?${new URLSearchParams({ text: 'dots ‧ smith' })}`,
    );
    expect(accounts.body.accounts.map(({ name }) => name)).toEqual(['Ann Dots·Smith']);
  });

  it('of a draft that cannot be read keep no other from being saved, and are named at submission', async () => {
    const gardener = await stage.person('gardener-a', 'hasty', { cardNumber: 'HA123456' });
    const id = await stage.fill(gardener, 'complete');
    const { sections } = await stage.view(gardener, id);
    const plan = { ...(sections.plan?.value as JsonObject), area: 'a few', title: 't'.repeat(101) };
    const saved = await stage.save(gardener, id, 'plan', plan);
    expect(saved.value).toMatchObject({ area: 'a few', title: 't'.repeat(101) });
    const { status, body } = await stage.refused(gardener, id, 'SUBMIT');
    expect(status).toBe(422);
    expect(body.problems?.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining(['/plan/area type', '/plan/title maxLength']),
    );
    expect(body.problems?.find(({ path }) => path === '/plan/area')?.message).toContain('is a number');
    const tooMuch = await gardener.put(`/api/cases/${id}/sections/plan`, {
      version: saved.version,
      value: { ...plan, area: 'x'.repeat(2001) },
    });
    expect(tooMuch.status).toBe(422);
  });
});
