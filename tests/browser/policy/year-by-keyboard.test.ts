/** Changes of a year by keyboard alone: Tab, arrows, Enter, Space and typed text. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { chooseAt, isFocusSeen, pressAt, pressInTable, tabTo, typeAt } from '../../support/keyboard.ts';
import { staged } from '../../support/staged.ts';
import { type PolicyDesk, policyDesk } from './desk.ts';

const ITEM = '静脉治疗例数';
const DROPPED = '指导下级医生病历书写';
const FIELD = '是否有国外工作经历';
const EXEMPTION = '基层年龄免考：距离法定退休年龄不足的年数';

const world = staged(HEALTH);
let page: Page;
let desk: PolicyDesk;

beforeAll(async () => {
  page = await world.desk(await world.stage.able('definitions'), '/policy/drafts');
  desk = policyDesk(page);
});

const room = (name: string) => pressAt(page.getByRole('navigation').getByRole('link', { name }));
const labelled = (label: RegExp): Locator => desk.form().getByLabel(label);

/** Goes on to the button of the form and makes the change. */
const saved = (): Promise<void> =>
  desk.made(desk.form(), async (save) => {
    await tabTo(save);
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
  });

it('a draft is begun, and the next year in it', async () => {
  await pressAt(desk.button('新建草稿'));
  await typeAt(page.getByLabel('草稿名称'), '只用键盘');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
  await pressAt(desk.button('建立下一年度'));
  await saved();
});

it('an item of the workload comes to a form, another goes from one', async () => {
  await room('项目');
  await pressInTable(page.getByRole('checkbox', { name: `临床 ${DROPPED}`, exact: true }), 'Space');
  await desk.form().getByText(`临床去掉“${DROPPED}”`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await saved();
  await pressAt(desk.button('添加项目'));
  await typeAt(labelled(/^项目名称/), ITEM);
  await typeAt(labelled(/^单位/), '例');
  await chooseAt(desk.form().getByRole('combobox', { name: '填写方式' }), '与“年门诊人次”相同');
  await pressAt(desk.form().getByRole('checkbox', { name: '护理', exact: true }), 'Space');
  await saved();
  await page.getByRole('checkbox', { name: `护理 ${ITEM}`, exact: true }).waitFor();
});

it('a number is another, with its reason', async () => {
  await room('数字');
  await pressAt(desk.button(`修改 ${EXEMPTION}`));
  await typeAt(labelled(new RegExp(`^${EXEMPTION}`)), '3');
  await desk.form().locator('.effects ins').first().waitFor();
  await typeAt(labelled(/^依据/), '2027年度通知第三条');
  await saved();
});

it('a question is asked, with evidence where it is answered yes', async () => {
  await room('类别与栏目');
  await pressInTable(desk.button('基本信息（护理） 与其他类别相同'));
  await pressAt(desk.button('添加填写项'));
  await typeAt(labelled(/^名称/), FIELD);
  await tabTo(desk.form().getByRole('radio', { checked: true }).first());
  const yesNo = desk.form().getByRole('radio', { name: /^是否/ });
  for (let steps = 0; steps < 20 && !(await yesNo.isChecked()); steps += 1)
    await page.keyboard.press('ArrowDown');
  await chooseAt(desk.form().getByRole('combobox', { name: '附带的材料' }), '选“是”时要求');
  await chooseAt(desk.form().getByRole('combobox', { name: '放在哪一项后面' }), '从事何专业技术工作');
  expect(await axeFindings(page)).toEqual([]);
  await saved();
  await page.locator('.field-table tr', { hasText: FIELD }).first().waitFor();
});

it('a code begins on a day', async () => {
  await room('代码表');
  await chooseAt(page.getByRole('combobox', { name: '代码表' }), '申报类别');
  await pressAt(desk.button('添加代码'));
  await typeAt(labelled(/^代码/), 'talent');
  await typeAt(labelled(/^名称/), '人才引进');
  await typeAt(labelled(/^从哪天起/), '2027-01-01');
  await saved();
  await page.locator('.draft-table tr', { hasText: '人才引进' }).getByText('2027-01-01').waitFor();
});

it('a sentence of the review form is another', async () => {
  await room('打印表');
  await pressAt(desk.button('修改 从事何专业技术工作').first());
  await typeAt(desk.form().getByRole('textbox', { name: '这句话' }), '现从事何专业技术工作');
  await saved();
  const paper = page.frameLocator('.sheet-preview iframe');
  await paper.getByText('现从事何专业技术工作', { exact: true }).first().waitFor();
});
