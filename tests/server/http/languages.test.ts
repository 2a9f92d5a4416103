import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type {
  ErrorBody,
  HomeView,
  ProgrammeView,
  QueueMenu,
  QueuePage,
  SessionView,
} from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { mainly } from '../../journeys/kinds.ts';
import { Stage } from '../../journeys/stage.ts';
import { worksheet } from '../../support/workbook.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

describe.each(mainly('mariadb'))('two people who read two languages, on %s', (kind) => {
  let server: TestServer;
  let stage: Stage;
  /** Reads Chinese. */
  let gardener: Client;
  /** Reads English, in which the programme is written. */
  let desk: Client;
  let id: string;

  beforeAll(async () => {
    const changes = existsSync(CHROMIUM) ? { chromiumPath: CHROMIUM } : {};
    server = await startServer({ definitions: GARDEN, kind, changes });
    stage = await Stage.open(server);
    gardener = await stage.person('gardener-a');
    desk = await stage.organisation('north-gardens');
    await gardener.must(gardener.put('/api/session/language', { language: 'zh-CN' }));
  });
  afterAll(() => server?.stop());

  const ask = async (headers: Record<string, string>): Promise<ProgrammeView> => {
    const response = await fetch(`${server.origin}/api/programme`, { headers });
    return (await response.json()) as ProgrammeView;
  };

  it('a visitor is answered in what the browser has chosen, else in what it asks for, else as it is written', async () => {
    const [bare, foreign] = [await ask({}), await ask({ 'accept-language': 'fr' })];
    expect([bare.locale, foreign.locale]).toEqual(['en', 'en']);
    expect(bare.languages).toEqual([
      { id: 'en', title: 'English' },
      { id: 'zh-CN', title: '中文' },
    ]);
    const chinese = await ask({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    expect([chinese.locale, chinese.title, chinese.cycle.title]).toEqual([
      'zh-CN',
      '社区花园补助',
      '2026年下半年',
    ]);
    const chosen = await ask({ 'accept-language': 'zh-CN', cookie: 'language=en' });
    expect([chosen.locale, chosen.title]).toEqual(['en', 'Community garden grants']);
    expect((await ask({ cookie: 'language=fr' })).locale).toBe('en');
  });

  it('keeps what somebody chooses with the account, and refuses what the programme has not', async () => {
    const again = await stage.logIn('gardener-a');
    const { body } = await again.get<SessionView>('/api/session');
    expect(body.user.roleTitle).toBe('园丁');
    const refused = await gardener.put<ErrorBody>('/api/session/language', { language: 'fr' });
    expect([refused.status, refused.body.code]).toEqual([400, 'bad-request']);
    expect((await gardener.get<ProgrammeView>('/api/programme')).body.locale).toBe('zh-CN');
    expect((await desk.get<SessionView>('/api/session')).body.user.roleTitle).toBe('Secretary');
  });

  it('offers, refuses and complains in the language of whoever asks', async () => {
    const home = await gardener.must(gardener.get<HomeView>('/api/applications'));
    expect(home.offered.map(({ title }) => title)).toEqual(['单块地']);
    const nobody = '/api/cases/nothing-there';
    expect((await gardener.get<ErrorBody>(nobody)).body.message).toMatch(/\p{Script=Han}/u);
    expect((await desk.get<ErrorBody>(nobody)).body.message).not.toMatch(/\p{Script=Han}/u);
    ({ id } = await gardener.must(gardener.post<{ id: string }>('/api/applications', { category: 'plot' })));
    const refused = await gardener.post<ErrorBody>(`/api/cases/${id}/events`, {
      event: 'SUBMIT',
      version: 1,
    });
    expect(refused.status).toBe(422);
    const title = refused.body.problems?.find(({ path }) => path === '/plan/title');
    expect([title?.message, title?.place]).toEqual(['请填写「名称」', '计划书 名称']);
  });

  it('keeps one set of answers: the word for "there is none" is kept as it is written', async () => {
    await stage.complete(gardener, id, 'complete');
    const contact = { name: 'Test Gardener A', email: 'a@example.org', phone: '无' };
    const { value } = (await stage.view(gardener, id)).sections.plan as { value: JsonObject };
    await stage.save(gardener, id, 'plan', { ...value, contact });
    const kept = (await stage.view(gardener, id)).sections.plan?.value;
    expect(kept).toMatchObject({ contact: { phone: 'none' }, useMachines: 'no', ward: 'north' });
  });

  it('shows one case to each in their language', async () => {
    await stage.fire(gardener, id, 'SUBMIT');
    const mine = await stage.view(gardener, id);
    const theirs = await stage.view(desk, id);
    expect([mine.stateTitle, theirs.stateTitle]).toEqual(['协会审核中', 'At the association']);
    expect([mine.categoryTitle, theirs.categoryTitle]).toEqual(['单块地', 'Single plot']);
    expect(mine.sheets.map(({ title }) => title)).toEqual(['花园卡']);
    const queue = await desk.must(desk.get<QueuePage>('/api/queues/application/todo'));
    expect(queue.rows[0]?.summary.map(({ title }) => title)).toEqual(['Plan', 'Asked for']);
    const menu = await desk.must(desk.get<QueueMenu>('/api/queues'));
    expect(menu.flatMap(({ queues }) => queues.map(({ title }) => title))).toContain('To do');
    const refused = await gardener.post<ErrorBody>(`/api/cases/${id}/events`, {
      event: 'SUBMIT',
      version: mine.version,
    });
    expect(refused.body.message).toBe('当前状态为“协会审核中”，不能进行“提交”操作');
  });

  it('prints a page in the language of whoever looks at it, and says so', async () => {
    const html = async (client: Client) => (await client.get(`/api/cases/${id}/sheets/card.html`)).text;
    const [mine, theirs] = [await html(gardener), await html(desk)];
    expect(mine).toMatch(/^<!doctype html><html lang="zh-CN">/);
    expect(mine).toContain('联系人：');
    expect(mine).toContain('北岸');
    expect(theirs).toMatch(/^<!doctype html><html lang="en">/);
    expect(theirs).toContain('Contact: ');
    expect(theirs).toContain('Northbank');
  });

  it.skipIf(!existsSync(CHROMIUM))('prints a PDF in the language of whoever asks for it', async () => {
    const [mine, theirs] = [await pdfText(gardener), await pdfText(desk)];
    expect(mine).toContain('花园卡·2026年下半年');
    expect(mine).toContain('申请金额：£180');
    expect(mine).not.toContain('Contact');
    expect(theirs).toContain('Contact:TestGardenerA');
    expect(theirs).not.toMatch(/\p{Script=Han}/u);
  });

  it('exports a roster with its headings, its codes and its words in the language of whoever exports', async () => {
    const rows = async () => worksheet(await desk.download('/api/rosters/members', { queue: 'todo' }));
    const english = await rows();
    const titles = english[0]?.map(({ text }) => text) ?? [];
    const ward = titles.indexOf('Ward');
    expect(titles.slice(0, 3)).toEqual(['Association', 'Under', 'Form']);
    expect(english[1]?.[ward]?.text).toBe('Northbank');
    await desk.must(desk.put('/api/session/language', { language: 'zh-CN' }));
    const chinese = await rows();
    expect(chinese[0]?.map(({ text }) => text).slice(0, 3)).toEqual(['协会', '隶属', '表格']);
    expect(chinese[1]?.[ward]?.text).toBe('北岸');
    await desk.must(desk.put('/api/session/language', { language: 'en' }));
  });

  async function pdfText(client: Client): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'shenbao-languages-'));
    const file = join(folder, 'card.pdf');
    const response = await fetch(`${server.origin}/api/cases/${id}/sheets/card.pdf`, {
      headers: { cookie: client.cookie },
    });
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    await rm(folder, { recursive: true });
    return text.replace(/\s/g, '');
  }
});
