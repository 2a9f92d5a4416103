import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { ErrorBody, SessionView } from '#core/model/wire/index.ts';
import { expectListings } from '../support/listings.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { type Kind, mainly } from './kinds.ts';
import { Stage } from './stage.ts';

describe.each(mainly('sqlite'))('an approved account on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let township: Client;
  let account: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    doctor = await stage.person('pending-own-gp');
    township = await stage.organisation('township-a');
    account = (await doctor.must(doctor.get<SessionView>('/api/session'))).registration ?? '';
  });
  afterAll(() => server?.stop());

  const personOf = async (client: Client): Promise<JsonObject> =>
    asObject((await stage.view(client, account)).sections.person?.value);
  const correct = async (client: Client, fields: JsonObject) => {
    const person = (await stage.view(client, account)).sections.person;
    const value = { ...asObject(person?.value), ...fields };
    return client.put<JsonObject>(`/api/cases/${account}/sections/person`, {
      version: person?.version ?? 0,
      value,
    });
  };

  it('has its basics corrected by its own unit, and the applicant is asked accordingly', async () => {
    const before = await personOf(doctor);
    expect((await correct(township, { personnelIdentity: 'other', name: '测试改名' })).status).toBe(200);
    expect(await personOf(doctor)).toEqual({ ...before, personnelIdentity: 'other', name: '测试改名' });
    const { id } = await doctor.must(
      doctor.post<{ id: string }>('/api/applications', { category: 'primary-general-practice' }),
    );
    const view = await stage.view(doctor, id);
    expect(view.name).toBe('测试改名');
    await stage.save(doctor, id, 'archiveCheck', { archiveText: 'x' });
  });

  it('has them corrected by the organisation above, and every name that is listed follows', async () => {
    expect((await correct(await stage.organisation('commission-a'), { name: '测试再改' })).status).toBe(200);
    const { applications } = await doctor.must(
      doctor.get<{ applications: { id: string }[] }>('/api/applications'),
    );
    expect((await stage.view(doctor, applications[0]?.id ?? '')).name).toBe('测试再改');
  });

  it('keeps its organisation, takes nothing wrong, and is not its owner’s to change', async () => {
    const moved = await correct(township, { unitId: stage.idOf('commission-a') });
    expect((moved.body as unknown as ErrorBody).code).toBe('parent-fixed');
    const wrong = await correct(township, { idNumber: '500000198001010010' });
    expect([wrong.status, (wrong.body as unknown as ErrorBody).problems?.[0]?.path]).toEqual([
      422,
      '/person/idNumber',
    ]);
    expect((await correct(township, { name: '' })).status).toBe(422);
    expect((await correct(doctor, { personnelIdentity: 'soe' })).status).toBe(409);
  });

  it('is corrected by nobody beside its own line', async () => {
    const beside = await stage.organisation('township-b');
    const put = beside.put(`/api/cases/${account}/sections/person`, { version: 1, value: {} });
    expect((await put).status).toBe(404);
  });

  it('what lists show of every case is what its answers give', async () => {
    expect(await expectListings(server)).toBeGreaterThan(0);
  });
});
