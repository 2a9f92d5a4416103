import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { caseSections, files } from '#server/store/index.ts';
import type { Client } from './client.ts';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { type Kind, mainly } from './kinds.ts';
import { Stage } from './stage.ts';

const SCORE = { section: 'exam', slot: 'scoreProof' };

describe.each(mainly('mariadb'))('what a condition hides on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let id: string;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind });
    stage = await Stage.open(server);
    doctor = await stage.person('pending-own-gp');
    id = await stage.fill(doctor, 'primary-general-practice-complete');
  });
  afterAll(() => server?.stop());

  const change = async (section: string, fields: JsonObject): Promise<void> => {
    const { value } = (await stage.view(doctor, id)).sections[section] ?? {};
    await stage.save(doctor, id, section, { ...asObject(value), ...fields });
  };
  const fileAt = async (slot: string) =>
    (await stage.view(doctor, id)).files.find((file) => file.slot === slot);

  it('is set aside while drafting, takes none of the room, and comes back', async () => {
    const before = await stage.view(doctor, id);
    const score = before.files.find(({ slot }) => slot === SCORE.slot);
    await change('basic', { isFrontline: 'yes', aidedHubei: 'no', frontlineWorkPeriod: '2020年1月至4月' });
    await change('exam', { examMode: 'frontlineExempt' });
    const aside = await stage.view(doctor, id);
    expect(aside.bytes.used).toBe(before.bytes.used - (score?.bytes ?? 0));
    expect(asObject(aside.sections.exam?.value).examScore).toBe(72);
    await change('exam', { examMode: 'taken' });
    expect((await stage.view(doctor, id)).bytes.used).toBe(before.bytes.used);
    expect(await fileAt(SCORE.slot)).toBeDefined();
  });

  it('takes no file', async () => {
    await change('exam', { examMode: 'frontlineExempt' });
    const query = new URLSearchParams({ ...SCORE, name: 'proof.pdf' });
    const refused = await doctor.upload(
      `/api/cases/${id}/files?${query}`,
      new TextEncoder().encode('%PDF-1.4'),
    );
    expect(refused.status).toBeGreaterThanOrEqual(409);
  });

  it('takes no answers where a whole section is not there', async () => {
    const refused = await doctor.put(`/api/cases/${id}/sections/archiveCheck`, {
      version: 0,
      value: { archiveText: 'x' },
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'section-hidden']);
    expect(refused.text).toContain('查档情况');
    const { sections } = await stage.view(doctor, id);
    expect(asObject(sections.archiveCheck?.value).archiveText).not.toBe('x');
  });

  it('is removed with its files and their bytes when the form is handed in', async () => {
    for (const place of [
      { section: 'basic', slot: 'frontline' },
      { section: 'summaryDocs', slot: 'frontlineAppraisal' },
    ])
      await stage.attach(doctor, id, place);
    const hash =
      (await files.list(server.services.db, id)).find(({ slot }) => slot === SCORE.slot)?.sha256 ?? '';
    await stage.fire(doctor, id, 'SUBMIT');
    const exam = asObject((await caseSections.get(server.services.db, id, 'exam'))?.value);
    expect(exam).toEqual({ examMode: 'frontlineExempt' });
    const kept = await files.list(server.services.db, id);
    expect(kept.filter(({ slot }) => slot === SCORE.slot)).toEqual([]);
    const { used } = (await stage.view(doctor, id)).bytes;
    expect(used).toBe(kept.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(hash).not.toBe('');
  });
});

describe('a form that nobody has saved', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('takes no file before its first save, however much it was preset', async () => {
    const doctor = await stage.person('pending-own-gp');
    const { id } = await doctor.must(
      doctor.post<{ id: string }>('/api/applications', { category: 'primary-general-practice' }),
    );
    const { basic } = (await stage.view(doctor, id)).sections;
    expect(basic).toMatchObject({ version: 0, savedAt: null, value: { birthDate: expect.anything() } });
    const early = stage.attach(doctor, id, { section: 'basic', slot: 'idDocument' });
    await expect(early).rejects.toThrow('save-section-first');
    await stage.save(doctor, id, 'basic', basic?.value);
    await stage.attach(doctor, id, { section: 'basic', slot: 'idDocument' });
    expect((await stage.view(doctor, id)).sections.basic?.version).toBe(1);
  });

  it('is not handed in while a table has neither rows nor the word for none', async () => {
    const doctor = await stage.person('resubmitted-gp');
    const id = await stage.fill(doctor, 'primary-general-practice-complete');
    for (const section of ['priorAchievements', 'achievements', 'caseStudies', 'otherDocs'])
      await stage.save(doctor, id, section, []);
    const refused = await stage.refused(doctor, id, 'SUBMIT');
    expect(refused.body.problems?.map(({ path, code }) => [path, code])).toEqual([
      ['/priorAchievements', 'required'],
      ['/achievements', 'required'],
      ['/caseStudies', 'required'],
      ['/otherDocs', 'required'],
    ]);
    for (const section of ['priorAchievements', 'achievements', 'caseStudies', 'otherDocs'])
      await stage.save(doctor, id, section, '无');
    expect(
      (await files.list(server.services.db, id)).filter(({ row, section }) => row && section !== 'study'),
    ).toEqual([]);
    await stage.fire(doctor, id, 'SUBMIT');
    expect((await caseSections.get(server.services.db, id, 'achievements'))?.value).toBe('无');
    const { text } = await doctor.get(`/api/cases/${id}/sheets/review-form`);
    expect(text).toContain('<td class="c nowrap">无</td><td></td><td></td><td></td>');
  });
});
