/** Cases in the browser: run beside the page, red where a change makes them so, another one made out of one that is there. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { DraftView, SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';
import { policyDesk } from './desk.ts';

const world = staged(THEATRE);
let editor: Client;
let page: Page;
let draft: string;
let choose: ReturnType<typeof policyDesk>['choose'];

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  const start = { title: '用例的调整', cycle: '2026' };
  draft = (await editor.post<{ id: string }>('/api/drafts', start)).body.id;
  page = await world.desk(editor, `/policy/drafts/${draft}/cases`);
  ({ choose } = policyDesk(page));
});

const preview = () => page.frameLocator('.preview-pane iframe');
const cards = () => page.locator('.case-cards > li');
const counts = () => page.getByText(/^\d+ 个用例，\d+ 个符合预期$/);

it('every case is run, and holds', async () => {
  await counts().waitFor();
  const [all, held] = ((await counts().textContent()) ?? '').match(/\d+/g) ?? [];
  expect(Number(all)).toBeGreaterThan(3);
  expect(held).toBe(all);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeFindings(page), colorScheme).toEqual([]);
  }
});

it('names rules that no case reaches, or breaks', async () => {
  await page.getByRole('button', { name: '查找没有用例碰到的规则' }).click();
  await page.locator('.coverage h2').first().waitFor();
  expect(await page.locator('.coverage li').count()).toBeGreaterThan(0);
});

it('what somebody changes turns a case red, with what came of it', async () => {
  const rule = { section: 'finances', cycle: '2026', rule: 'own-share' };
  const change = { kind: 'changeRule', ...rule, patch: { enabled: false } };
  await editor.must(editor.post(`/api/drafts/${draft}/changes`, { length: 0, changes: [change] }));
  await page.locator('.case-cards > .red').first().waitFor();
  await page.getByLabel('只看不符合的').check();
  const red = await cards().count();
  expect(red).toBeGreaterThan(0);
  expect(await page.locator('.case-cards > .red').count()).toBe(red);
  expect(await page.locator('.case-cards > .red .problem li').count()).toBeGreaterThan(0);
  await page.getByLabel('只看不符合的').uncheck();
});

it('a case is made out of another, and what comes of it is seen before', async () => {
  await page
    .getByRole('button', { name: /^以此新建/ })
    .first()
    .click();
  const form = page.locator('.change-form');
  await form.getByLabel('用例名称').fill('没有剧目名称');
  await form.getByRole('button', { name: '加一项不同的内容' }).click();
  await form.getByRole('button', { name: '看现在的结果' }).click();
  await form.getByText(/^现在：/).waitFor();
  await form.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => form.count()).toBe(0);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  const made = files.find(({ text }) => text.includes('没有剧目名称'));
  expect(made?.path).toMatch(/^2026\/cases\//);
  expect(JSON.parse(made?.text ?? '{}')).toMatchObject({
    extends: expect.any(String),
    expects: { valid: false },
  });
  await cards().filter({ hasText: '没有剧目名称' }).waitFor();
});

it('what is filled in in the preview stays when somebody changes the draft', async () => {
  await choose('预览用哪份内容', '完整的申请可以提交');
  const title = preview().getByRole('textbox', { name: /^剧名/ });
  await eventually(() => title.inputValue()).toBe('雨夜来信');
  await title.fill('');
  await title.pressSequentially('晨光', { delay: 60 });
  const { length } = (await editor.get<DraftView>(`/api/drafts/${draft}`)).body;
  const address = { part: 'section', id: 'project', cycle: '2026', way: ['title'] };
  const change = { kind: 'setText', ...address, text: '剧目和演出' };
  await editor.must(editor.post(`/api/drafts/${draft}/changes`, { length, changes: [change] }));
  await preview().getByText('剧目和演出').first().waitFor();
  expect(await title.inputValue()).toBe('晨光');
  // And whatever is changed after that.
  const next = { kind: 'setText', ...address, text: '剧目与演出' };
  await editor.must(editor.post(`/api/drafts/${draft}/changes`, { length: length + 1, changes: [next] }));
  await preview().getByText('剧目与演出').first().waitFor();
  expect(await title.inputValue()).toBe('晨光');
});

it('becomes a case of what is other than in its example, and tells what comes of it', async () => {
  await preview().getByRole('textbox', { name: /^剧名/ }).fill('');
  await page.getByRole('button', { name: '把这样填的做成用例' }).click();
  const form = page.locator('.preview-pane .change-form');
  await form.getByLabel('用例名称').pressSequentially('剧目没有名称', { delay: 30 });
  await form.getByRole('radio', { name: '这样填必须被拦下' }).check();
  await form.getByRole('button', { name: '看现在的结果' }).click();
  await form.getByText('现在：被拦下，与应有的结果一致').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => form.count()).toBe(0);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  const made = files.find(({ text }) => text.includes('剧目没有名称'));
  expect(made?.path).toBe('2026/cases/complete-2.json');
  expect(JSON.parse(made?.text ?? '{}')).toEqual({
    name: '剧目没有名称',
    category: 'premiere',
    extends: 'complete',
    sections: { project: { title: null } },
    expects: { valid: false },
  });
  await cards().filter({ hasText: '剧目没有名称' }).getByText('符合预期', { exact: true }).waitFor();
});

it('an empty form becomes a case of its own; its evidence may count as uploaded', async () => {
  await choose('预览用哪份内容', '空白的');
  await preview().getByRole('textbox', { name: /^剧名/ }).fill('晨光');
  await page.getByRole('button', { name: '把这样填的做成用例' }).click();
  const form = page.locator('.preview-pane .change-form');
  await form.getByLabel('用例名称').fill('只写了名称');
  await form.getByRole('checkbox', { name: '证明材料都算已经上传' }).check();
  await form.getByRole('radio', { name: '这样填必须被拦下' }).check();
  await form.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => form.count()).toBe(0);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  const made = JSON.parse(files.find(({ text }) => text.includes('只写了名称'))?.text ?? '{}');
  expect(made).toMatchObject({ category: 'premiere', files: ['papers/script'] });
  expect(made.sections.project.title).toBe('晨光');
  expect(made.extends).toBeUndefined();
});

it('a case on which others rest is kept; another is removed', async () => {
  await cards()
    .filter({ hasText: /以它为基础，不能删除/ })
    .first()
    .waitFor();
  const card = cards().filter({ hasText: '没有剧目名称' });
  await card.getByRole('button', { name: /^删除/ }).click();
  await card.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => card.count()).toBe(0);
});
