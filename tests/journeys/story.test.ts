import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerProblem } from '#core/model/index.ts';
import type { FiredView, HomeView } from '#core/model/wire/index.ts';
import { expectListings } from '../support/listings.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { databaseKinds, type Kind } from './kinds.ts';
import { PASSWORD, Stage } from './stage.ts';

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const APPLICANT = 'pending-own-gp';

describe.each(databaseKinds)('from registration to delivery on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let hospital: Client;
  let commission: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('nobody logs in before the organisation above has approved the registration', async () => {
    const municipal = await stage.organisation('municipal');
    const unit = stage.demo.organisations.find((one) => one.id === 'commission-a');
    const early = await server
      .client()
      .prove('/api/registrations', await stage.registration('early', unit ?? never()));
    expect(early.status).toBe(201);
    const refused = await server.client().prove('/api/session', { username: 'early', password: PASSWORD });
    const unknown = await server.client().prove('/api/session', { username: 'nobody', password: PASSWORD });
    expect([refused.status, refused.body.code]).toEqual([401, 'login-pending']);
    expect([unknown.status, unknown.body.code]).toEqual([401, 'login-failed']);
    const wrong = await server
      .client()
      .prove('/api/session', { username: 'early', password: 'Wrong-Horse-7' });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(await stage.queue(municipal, 'account', 'pending')).toEqual([early.body.id]);
    await stage.fire(municipal, String(early.body.id), 'DELETE');
  });

  it('a district, a hospital and a doctor register and are approved one by the other', async () => {
    commission = await stage.organisation('commission-a');
    hospital = await stage.organisation('township-a');
    doctor = await stage.person(APPLICANT);
    const home = await doctor.must(doctor.get<HomeView>('/api/applications'));
    expect(home.applications).toEqual([]);
    expect(home.offered.length).toBeGreaterThan(0);
  });

  it('what is missing is listed, and prevents handing in', async () => {
    const { id: empty } = await doctor.must(
      doctor.post<{ id: string }>('/api/applications', { category: 'primary-general-practice' }),
    );
    const problems = await doctor.must(doctor.get<AnswerProblem[]>(`/api/cases/${empty}/problems`));
    expect(problems.filter((one) => one.severity === 'block').length).toBeGreaterThan(10);
    const refused = await stage.refused(doctor, empty, 'SUBMIT');
    expect(refused.status).toBe(422);
    expect(refused.body.problems?.length).toBe(problems.length);
    const second = await doctor.post('/api/applications', { category: 'primary-general-practice' });
    expect([second.status, second.body.code]).toEqual([409, 'already-applied']);
    id = empty;
  });

  it('the form is filled in, with real files, and handed in', async () => {
    await stage.complete(doctor, id, 'primary-general-practice-complete');
    expect((await stage.view(doctor, id)).bytes.used).toBeGreaterThan(0);
    await stage.fire(doctor, id, 'SUBMIT');
    const { sections } = await stage.view(doctor, id);
    const [section = '', record] = Object.entries(sections)[0] ?? [];
    const late = await doctor.put(`/api/cases/${id}/sections/${section}`, {
      version: record?.version,
      value: record?.value,
    });
    expect([late.status, late.body.code]).toEqual([409, 'not-editable']);
  });

  it('the hospital passes, the district returns: it goes straight back to the doctor', async () => {
    expect(await stage.queue(hospital, 'application', 'pending')).toEqual([id]);
    expect(await stage.queue(commission, 'application', 'pending')).toEqual([]);
    expect((await stage.refused(commission, id, 'PASS', OPINION)).status).toBe(409);
    await stage.fire(hospital, id, 'PASS', OPINION);
    expect(await stage.queue(hospital, 'application', 'passed')).toEqual([id]);
    expect((await stage.refused(commission, id, 'RETURN')).status).toBe(422);
    await stage.fire(commission, id, 'RETURN', { opinion: '请补充材料' });
    expect(await stage.queue(commission, 'application', 'returned')).toEqual([id]);
    expect(await stage.queue(hospital, 'application', 'passed')).toEqual([]);
    expect((await stage.view(doctor, id)).editingAs).toBe('applicant');
  });

  it('the doctor corrects it and every desk passes it again, to the delivery of the batch', async () => {
    await stage.fire(doctor, id, 'SUBMIT');
    expect((await stage.view(doctor, id)).state.context.round).toBe(2);
    const closed = await stage.batch(commission, 'application', 'DELIVER');
    expect([closed.allowed, closed.count]).toEqual([false, 0]);
    expect(closed.blockers).toHaveLength(1);
    expect(await stage.passAll(id, ['township-a', 'commission-a'], OPINION)).toEqual(['own', 'level1']);
    const gate = await stage.batch(commission, 'application', 'DELIVER');
    expect(gate).toMatchObject({ allowed: true, count: 1, blockers: [] });
    const wrong = await commission.post('/api/batches/application/DELIVER', { confirmCount: 2 });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'batch-changed']);
    await commission.must(
      commission.post<FiredView>('/api/batches/application/DELIVER', { confirmCount: 1 }),
    );
    const delivered = await stage.view(doctor, id);
    expect(delivered.stations.at(-1)?.status).toBe('current');
    expect(delivered.events.map((event) => event.event)).toEqual([
      'SUBMIT',
      'PASS',
      'RETURN',
      'SUBMIT',
      'PASS',
      'PASS',
      'DELIVER',
    ]);
  });

  it('every step is in the audit trail, and the chain is intact', async () => {
    const municipal = await stage.organisation('municipal');
    const { rows } = await municipal.must(
      municipal.get<{ rows: { action: string }[] }>(`/api/audit?subject=${id}`),
    );
    const steps = rows
      .map((row) => row.action)
      .filter((action) => action.startsWith('event:'))
      .reverse();
    expect(steps).toEqual(
      ['SUBMIT', 'PASS', 'RETURN', 'SUBMIT', 'PASS', 'PASS', 'DELIVER'].map((event) => `event:${event}`),
    );
    const { audit } = await import('#server/store/index.ts');
    expect(await audit.verify(server.services.db, server.services.secrets.auditKey)).toBeNull();
  });

  it('what lists show of every case is what its answers give', async () => {
    expect(await expectListings(server)).toBeGreaterThan(0);
  });
});

function never(): never {
  throw new Error('the demonstration lacks what this test needs');
}
