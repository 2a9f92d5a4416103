/** The room of forms and sections: a question with evidence, printed, added by clicking; texts, order, removal. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH);
const FIELD = '是否有国外工作经历';
const PROOF = '国外工作经历的证明材料';
let editor: Client;
let page: Page;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  const begun = await editor.must(editor.post('/api/drafts', { title: '明年的调整', cycle: '2026' }));
  const { id } = begun as { id: string };
  page = await world.desk(editor, `/policy/drafts/${id}/forms`);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const row = (title: string) => page.locator('.field-table tbody tr', { hasText: title }).first();
const closed = () => eventually(() => page.locator('.change-form').count()).toBe(0);

it('shows which form has which section, and the fields of one', async () => {
  await button('基本信息（护理） 与其他类别相同').click();
  await page.getByRole('heading', { name: '基本信息', exact: true }).waitFor();
  await row('曾用名').waitFor();
});

it('adds a question that asks for evidence when it is answered yes, and prints it', async () => {
  await button('添加填写项').click();
  await page.getByRole('textbox', { name: /^名称/ }).pressSequentially(FIELD, { delay: 10 });
  await page.getByRole('radio', { name: /^是否/ }).check();
  await choose('附带的材料', '选“是”时要求');
  await choose('放在哪一项后面', '从事何专业技术工作');
  await choose('重庆市职称申报评审表：打印在哪一行下面', '从事何专业技术工作');
  await button('保存修改').click();
  await closed();
  const added = row(FIELD);
  await added.getByText('是否', { exact: true }).waitFor();
  await added.getByText('重庆市职称申报评审表').waitFor();
});

it('makes a change of a title when its field is left, and keeps what was typed before that', async () => {
  await button('修改 曾用名').click();
  const title = page.locator('.field-form textarea').first();
  await title.press('End');
  await title.pressSequentially('（别名）', { delay: 10 });
  await page.reload();
  await eventually(() => page.locator('.field-form textarea').first().inputValue()).toBe('曾用名（别名）');
  await page.locator('.field-form textarea').first().focus();
  await page.keyboard.press('Tab');
  await row('曾用名（别名）').waitFor();
  await page.locator('.field-table').getByRole('button', { name: '取消' }).click();
});

it('moves a field to another section, and says what follows', async () => {
  await button('修改 一线工作时间').click();
  await button('移到栏目…').click();
  const form = page.getByRole('form', { name: '移到栏目…' });
  await form.getByText('已经填写的内容一并移过去').waitFor();
  await choose('移到哪个栏目', '封面');
  expect(await axeFindings(page)).toEqual([]);
  await form.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => row('一线工作时间').count()).toBe(0);
  const id = page.url().split('/').at(-2);
  const { files } = await editor.must(editor.get<SourceFiles>(`/api/drafts/${id}/files`));
  const cover = files.find(({ path }) => path.endsWith('/sections/cover.json'));
  expect(cover?.text).toContain('frontlineWorkPeriod');
});

it('moves a field with the keyboard, and takes one out with what uses it', async () => {
  const place = async () => (await page.locator('.field-table tbody tr th').allInnerTexts()).indexOf(FIELD);
  const before = await place();
  await button(`上移 ${FIELD}`).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await eventually(place).toBe(before - 1);
  await button('删除 卫生支农年限').click();
  await page.locator('.uses li', { hasText: '打印表：重庆市职称申报评审表' }).waitFor();
  await page.locator('.uses li', { hasText: '用例' }).waitFor();
  await page.locator('.field-table').getByRole('button', { name: '取消' }).click();
});

it('shows the new question in the preview, and asks for evidence there when it is answered yes', async () => {
  const preview = page.frameLocator('iframe');
  await preview.getByText(FIELD).first().waitFor();
  await page.getByText('仍在检查').waitFor({ state: 'detached' });
  const question = preview.getByRole('radiogroup', { name: new RegExp(FIELD) });
  await question.getByText('是', { exact: true }).click();
  await preview.locator('.slot', { hasText: PROOF }).waitFor();
});

it('checks the draft in the page: the strip counts cases and lists problems', async () => {
  await page.getByText('仍在检查').waitFor({ state: 'detached' });
  await page.getByText(/用例 \d+\/\d+/).waitFor();
  await page.getByRole('button', { name: /^问题/ }).click();
  await page.locator('.strip-findings').waitFor();
});

it('lengthens passwords with the keyboard alone', async () => {
  await page.goto(page.url().replace(/forms$/, 'accounts'));
  await page.getByRole('heading', { name: '密码规则' }).waitFor();
  await page.getByRole('button', { name: '修改 密码规则' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^最少几位/ }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.getByText('最少几位 10').waitFor();
});

it.each(['light', 'dark'] as const)(
  'has nothing that axe finds in the rooms of forms and accounts, %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await eventually(() => axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '类别与栏目' }).click();
    await page.locator('.field-table').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '账号与单位' }).click();
  },
);

async function choose(label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.pressSequentially(option, { delay: 10 });
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().waitFor();
  await page.keyboard.press('Enter');
}
