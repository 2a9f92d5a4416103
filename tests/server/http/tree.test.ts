import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AccountView,
  CaseView,
  OrganisationPage,
  QueueMenu,
  QueuePage,
  SessionView,
} from '#core/model/wire/index.ts';
import { cases } from '#server/store/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';
import { worksheet } from '../../support/workbook.ts';

type Code = { code: string };
type Accounts = { accounts: AccountView[]; after: string | null };

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
const EXAMPLE = 'primary-general-practice-complete';

describe.each(mainly('mariadb'))('the tree of units, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let township: Client;
  let commission: Client;
  let elsewhere: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    commission = await stage.organisation('commission-a');
    elsewhere = await stage.organisation('commission-b');
    township = await stage.organisation('township-a');
    doctor = await stage.person('pending-own-gp');
    id = await stage.fill(doctor, EXAMPLE);
    await stage.fire(doctor, id, 'SUBMIT');
  });
  afterAll(() => server?.stop());

  const stored = async () => {
    const record = await cases.get(server.services.db, id);
    return [record?.stateKey, record?.version];
  };
  const fire = (client: Client, event: string, more: object = {}, version?: number) =>
    client.post<Code>(`/api/cases/${id}/events`, { event, version: version ?? 0, input: OPINION, ...more });

  /** Fires at the version that stands; what is refused must leave the case as it is. */
  async function refuse(client: Client, event: string, more: object = {}): Promise<number> {
    const before = await stored();
    const { status } = await fire(client, event, more, Number(before[1]));
    expect(await stored()).toEqual(before);
    return status;
  }

  it('B4: no level is skipped, and none acts for another', async () => {
    for (const by of ['level1', 'own', 'municipal', undefined])
      expect([403, 409], `commission as ${by}`).toContain(await refuse(commission, 'PASS', { by }));
    expect(await refuse(township, 'PASS', { by: 'level1' })).toBe(403);
    expect([403, 409, 422]).toContain(await refuse(township, 'DELIVER'));
    const municipal = await stage.organisation('municipal');
    for (const event of ['PASS', 'RETURN', 'REJECT', 'WITHDRAW', 'SEND_BACK'])
      expect([403, 409], event).toContain(await refuse(municipal, event));
  });

  it('B2, B3: another district finds nothing of it in queues, rosters, lists and sheets', async () => {
    const { user } = (await doctor.get<SessionView>('/api/session')).body;
    const texts: string[] = [];
    const menu = (await elsewhere.get<QueueMenu>('/api/queues')).body;
    for (const { route, queues, rosters } of menu) {
      for (const queue of queues) {
        texts.push((await elsewhere.get<QueuePage>(`/api/queues/${route}/${queue.id}`)).text);
        for (const roster of rosters.filter((one) => one.queues.includes(queue.id))) {
          const file = await elsewhere.download(`/api/rosters/${roster.id}`, { queue: queue.id });
          texts.push(JSON.stringify(worksheet(file)));
        }
      }
    }
    texts.push((await elsewhere.get('/api/accounts')).text);
    texts.push((await elsewhere.get(`/api/accounts?text=${encodeURIComponent(user.name)}`)).text);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => text.includes(user.name) || text.includes(id))).toEqual([]);
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/sheets/review-form?format=html`])
      expect((await elsewhere.get(path)).status).toBe(404);
  });

  it('B8: no parameter widens a list, signs of a search mean themselves, pages are capped', async () => {
    const own = (await elsewhere.get<Accounts>('/api/accounts')).body.accounts.length;
    const foreign = stage.idOf('township-a');
    for (const more of [`unitId=${foreign}`, `parent=${foreign}`, 'limit=1000000', 'sort=name', 'text[]=x'])
      expect((await elsewhere.get(`/api/accounts?${more}`)).status).toBe(400);
    for (const sign of ['%', '_', '\\', "' OR 1=1 --"])
      expect(
        (await elsewhere.get<Accounts>(`/api/accounts?text=${encodeURIComponent(sign)}`)).body.accounts,
        JSON.stringify(sign),
      ).toEqual([]);
    // What shows nothing asks for nothing.
    expect((await elsewhere.get<Accounts>('/api/accounts?text=%00')).body.accounts).toHaveLength(own);
    const forged = Buffer.from(JSON.stringify(['', ''])).toString('base64url');
    const page = (await elsewhere.get<Accounts>(`/api/accounts?after=${forged}`)).body.accounts;
    expect(page.length).toBeLessThanOrEqual(own);
    for (const { organisation } of page) expect(organisation).not.toContain('甲区');
    const search = `/api/organisations?search=${encodeURIComponent('%')}`;
    expect((await elsewhere.get<OrganisationPage>(search)).body.organisations).toEqual([]);
  });

  it('B11: what was handed in is closed to its applicant', async () => {
    const { sections, files } = await stage.view(doctor, id);
    const before = await stored();
    for (const section of ['basic', 'work'])
      expect(
        (
          await doctor.put<Code>(`/api/cases/${id}/sections/${section}`, {
            version: sections[section]?.version,
            value: sections[section]?.value,
          })
        ).body.code,
      ).toBe('not-editable');
    expect((await doctor.delete<Code>(`/api/files/${files[0]?.id}`)).body.code).toBe('not-editable');
    const place = `/api/cases/${id}/files?section=${files[0]?.section}&slot=${files[0]?.slot}&name=x.pdf`;
    expect([404, 409]).toContain((await doctor.upload(place, Buffer.from('%PDF-1.4'))).status);
    expect(await stored()).toEqual(before);
  });

  it('B12: a unit signs its own opinion and no other', async () => {
    type Signed = Record<string, { opinion?: string } | undefined>;
    const recommendation = async () => (await stage.view(township, id)).sections.recommendation;
    const version = (await recommendation())?.version ?? 0;
    const forged = { ...OPINION, opinion: '冒签' };
    const { status } = await township.put(`/api/cases/${id}/sections/recommendation`, {
      version,
      value: { grassroots: forged, district: forged, reform: forged },
    });
    expect(status).toBe(422);
    expect(JSON.stringify(await stage.view(township, id))).not.toContain('冒签');
    await stage.fire(township, id, 'PASS', OPINION);
    const value = (await recommendation())?.value as Signed;
    expect([value.grassroots?.opinion, value.district?.opinion]).toEqual([OPINION.opinion, undefined]);
    expect([403, 409]).toContain(await refuse(township, 'PASS', { by: 'own' }));
  });

  it('B13: an applicant an applicant an applicant who was passed by a unit deletes nothing, and the files stay', async () => {
    const { files } = await stage.view(doctor, id);
    expect([403, 409]).toContain(await refuse(doctor, 'DELETE', { input: {} }));
    expect((await stage.view(doctor, id)).files).toEqual(files);
    const file = await fetch(`${server.origin}/api/files/${files[0]?.id}`, {
      headers: { cookie: doctor.cookie },
    });
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, files[0]?.bytes]);
  });

  it('B11: after delivery nobody below the municipal commission changes anything', async () => {
    await stage.fire(commission, id, 'PASS', OPINION);
    const { count } = await stage.batch(commission, 'application', 'DELIVER');
    await commission.must(
      commission.post('/api/batches/application/DELIVER', { confirmCount: count, input: {} }),
    );
    const view: CaseView = await stage.view(commission, id);
    for (const client of [doctor, township, commission]) {
      for (const event of ['PASS', 'RETURN', 'REJECT', 'CANCEL_PASS', 'PULL_BACK', 'DELETE', 'STRIKE'])
        expect([403, 409, 422], event).toContain(await refuse(client, event));
      const basic = view.sections.basic;
      const save = { version: basic?.version, value: basic?.value };
      expect([403, 409]).toContain((await client.put(`/api/cases/${id}/sections/basic`, save)).status);
    }
  });

  it('B15: the address of a file that was taken away opens nothing, for nobody', async () => {
    const other = await stage.person('returned-own-nurse');
    const draft = await stage.fill(other, 'primary-other-complete');
    const [first, second] = (await stage.view(other, draft)).files;
    const path = `/api/files/${first?.id}`;
    for (const client of [township, commission, doctor, elsewhere])
      expect((await client.get(path)).status).toBe(404);
    expect((await server.client().get(path)).status).toBe(401);
    await other.must(other.delete(path));
    expect((await other.get(path)).status).toBe(404);
    if (first) await stage.attach(other, draft, first);
    await stage.fire(other, draft, 'SUBMIT');
    expect((await township.get(`/api/files/${second?.id}`)).status).toBe(200);
    await stage.fire(other, draft, 'DELETE');
    for (const client of [other, township])
      expect((await client.get(`/api/files/${second?.id}`)).status).toBe(404);
  });
});
