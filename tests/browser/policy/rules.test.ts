/** Rules in the browser: conditions changed as rows and as a formula, tried on an example, switched off; by keyboard too. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { chooseAt, pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(THEATRE);
const ENOUGH = '自筹资金已足够，无须资助';
let editor: Client;
let page: Page;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  const start = { title: '规则的调整', cycle: '2026' };
  const { id } = (await editor.post<{ id: string }>('/api/drafts', start)).body;
  page = await world.desk(editor, `/policy/drafts/${id}/rules`);
  await page
    .getByRole('status')
    .getByText(/共 \d+ 条/)
    .waitFor();
});

type Rule = { id: string; when?: unknown; require: unknown; enabled?: boolean };

/** A rule as it stands in the files of the draft. */
async function ruleIn(section: string, id: string): Promise<Rule | undefined> {
  const draft = page.url().split('/').at(-2);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  const text = files.find(({ path }) => path === `2026/sections/${section}.json`)?.text ?? '{}';
  return (JSON.parse(text) as { rules: Rule[] }).rules.find((one) => one.id === id);
}

const form = () => page.locator('.change-form');
const open = (message: string) => page.getByRole('button', { name: `修改 ${message}` }).click();
const closed = () => eventually(() => form().count()).toBe(0);

it('a value is changed where it stands; the sentence follows at once, and nothing else is touched', async () => {
  const before = await ruleIn('finances', 'asks-for-something');
  await open(ENOUGH);
  const value = form().getByLabel('与什么比较').first();
  await value.fill('100');
  await form().locator('.rule-sentence', { hasText: '大于100' }).waitFor();
  await form().getByRole('button', { name: '保存修改' }).click();
  await closed();
  await page.locator('.rules .sentence', { hasText: '大于100' }).waitFor();
  const after = await ruleIn('finances', 'asks-for-something');
  expect(after).toEqual({ ...before, require: { '>': [{ var: 'section.asked' }, 100] } });
});

it('a comparison is changed and a condition added by keyboard alone', async () => {
  await pressAt(page.getByRole('button', { name: `修改 ${ENOUGH}` }));
  await chooseAt(form().getByLabel('怎样比较').first(), '不小于（不早于）');
  await pressAt(form().getByRole('button', { name: '加条件' }).first());
  await typeAt(form().getByLabel('依据', { exact: true }), '新办法第三条');
  await pressAt(form().getByRole('button', { name: '保存修改' }));
  await closed();
  const { require } = (await ruleIn('finances', 'asks-for-something')) ?? {};
  const [first, second, ...others] = (require as { and: unknown[] }).and;
  expect(first).toEqual({ '>=': [{ var: 'section.asked' }, 100] });
  expect(second).toEqual({ answered: { var: expect.any(String) } });
  expect(others).toEqual([]);
});

it('a formula that cannot be read is not made, one that can shows its sentence', async () => {
  await open('收款账号的校验位不对，请核对');
  await form().getByText('公式', { exact: true }).first().click();
  const editing = form().locator('.cm-content').first();
  await editing.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('{ "never": [1] }');
  await form().getByText('不是完整的公式').waitFor();
  await form().getByRole('button', { name: '保存修改' }).click();
  expect(await form().count()).toBe(1);
  await editing.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('{ "answered": { "var": "section.account" } }');
  await form().locator('.rule-sentence', { hasText: '已填写' }).waitFor();
  await form().getByRole('button', { name: '取消' }).click();
});

it('is tried on an example, with the value of every part; both themes read well', async () => {
  await open('自筹资金不足总额的10%');
  await form().getByRole('button', { name: '试一试' }).click();
  await form().locator('.trial-lines .ant-tag').first().waitFor();
  expect(await form().locator('.trial-lines dt').count()).toBeGreaterThan(3);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeFindings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await tabTo(form().getByRole('button', { name: '取消' }));
  await page.keyboard.press('Enter');
});

it('a rule is switched off, another added and removed', async () => {
  await page.getByRole('button', { name: `停用 ${ENOUGH}` }).click();
  await form().getByRole('button', { name: '保存修改' }).click();
  await closed();
  expect((await ruleIn('finances', 'asks-for-something'))?.enabled).toBe(false);
  await page.getByRole('button', { name: '添加规则' }).click();
  await form().getByLabel('提示', { exact: true }).fill('新的提示');
  await form().getByRole('button', { name: '保存修改' }).click();
  await closed();
  await page.locator('.rules li', { hasText: '提示：新的提示' }).waitFor();
  await page.getByRole('button', { name: '删除 新的提示' }).click();
  await form().getByRole('button', { name: '保存修改' }).click();
  await eventually(() => page.locator('.rules li', { hasText: '新的提示' }).count()).toBe(0);
});
