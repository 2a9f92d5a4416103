import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountView, CaseView, SessionView } from '#core/model/wire/index.ts';
import { audit, cases, organisations, users } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';

type Code = { code: string; message: string };
type Made = { id: string; username: string; password: string };
type Page = { accounts: AccountView[] };

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };

describe.each(mainly('mariadb'))('accounts and organisations on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let township: Client;
  let commission: Client;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    commission = await stage.organisation('commission-a');
    township = await stage.organisation('township-a');
  });
  afterAll(() => server?.stop());

  const idOf = async (client: Client) => (await client.get<SessionView>('/api/session')).body.user.id;
  const audited = async (subject: string) =>
    (await audit.list(server.services.db, { subject, limit: 50 })).rows.map((row) => row.action);
  const add = (client: Client, username: string, role = 'unitReviewer') =>
    client.post<Made & Code>('/api/accounts', { name: username, username, role });

  describe('users added by hand', () => {
    let made: Made;
    let colleague: Client;

    it('get an initial password once, and must change it with a security question', async () => {
      made = await township.must(add(township, 'colleague'));
      const first = await stage.logIn('colleague', made.password);
      expect((await first.get<Code>('/api/accounts')).body.code).toBe('change-password-first');
      const change = { current: made.password, next: PASSWORD };
      expect((await first.put<Code>('/api/session/password', change)).body.code).toBe('question-missing');
      await first.must(first.put('/api/session/password', { ...change, ...(await stage.question()) }));
      colleague = await stage.logIn('colleague');
      expect((await colleague.get('/api/accounts')).status).toBe(200);
      expect(await audited(made.id)).toEqual(['login', 'change-password', 'login', 'add-user']);
    });

    it.each(['municipalOfficer', 'applicant', 'policyEditor', 'reformOfficer', 'nothing'])(
      'may not be given the role %s in a unit that it is not meant for',
      async (role) => {
        const refused = await add(township, 'climber', role);
        expect([refused.status, refused.body.code]).toEqual([422, 'role-not-allowed']);
      },
    );

    it('end within a second when they are frozen, and come back', async () => {
      const path = `/api/accounts/${made.id}`;
      await township.must(township.put(path, { status: 'frozen' }));
      expect((await colleague.get('/api/accounts')).status).toBe(401);
      const body = { username: 'colleague', password: PASSWORD };
      expect((await server.client().prove<Code>('/api/session', body)).body.code).toBe('login-frozen');
      await commission.must(commission.put(path, { status: 'active' }));
      expect((await server.client().prove('/api/session', body)).status).toBe(200);
      expect((await audited(made.id)).filter((one) => one.includes('freeze'))).toEqual([
        'unfreeze-user',
        'freeze-user',
      ]);
    });

    it('are not managed by siblings, from below, or by themselves', async () => {
      const beside = await stage.organisation('community-a');
      const self = await stage.logIn('colleague');
      for (const client of [beside, self, await stage.organisation('commission-b')]) {
        expect((await client.put(`/api/accounts/${made.id}`, { status: 'frozen' })).status).toBe(404);
        expect((await client.delete(`/api/accounts/${made.id}`)).status).toBe(404);
        expect((await client.post(`/api/accounts/${made.id}/password`, undefined)).status).toBe(404);
      }
      const commissioner = await idOf(commission);
      expect((await township.post(`/api/accounts/${commissioner}/password`, undefined)).status).toBe(404);
    });

    it('leave registered users to their registration', async () => {
      const registered = await idOf(township);
      const refused = await commission.put<Code>(`/api/accounts/${registered}`, { status: 'frozen' });
      expect([refused.status, refused.body.code]).toEqual([409, 'by-registration']);
      expect((await township.get('/api/accounts')).status).toBe(200);
    });

    it('lose an initial password after 72 hours, and after its first use', async () => {
      const again = await commission.must(
        commission.post<Made>(`/api/accounts/${made.id}/password`, undefined),
      );
      const { passwordExpiresAt } = (await users.get(server.services.db, made.id)) ?? {};
      const hours = (Date.parse(passwordExpiresAt ?? '') - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(71);
      expect(hours).toBeLessThanOrEqual(72);
      const first = await stage.logIn('colleague', again.password);
      const change = { current: again.password, next: 'Other-Horse-8', ...(await stage.question()) };
      await first.must(first.put('/api/session/password', change));
      const reused = { username: 'colleague', password: again.password };
      expect((await server.client().prove('/api/session', reused)).status).toBe(401);
    });

    it('are gone when deleted, and their name is free', async () => {
      await township.must(township.delete(`/api/accounts/${made.id}`));
      expect((await township.delete(`/api/accounts/${made.id}`)).status).toBe(404);
      expect((await township.must(add(township, 'colleague'))).id).not.toBe(made.id);
    });

    it('never leave the root without a user who manages accounts', async () => {
      const municipal = await stage.organisation('municipal');
      const operator = await stage.logIn('municipal-operator');
      await municipal.must(municipal.put(`/api/accounts/${await idOf(operator)}`, { status: 'frozen' }));
      const self = await idOf(municipal);
      expect((await municipal.put(`/api/accounts/${self}`, { status: 'frozen' })).status).toBe(404);
      await municipal.must(
        municipal.put(
          `/api/accounts/${(await users.byUsername(server.services.db, 'municipal-operator'))?.id}`,
          {
            status: 'active',
          },
        ),
      );
      const again = await stage.logIn('municipal-operator');
      const both = await Promise.all([
        municipal.put<Code>(`/api/accounts/${await idOf(again)}`, { status: 'frozen' }),
        again.put<Code>(`/api/accounts/${self}`, { status: 'frozen' }),
      ]);
      expect(both.filter((one) => one.status === 200)).toHaveLength(1);
      await server.services.db.sequelize.query("UPDATE users SET status = 'active' WHERE status = 'frozen'");
      // Whoever was frozen has lost their session with it.
      await stage.logInAgain('municipal');
    });
  });

  describe('organisations made by hand', () => {
    it('are made by organisations that may, and removed when nothing waits at them', async () => {
      const b = await stage.organisation('commission-b');
      await stage.organisation('reform-office-b');
      const id = stage.idOf('reform-office-b');
      const refused = await township.post<Code>('/api/organisations', {
        kind: 'reformOffice',
        name: 'x',
        username: 'climber',
      });
      expect(refused.body.code).toBe('kind-not-allowed');
      for (const other of [commission, township, await stage.organisation('municipal')])
        expect((await other.delete(`/api/organisations/${id}`)).status).toBe(404);
      const doctor = await stage.person('pending-reform-office');
      const application = await stage.fill(doctor, 'primary-general-practice-complete');
      await stage.fire(doctor, application, 'SUBMIT');
      await stage.fire(await stage.organisation('township-b'), application, 'PASS', OPINION);
      await stage.fire(b, application, 'PASS', OPINION);
      const waiting = await b.delete<Code>(`/api/organisations/${id}`);
      expect([waiting.status, waiting.body.code]).toEqual([409, 'cases-waiting']);
      const office = await stage.organisation('reform-office-b');
      await stage.fire(office, application, 'RETURN', { opinion: '请补正' });
      await b.must(b.delete(`/api/organisations/${id}`));
      expect((await office.get('/api/queues')).status).toBe(401);
      expect(await audited(id)).toEqual(['remove-organisation', 'create-organisation']);
    });

    it('that registered are not removed this way', async () => {
      const municipal = await stage.organisation('municipal');
      const refused = await municipal.delete(`/api/organisations/${stage.idOf('commission-b')}`);
      expect(refused.status).toBe(404);
    });
  });

  describe('deleting who registered', () => {
    const registrationOf = async (client: Client) =>
      (await client.get<SessionView>('/api/session')).body.registration ?? '';

    it('is refused while an application stands, with what stands', async () => {
      const doctor = await stage.person('pending-own-gp');
      const application = await stage.fill(doctor, 'primary-general-practice-complete');
      await stage.fire(doctor, application, 'SUBMIT');
      const refused = await stage.refused(township, await registrationOf(doctor), 'DELETE');
      expect([refused.status, refused.body.code]).toEqual([409, 'account-in-use']);
      expect(refused.body.message).toMatch(/全科.*审核/);
    });

    it('leaves a rejected person banned, under whatever account they come back', async () => {
      const doctor = await stage.person('rejected-own-nurse');
      const application = await stage.fill(doctor, 'primary-other-complete');
      await stage.fire(doctor, application, 'SUBMIT');
      await stage.fire(township, application, 'REJECT', { reason: '测试原因' });
      await stage.fire(township, await registrationOf(doctor), 'DELETE');
      expect((await doctor.get('/api/applications')).status).toBe(401);
      const again = await stage.person('rejected-own-nurse', 'once-more');
      const refused = await again.post<Code>('/api/applications', { category: 'primary-other' });
      expect([refused.status, refused.body.code]).toEqual([409, 'banned']);
    });

    it('frees the number for another unit', async () => {
      const doctor = await stage.person('returned-own-nurse');
      await stage.fire(township, await registrationOf(doctor), 'DELETE');
      const again = await stage.person('returned-own-nurse', 'elsewhere-now');
      expect((await again.get('/api/applications')).status).toBe(200);
    });
  });

  describe('sensitive answers', () => {
    let doctor: Client;
    let registration: string;
    const number = (view: CaseView) =>
      (view.sections.person?.value as { idNumber?: string } | undefined)?.idNumber ?? '';

    it('are whole for their owner and, with a row in the trail, for desks that may correct them; masked for others', async () => {
      doctor = await stage.person('pending-own-gp');
      registration = (await doctor.get<SessionView>('/api/session')).body.registration ?? '';
      const whole = number(await stage.view(doctor, registration));
      expect(whole).toMatch(/^\d{17}[\dX]$/);
      expect(number(await stage.view(township, registration))).toBe(whole);
      expect(await audited(registration)).toContain('look');
      const municipal = await stage.organisation('municipal');
      const masked = number(await stage.view(municipal, registration));
      expect(masked).toBe(`${whole.slice(0, 4)}**********${whole.slice(-4)}`);
    });

    it('are not in the facts of an application for those who do not hold it', async () => {
      const whole = number(await stage.view(doctor, registration));
      const [record] = await cases.ofOwner(server.services.db, await idOf(doctor), 'application');
      const held = await township.get(`/api/cases/${record?.id}`);
      const overseen = await commission.get(`/api/cases/${record?.id}`);
      expect([held.status, overseen.status]).toEqual([200, 200]);
      expect(held.text).toContain(whole);
      expect(overseen.text).not.toContain(whole);
      expect([held.body.masked, overseen.body.masked]).toEqual([false, true]);
      expect(await audited(record?.id ?? '')).toContain('look');
      const derived = await commission.get(`/api/cases/${record?.id}/sensitive?section=cover&path=/idNumber`);
      expect(derived.body).toEqual({ value: whole });
    });

    it('are shown one by one to whoever may review, each reveal recorded in the audit trail', async () => {
      const whole = number(await stage.view(doctor, registration));
      const at = (path: string) => `/api/cases/${registration}/sensitive?section=person&path=${path}`;
      const reveals = async () => (await audited(registration)).filter((one) => one === 'look').length;
      const before = await reveals();
      expect((await commission.get(at('/idNumber'))).body).toEqual({ value: whole });
      expect((await commission.get(at('/name'))).status).toBe(404);
      expect((await commission.get(at('/nothing'))).status).toBe(404);
      const beside = await stage.organisation('commission-b');
      expect((await beside.get(at('/idNumber'))).status).toBe(404);
      expect((await doctor.get(at('/idNumber'))).status).toBe(403);
      expect((await reveals()) - before).toBe(1);
    });
  });

  describe('moving an organisation', () => {
    let municipal: Client;
    let moving: string;
    let target: string;
    const move = (client: Client, id: string, parent: string) =>
      client.put<Code>(`/api/organisations/${id}/parent`, { parent });

    it('is for whoever stands above both', async () => {
      municipal = await stage.organisation('municipal');
      await stage.organisation('cdc-a');
      await stage.organisation('commission-b');
      moving = stage.idOf('cdc-a');
      target = stage.idOf('commission-b');
      for (const client of [commission, township, await stage.organisation('commission-b')])
        expect((await move(client, moving, target)).status).toBe(404);
      expect((await move(municipal, 'nothing', target)).status).toBe(404);
      expect((await move(municipal, moving, 'nothing')).status).toBe(404);
    });

    it('keeps to the kinds that the programme allows', async () => {
      const refused = await move(municipal, moving, stage.idOf('township-a'));
      expect([refused.status, refused.body.code]).toEqual([422, 'kind-not-allowed']);
      expect((await move(municipal, target, target)).body.code).toBe('kind-not-allowed');
    });

    it('waits for applications that are on their way', async () => {
      const refused = await move(municipal, stage.idOf('township-a'), target);
      expect([refused.status, refused.body.code]).toEqual([409, 'cases-in-review']);
    });

    it('takes the people along, and their registrations to the new parent', async () => {
      const person = await stage.person('pending-level1-public-health');
      const staff = await stage.organisation('cdc-a');
      const own = (await staff.get<SessionView>('/api/session')).body.registration ?? '';
      const registration = (await person.get<SessionView>('/api/session')).body.registration ?? '';
      expect((await commission.get(`/api/cases/${registration}`)).status).toBe(200);
      await municipal.must(move(municipal, moving, target));
      const b = await stage.organisation('commission-b');
      const path = (await staff.get<SessionView>('/api/session')).body.organisation?.path;
      expect(path?.at(-1)).toBe((await b.get<SessionView>('/api/session')).body.organisation?.name);
      for (const id of [own, registration]) {
        expect((await commission.get(`/api/cases/${id}`)).status).toBe(404);
        expect((await b.get<CaseView>(`/api/cases/${id}`)).body.actions.map((one) => one.event)).toContain(
          'FREEZE',
        );
      }
      const search = `/api/accounts?text=${encodeURIComponent('pending-level1-public-health')}`;
      expect((await b.get<Page>(search)).body.accounts).toHaveLength(1);
      expect((await commission.get<Page>(search)).body.accounts).toHaveLength(0);
      expect(await audited(moving)).toContain('move-organisation');
      await stage.fire(b, registration, 'FREEZE');
      expect((await person.get('/api/applications')).status).toBe(401);
    });
  });

  it('registers nobody under an organisation that is frozen meanwhile', async () => {
    const one = stage.demo.people.find((person) => person.id === 'passed-level1-laboratory');
    if (!one) throw new Error('the demonstration has changed');
    const b = await stage.organisation('commission-b');
    const unit = await organisations.get(server.services.db, stage.idOf('cdc-a'));
    const body = await stage.registration('late', one);
    const [registered] = await Promise.all([
      server.client().prove<Code & { id: string }>('/api/registrations', body),
      stage.fire(b, unit?.caseId ?? '', 'FREEZE'),
    ]);
    expect([201, 409]).toContain(registered.status);
    const again = await server.client().prove<Code>('/api/registrations', { ...body, username: 'later' });
    expect(again.status).toBe(409);
    const user = await users.byUsername(server.services.db, 'late');
    expect(user === null).toBe(registered.status === 409);
    const staff = { username: 'cdc-a', password: PASSWORD };
    expect((await server.client().prove('/api/session', staff)).status).toBe(401);
  });

  it('keeps one unbroken audit trail of all that', async () => {
    const auditor = await stage.logIn('municipal-auditor');
    const { body } = await auditor.get('/api/audit/verification');
    expect(body).toMatchObject({ ok: true, firstBroken: null });
  });
});
