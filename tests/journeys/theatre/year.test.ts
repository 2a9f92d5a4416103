/** A year of the third programme: from the registrations to the report, with the line of the budget, the time limits and the appeal. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { BatchView, FiredView, HomeView } from '#core/model/wire/index.ts';
import { fireTimeLimits } from '#server/services/cases/index.ts';
import { expectListings } from '../../support/listings.ts';
import { worksheet } from '../../support/workbook.ts';
import type { Client } from '../client.ts';
import { startServer, type TestServer, THEATRE } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const DAY = 86_400_000;
const BEGUN = Date.parse('2026-05-04T01:00:00Z');
const AWARD = '/api/batches/application/AWARD';
const progress = async (): Promise<void> => undefined;

describe.each(mainly('mariadb'))('a year of the theatre fund, on %s', (kind: Kind) => {
  let now = BEGUN;
  let server: TestServer;
  let stage: Stage;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    now = BEGUN;
    const changes = { jobsAtOnce: 0, ...(existsSync(CHROMIUM) && { chromiumPath: CHROMIUM }) };
    server = await startServer({ definitions: THEATRE, kind, clock: () => new Date(now), changes });
    stage = await Stage.open(server);
    for (const desk of ['cellar', 'panel', 'finance']) await stage.organisation(desk);
  });
  afterAll(() => server?.stop());

  const idOf = (name: string): string => ids.get(name) ?? '';
  const producer = (name: string) => stage.person('producer-a', name, { card: `ZZ-${name}` });
  const desk = (name: string) => stage.organisation(name);
  const titleOf = async (name: string): Promise<string> =>
    (await stage.view(await producer(name), idOf(name))).stateTitle;
  const look = async (): Promise<BatchView> => {
    const bureau = await desk('bureau');
    return bureau.must(bureau.get<BatchView>(AWARD));
  };
  const namesIn = ({ ranking }: BatchView) =>
    ranking?.rows.map(
      ({ id, taken }) => `${[...ids].find(([, one]) => one === id)?.[0]}${taken ? '+' : '-'}`,
    );

  /** Sessions do not last for days. */
  async function pass(days: number, ...who: string[]): Promise<void> {
    now += days * DAY;
    for (const one of who) await stage.logInAgain(one);
  }

  async function handIn(name: string, example: string): Promise<void> {
    const applicant = await producer(name);
    ids.set(name, await stage.fill(applicant, example));
    await stage.fire(applicant, idOf(name), 'SUBMIT');
  }

  /** Through the parallel stage onto the shortlist. */
  async function ranked(name: string, points: number): Promise<void> {
    await handIn(name, 'complete');
    await stage.fire(await desk('cellar'), idOf(name), 'PASS', { opinion: '档期已确认' });
    await stage.fire(await desk('panel'), idOf(name), 'SCORE', { opinion: '可', points });
    await stage.fire(await desk('finance'), idOf(name), 'PASS', { opinion: '金额属实' });
  }

  it('the chooser leads a large sum to panel and finance side by side, a small one to the bureau', async () => {
    await handIn('large', 'complete');
    await handIn('small', 'small');
    for (const name of ['large', 'small'])
      await stage.fire(await desk('cellar'), idOf(name), 'PASS', { opinion: '档期已确认' });
    expect(await stage.queue(await desk('panel'), 'application', 'todo')).toEqual([idOf('large')]);
    expect(await stage.queue(await desk('finance'), 'application', 'todo')).toEqual([idOf('large')]);
    expect(await stage.queue(await desk('bureau'), 'application', 'todo')).toEqual([idOf('small')]);
    expect((await look()).allowed).toBe(false);
    await stage.fire(await desk('panel'), idOf('large'), 'SCORE', { opinion: '构思完整', points: 82.5 });
    expect(await titleOf('large')).toBe('资金审核');
  });

  it('what the offices remark among themselves is theirs alone', async () => {
    await stage.fire(await desk('finance'), idOf('large'), 'REMARK', { text: '与去年的预算接近' });
    const hidden = JSON.stringify(await stage.view(await producer('large'), idOf('large')));
    const shown = await stage.view(await desk('bureau'), idOf('large'));
    expect(hidden).not.toContain('去年的预算');
    expect(hidden).not.toContain('REMARK');
    expect(shown.sections.opinions?.value).toMatchObject({ remark: { text: '与去年的预算接近' } });
    expect(JSON.stringify(await stage.view(await desk('panel'), idOf('large')))).not.toContain('去年的预算');
    const minute = (who: Client) => who.get(`/api/cases/${idOf('large')}/sheets/minute.html`);
    expect((await minute(await desk('bureau'))).text).toContain('与去年的预算接近');
    expect((await minute(await producer('large'))).status).toBeGreaterThanOrEqual(400);
    await stage.fire(await desk('finance'), idOf('large'), 'PASS', { opinion: '金额属实' });
    expect(await titleOf('large')).toBe('候选');
  });

  it('nobody begins a third application in the cycle', async () => {
    const applicant = await producer('large');
    const begin = (category: string) => applicant.post('/api/applications', { category });
    expect((await begin('revival')).status).toBeLessThan(300);
    const refused = await begin('premiere');
    expect([refused.status, refused.body.code]).toEqual([409, 'over-limit']);
    const home = await applicant.must(applicant.get<HomeView>('/api/applications'));
    expect(home.offered).toEqual([]);
  });

  it('the line is drawn where the budget ends, and the best are granted', async () => {
    await stage.fire(await desk('bureau'), idOf('small'), 'SCORE', { opinion: '短小精当', points: 95 });
    await ranked('best', 91);
    await ranked('weak', 60.5);
    const board = await look();
    expect(namesIn(board)).toEqual(['small+', 'best+', 'large+', 'weak-']);
    expect(board.ranking).toMatchObject({
      numbers: [null, '0.0%'],
      sum: { number: '#,##0.00', used: 7888.75, upTo: 8000, left: 111.25 },
      refusal: null,
    });
    const bureau = await desk('bureau');
    await bureau.must(
      bureau.post<FiredView>(AWARD, { confirmCount: board.count, seen: board.ranking?.seen }),
    );
    expect(await Promise.all(['small', 'best', 'large', 'weak'].map(titleOf))).toEqual([
      '已资助',
      '已资助',
      '已资助',
      '候选',
    ]);
  });

  it('the roster writes numbers as numbers and choices by their titles', async () => {
    const bureau = await desk('bureau');
    const rows = worksheet(await bureau.download('/api/rosters/ensemble', { queue: 'candidates' }));
    const lines = (await rows).map((row) => row.map((cell) => cell?.text));
    expect(lines[1]).toEqual(
      expect.arrayContaining(['测试地窖剧场', '新剧首演', '雨夜来信', '话剧', '测试演员', '演员']),
    );
    expect(lines.flat()).not.toContain('ZZ-weak');
  });

  it.skipIf(!existsSync(CHROMIUM))('the letter is printed twice on a sheet, in either language', async () => {
    const applicant = await producer('large');
    const chinese = await letter(applicant);
    const amount = '人民币3,529.35元（大写：叁仟伍佰贰拾玖元叁角伍分）';
    expect(chinese.split(amount)).toHaveLength(3);
    expect(chinese).toContain('增值税（6%）228.08元');
    await applicant.must(applicant.put('/api/session/language', { language: 'en' }));
    const english = await letter(applicant);
    expect(english.split('CNY3,529.35(incapitals:叁仟伍佰贰拾玖元叁角伍分)')).toHaveLength(3);
    expect(english).toContain('(Newproduction,Spokendrama)receivesagrantinYear2026');
    await applicant.must(applicant.put('/api/session/language', { language: 'zh-CN' }));
    const weak = await producer('weak');
    expect((await weak.get(`/api/cases/${idOf('weak')}/sheets/letter.pdf`)).status).toBe(404);
  });

  it('who was declined may appeal in time, and is heard', async () => {
    await handIn('wronged', 'complete');
    await stage.fire(await desk('cellar'), idOf('wronged'), 'PASS', { opinion: '档期已确认' });
    await stage.fire(await desk('panel'), idOf('wronged'), 'DECLINE', { opinion: '题材重复' });
    await stage.fire(await desk('bureau'), idOf('weak'), 'DECLINE', { opinion: '资金已用完' });
    await pass(10, 'bureau', 'cellar', 'wronged');
    await stage.fire(await producer('wronged'), idOf('wronged'), 'APPEAL', { reason: '题材并不重复' });
    expect((await look()).allowed).toBe(false);
    await stage.fire(await desk('bureau'), idOf('wronged'), 'SCORE', { opinion: '申诉成立', points: 70 });
    expect(await titleOf('wronged')).toBe('候选');
    const board = await look();
    expect(namesIn(board)).toEqual(['wronged-']);
    expect(board.ranking?.sum).toMatchObject({ used: 0, upTo: 111.25 });
  });

  it('time limits fire: without an appeal it is final, what was returned and forgotten lapses', async () => {
    await handIn('forgetful', 'small');
    await stage.fire(await desk('cellar'), idOf('forgetful'), 'RETURN', { opinion: '请写明首演日期' });
    await pass(5);
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 0, failed: [] });
    await pass(1, 'weak');
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 1, failed: [] });
    expect(await titleOf('weak')).toBe('不予资助（已定）');
    expect(
      (await stage.refused(await producer('weak'), idOf('weak'), 'APPEAL', { reason: '晚' })).status,
    ).toBe(409);
    await pass(9, 'forgetful', 'large', 'bureau');
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 2, failed: [] });
    expect(await titleOf('forgetful')).toBe('逾期失效');
  });

  it('after the award the report is asked for, the application is locked', async () => {
    const applicant = await producer('large');
    const id = idOf('large');
    const put = async (section: string, value: JsonObject) => {
      const { version } = (await stage.view(applicant, id)).sections[section] ?? { version: 0 };
      return (await applicant.put(`/api/cases/${id}/sections/${section}`, { version, value })).body.code;
    };
    expect(await put('finances', { rate: 0.06, own: 1 })).toBe('section-locked');
    expect((await stage.refused(applicant, id, 'REPORT')).status).toBeGreaterThanOrEqual(400);
    expect(await put('finalReport', { audience: 160, outlay: 4000.01, tour: false })).toBeUndefined();
    await stage.attach(applicant, id, { section: 'finalReport', slot: 'accounts' });
    await stage.fire(applicant, id, 'REPORT');
    expect(await put('finalReport', { audience: 1, outlay: 1, tour: true })).not.toBeUndefined();
    await stage.fire(await desk('bureau'), id, 'CLOSE');
    expect(await titleOf('large')).toBe('已结项');
    const html = (await applicant.get(`/api/cases/${id}/sheets/form.html`)).text;
    expect(html).toContain('160 / 4,000.01 / 没有巡演计划 / 29.39');
  });

  it('a report that does not come is overdue, and may still be handed in', async () => {
    await pass((Date.parse('2027-04-01T01:00:00Z') - now) / DAY, 'small', 'best', 'large');
    expect(await fireTimeLimits(server.services, progress)).toEqual({ fired: 2, failed: [] });
    expect(await Promise.all(['small', 'best', 'large'].map(titleOf))).toEqual([
      '报告逾期',
      '报告逾期',
      '已结项',
    ]);
    const { actions } = await stage.view(await producer('small'), idOf('small'));
    expect(actions.map(({ event }) => event)).toEqual(['REPORT']);
  });

  /** The text of its pages, without blanks. */
  async function letter(client: Client): Promise<string> {
    const response = await fetch(`${server.origin}/api/cases/${idOf('large')}/sheets/letter.pdf`, {
      headers: { cookie: client.cookie },
    });
    expect(response.status).toBe(200);
    const input = Buffer.from(await response.arrayBuffer());
    return execFileSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' }).replace(/\s/g, '');
  }

  it('what lists show of every case is what its answers give', async () => {
    expect(await expectListings(server)).toBeGreaterThan(0);
  });
});
