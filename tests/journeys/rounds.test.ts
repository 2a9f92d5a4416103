import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage } from '#core/model/wire/index.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: '同意推荐，第一轮。', signatory: '测试负责人甲', signedOn: '2026-11-20' };
const PUBLICITY = { from: '2026-04-13', to: '2026-04-20', result: '公示无异议，第一轮' };
const OF_THE_ROUND = [OPINION.opinion, OPINION.signatory, PUBLICITY.result];

describe('what holds for one round alone', () => {
  let server: TestServer;
  let stage: Stage;
  let applicant: Client;
  let hospital: Client;
  let id: string;

  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    stage = await Stage.open(server);
    applicant = await stage.person('pending-level1-nursing');
    hospital = await stage.organisation('direct-hospital');
    id = await stage.fill(applicant, 'nursing-complete');
    await stage.fire(applicant, id, 'SUBMIT');
  });
  afterAll(() => server?.stop());

  async function printed(client: Client): Promise<string> {
    const sheets = ['review-form', 'publicity-sheet'].map(async (sheet) => {
      const path = `${server.origin}/api/cases/${id}/sheets/${sheet}`;
      return (await fetch(path, { headers: { cookie: client.cookie } })).text();
    });
    return (await Promise.all(sheets)).join('\n');
  }

  /** Which of the words of the first round stand in the case, and on its prints. */
  async function wordsLeft(client: Client): Promise<string[]> {
    const { sections } = await stage.view(client, id);
    const text = JSON.stringify(sections) + (await printed(client));
    return OF_THE_ROUND.filter((word) => text.includes(word));
  }

  it('stands on the prints of the round', async () => {
    await stage.fire(hospital, id, 'PUBLICITY', PUBLICITY);
    await stage.fire(hospital, id, 'PASS', OPINION);
    expect(await wordsLeft(applicant)).toEqual(OF_THE_ROUND);
  });

  it('goes with a pass that its desk takes back; what others have said stays', async () => {
    await stage.fire(hospital, id, 'CANCEL_PASS');
    expect(await wordsLeft(hospital)).toEqual([PUBLICITY.result]);
    await stage.fire(hospital, id, 'PASS', OPINION);
    expect(await wordsLeft(hospital)).toEqual(OF_THE_ROUND);
  });

  it('is void with a return, on the prints and in the case, and stays in its history', async () => {
    await stage.fire(hospital, id, 'RETURN', { opinion: '请补充材料。' });
    expect(await wordsLeft(applicant)).toEqual([]);
    const { events } = await stage.view(applicant, id);
    const history = JSON.stringify(events);
    expect(OF_THE_ROUND.filter((word) => history.includes(word))).toEqual(OF_THE_ROUND);
  });

  it('does not come back with the next submission', async () => {
    await stage.fire(applicant, id, 'SUBMIT');
    expect(await wordsLeft(hospital)).toEqual([]);
    expect((await stage.view(hospital, id)).state.context.acted).toEqual([]);
  });

  it('is not written around its event: a foreign place is refused and keeps what it had', async () => {
    const before = (await stage.view(hospital, id)).sections.recommendation;
    for (const field of ['reform', 'district', 'grassroots']) {
      const value = { specialtyRank: 1, [field]: OPINION };
      const { status, body } = await hospital.put<{ problems: { path: string; code: string }[] }>(
        `/api/cases/${id}/sections/recommendation`,
        { version: before?.version ?? 0, value },
      );
      expect(status).toBe(422);
      expect(body.problems.map(({ code }) => code)).toEqual(['foreign', 'foreign', 'foreign']);
      expect(body.problems[0]?.path).toBe(`/recommendation/${field}/opinion`);
    }
    expect((await stage.view(hospital, id)).sections.recommendation).toEqual(before);
    const saved = await stage.save(hospital, id, 'recommendation', { specialtyRank: 2 });
    expect(saved.value).toEqual({ specialtyRank: 2 });
  });

  it('a strike is told in the trail with its row and its reason', async () => {
    const rows = (await stage.view(hospital, id)).sections.achievements?.value as { id: string }[];
    const row = { section: 'achievements', row: rows[0]?.id ?? '' };
    await stage.fire(hospital, id, 'STRIKE', { rows: [row], note: '没有印证材料' });
    const municipal = await stage.organisation('municipal');
    const { rows: trail } = await municipal.must(
      municipal.get<AuditPage>(`/api/audit?action=event:STRIKE&subject=${id}`),
    );
    expect(trail[0]?.detail).toMatchObject({
      rows: [{ ...row, number: 1 }],
      note: '没有印证材料',
    });
  });

  it('is corrected by no desk after delivery, where the definition says so; it is sent back instead', async () => {
    await stage.fire(hospital, id, 'PASS', OPINION);
    await hospital.must(hospital.post('/api/batches/application/DELIVER', { confirmCount: 1 }));
    const municipal = await stage.organisation('municipal');
    const view = await stage.view(municipal, id);
    expect(view.editingAs).toBeNull();
    const { value, version } = view.sections.basic ?? { value: {}, version: 0 };
    const refused = await municipal.put<{ code: string }>(`/api/cases/${id}/sections/basic`, {
      version,
      value,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-editable']);
    await stage.fire(municipal, id, 'SEND_BACK', { opinion: '请更正基本信息。' });
    expect((await stage.view(applicant, id)).editingAs).toBe('applicant');
  });

  it('the home says when something was last changed, also where only an answer was', async () => {
    const person = await stage.person('draft-clinical');
    const draft = await stage.fill(person, 'clinical-complete');
    const { savedAt } = await stage.save(person, draft, 'study', []);
    const home = await person.must(
      person.get<{ applications: { id: string; updatedAt: string }[] }>('/api/applications'),
    );
    expect(home.applications.find((one) => one.id === draft)?.updatedAt).toBe(savedAt);
  });
});
