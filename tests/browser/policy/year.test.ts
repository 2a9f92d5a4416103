/** The rules of the next year, made in the browser by an officer who touches no file: ten changes, one of them taken back. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const CENTRE = '市评审中心';
const ITEM = '静脉治疗例数';
const DROPPED = '指导下级医生病历书写';
const PAPERS = '著作、论文和学术报告的行数';
const EXEMPTION = '基层年龄免考：距离法定退休年龄不足的年数';
const FIELD = '是否有国外工作经历';
const WORK = '从事何专业技术工作';

const world = staged(HEALTH);
let editor: Client;
let page: Page;
let draft = '';

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  page = await world.desk(editor, '/policy/drafts');
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const form = () => page.locator('.change-form');
const room = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

/** How many changes the page has of the draft. */
const changesNow = async (): Promise<number> =>
  Number.parseInt(
    await page
      .locator('.draft-strip')
      .getByText(/^\d+ 处修改$/)
      .innerText(),
    10,
  );

/** Makes the change of a form that is open, and waits until the page has the list with it. */
async function made(one = form()): Promise<void> {
  const before = await changesNow();
  await one.getByRole('button', { name: '保存修改' }).click();
  await one.waitFor({ state: 'detached' });
  await eventually(changesNow).toBeGreaterThan(before);
}

async function fill(label: RegExp, text: string): Promise<void> {
  await form().getByRole('textbox', { name: label }).fill(text);
}

async function choose(label: string, option: string, one: Page | Locator = page): Promise<void> {
  const field = one.getByRole('combobox', { name: label });
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  await list.waitFor({ state: 'hidden' });
}

const textOf = async (end: string): Promise<string> => {
  const { files } = await editor.must(editor.get<SourceFiles>(`/api/drafts/${draft}/files`));
  return files.find(({ path }) => path.endsWith(end))?.text ?? '';
};

it('the next year begins as a copy of this one', async () => {
  await button('新建草稿').click();
  await page.getByLabel('草稿名称').fill('2027年度的办法');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
  draft = page.url().split('/').at(-2) ?? '';
  await button('关闭预览').click();
  await button('建立下一年度').click();
  expect(await form().getByRole('textbox').first().inputValue()).toBe('2027');
  await made();
  await page.locator('.draft-strip .ant-select', { hasText: '2027年度' }).waitFor();
});

it('an item of the workload comes to one category, another leaves one', async () => {
  await room('项目');
  await button('添加项目').click();
  await fill(/^项目名称/, ITEM);
  await fill(/^单位/, '例');
  await choose('填写方式', '与“年门诊人次”相同');
  await form().getByRole('checkbox', { name: '护理', exact: true }).check();
  await made();
  await page.getByRole('checkbox', { name: `护理 ${ITEM}`, exact: true }).waitFor();
  await page.getByRole('checkbox', { name: `临床 ${DROPPED}`, exact: true }).uncheck();
  await form().getByText(`临床去掉“${DROPPED}”`).waitFor();
  await made();
});

it('a number changes for one category alone, and another for all, in two forms that are open at once', async () => {
  await room('数字');
  for (const title of [PAPERS, EXEMPTION]) await button(`修改 ${title}`).click();
  const [papers, exemption] = [PAPERS, EXEMPTION].map((title) =>
    page.getByRole('form', { name: `修改 ${title}`, exact: true }),
  );
  if (!papers || !exemption) throw new Error('there are two forms');
  await exemption.getByLabel(new RegExp(`^${EXEMPTION}`)).fill('3');
  await exemption.getByLabel(/^依据/).fill('2027年度通知第三条');
  await exemption.locator('.effects ins').first().waitFor();
  await choose('用于', '仅药学', papers);
  await papers.getByLabel(new RegExp(`^${PAPERS}`)).fill('5');
  await made(papers);
  await page.locator('tr.inherited', { hasText: PAPERS }).getByText('仅药学').waitFor();
  await made(exemption);
});

it('a question asks for evidence when it is answered yes, and is printed', async () => {
  await room('类别与栏目');
  await button('基本信息（护理） 与其他类别相同').click();
  await button('添加填写项').click();
  await fill(/^名称/, FIELD);
  await form().getByRole('radio', { name: /^是否/ }).check();
  await form().getByRole('checkbox', { name: '必填' }).check();
  await choose('附带的材料', '选“是”时要求');
  await choose('放在哪一项后面', WORK);
  await choose('重庆市职称申报评审表：打印在哪一行下面', WORK);
  expect(await axeFindings(page)).toEqual([]);
  await made();
  await page.locator('.field-table tr', { hasText: FIELD }).first().waitFor();
});

it('a code begins on a day; the third change is taken back after the seventh', async () => {
  await room('代码表');
  await choose('代码表', '申报类别');
  await button('添加代码').click();
  await fill(/^代码/, 'talent');
  await fill(/^名称/, '人才引进');
  await fill(/^从哪天起/, '2027-01-01');
  await made();
  await page.locator('.draft-table tr', { hasText: '人才引进' }).getByText('2027-01-01').waitFor();
  await room('修改清单');
  const line = page.locator('.draft-changes > li', { hasText: DROPPED }).first();
  await line.getByRole('button', { name: /^撤销/ }).click();
  await line.locator('.ant-tag', { hasText: '已撤销' }).waitFor();
  await room('项目');
  const box = page.getByRole('checkbox', { name: `临床 ${DROPPED}`, exact: true });
  await eventually(() => box.isChecked()).toBe(true);
});

it('a stage is inserted between the districts and the city', async () => {
  await room('流程');
  await button('在“待区县职改办审核”与“审核通过，待提交市卫健委”之间插入一级').click();
  await form()
    .getByRole('checkbox', { name: /^待一级单位审核 —审核通过→ 审核通过/ })
    .check();
  await fill(/^环节名称/, CENTRE);
  await choose('单位类型', '直属医疗卫生机构');
  await choose('怎样找到这个单位', '“市卫健委”下属的这类单位');
  await fill(/^指定的单位/, CENTRE);
  await form().getByText('下列流程图会改变').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await made();
  await page.locator('.route-stages strong', { hasText: `待${CENTRE}处理` }).waitFor();
  expect(await textOf('2027/sheets/review-form/template.hbs')).toContain(`${CENTRE}意见`);
  expect(await textOf('2026/sheets/review-form/template.hbs')).not.toContain(CENTRE);
});

it('a column of the list moves, another is called otherwise', async () => {
  await room('导出名单');
  await button('联系电话 上移').click();
  await form()
    .getByText(/^新的顺序/)
    .waitFor();
  await made();
  await button('修改 工作单位').click();
  await fill(/^列名/, '申报单位');
  await made();
  await page.locator('.roster-columns strong', { hasText: '申报单位' }).waitFor();
});
