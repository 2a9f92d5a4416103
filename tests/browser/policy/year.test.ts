/**
 * The rules of the next year, made in the browser by an officer who touches no file, tried on last year's applications,
 * published by a second one, and used: by an applicant and a reviewer of the new year, beside a case of the old one.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { DraftView, SourceFiles } from '#core/model/wire/index.ts';
import { openCycle } from '#server/seed/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';
import { type PolicyDesk, policyDesk } from './desk.ts';

const DRAFT = '2027年度的办法';
const CENTRE = '市评审中心';
const ITEM = '静脉治疗例数';
const DROPPED = '指导下级医生病历书写';
const PAPERS = '著作、论文和学术报告的行数';
const EXEMPTION = '基层年龄免考：距离法定退休年龄不足的年数';
const FIELD = '是否有国外工作经历';
const WORK = '从事何专业技术工作';
const NURSE = 'pending-level1-nursing';
const EXAMPLE = 'nursing-complete';

let late = 0;
/** A code of the second factor serves once. */
const later = (): void => {
  late += 60_000;
};
const world = staged(HEALTH, () => new Date(Date.now() + late));
let editor: Client;
let page: Page;
let desk: PolicyDesk;
let draft = '';
/** A case of this year that is under way while all this happens. */
let old = '';

beforeAll(async () => {
  const { stage, server } = world;
  await openCycle(server.services);
  const nurse = await stage.person(NURSE);
  old = await stage.fill(nurse, EXAMPLE);
  await stage.fire(nurse, old, 'SUBMIT');
  editor = await stage.able('definitions');
  page = await world.desk(editor, '/policy/drafts');
  desk = policyDesk(page);
});

const textOf = async (end: string): Promise<string> => {
  const { files } = await editor.must(editor.get<SourceFiles>(`/api/drafts/${draft}/files`));
  return files.find(({ path }) => path.endsWith(end))?.text ?? '';
};

it('the next year begins as a copy of this one', async () => {
  draft = await desk.begin(DRAFT);
  await desk.button('关闭预览').click();
  await desk.button('建立下一年度').click();
  expect(await desk.form().getByRole('textbox').first().inputValue()).toBe('2027');
  await desk.made();
  await page.locator('.draft-strip .ant-select', { hasText: '2027年度' }).waitFor();
});

it('an item of the workload comes to one category, another leaves one', async () => {
  await desk.room('项目');
  await desk.button('添加项目').click();
  await desk.fill(/^项目名称/, ITEM);
  await desk.fill(/^单位/, '例');
  await desk.choose('填写方式', '与“年门诊人次”相同');
  await desk.form().getByRole('checkbox', { name: '护理', exact: true }).check();
  await desk.made();
  await page.getByRole('checkbox', { name: `护理 ${ITEM}`, exact: true }).waitFor();
  await page.getByRole('checkbox', { name: `临床 ${DROPPED}`, exact: true }).uncheck();
  await desk.form().getByText(`临床去掉“${DROPPED}”`).waitFor();
  await desk.made();
});

it('a number changes for one category alone, and another for all, in two forms that are open at once', async () => {
  await desk.room('数字');
  for (const title of [PAPERS, EXEMPTION]) await desk.button(`修改 ${title}`).click();
  const [papers, exemption] = [PAPERS, EXEMPTION].map((title) =>
    page.getByRole('form', { name: `修改 ${title}`, exact: true }),
  );
  if (!papers || !exemption) throw new Error('there are two forms');
  await exemption.getByLabel(new RegExp(`^${EXEMPTION}`)).fill('3');
  await exemption.getByLabel(/^依据/).fill('2027年度通知第三条');
  await exemption.locator('.effects ins').first().waitFor();
  await desk.choose('用于', '仅药学', papers);
  await papers.getByLabel(new RegExp(`^${PAPERS}`)).fill('5');
  await desk.made(papers);
  await page.locator('tr.inherited', { hasText: PAPERS }).getByText('仅药学').waitFor();
  await desk.made(exemption);
});

it('a question asks for evidence when it is answered yes, and is printed', async () => {
  await desk.room('类别与栏目');
  await desk.button('基本信息（护理） 与其他类别相同').click();
  await desk.button('添加填写项').click();
  await desk.fill(/^名称/, FIELD);
  await desk.form().getByRole('radio', { name: /^是否/ }).check();
  await desk.form().getByRole('checkbox', { name: '必填' }).check();
  await desk.choose('附带的材料', '选“是”时要求');
  await desk.choose('放在哪一项后面', WORK);
  await desk.choose('重庆市职称申报评审表：打印在哪一行下面', WORK);
  expect(await axeFindings(page)).toEqual([]);
  await desk.made();
  await page.locator('.field-table tr', { hasText: FIELD }).first().waitFor();
});

it('a code begins on a day; the third change is taken back after the seventh', async () => {
  await desk.room('代码表');
  await desk.choose('代码表', '申报类别');
  await desk.button('添加代码').click();
  await desk.fill(/^代码/, 'talent');
  await desk.fill(/^名称/, '人才引进');
  await desk.fill(/^从哪天起/, '2027-01-01');
  await desk.made();
  await page.locator('.draft-table tr', { hasText: '人才引进' }).getByText('2027-01-01').waitFor();
  await desk.room('修改清单');
  const line = page.locator('.draft-changes > li', { hasText: DROPPED }).first();
  await line.getByRole('button', { name: /^撤销/ }).click();
  await line.locator('.ant-tag', { hasText: '已撤销' }).waitFor();
  await desk.room('项目');
  const box = page.getByRole('checkbox', { name: `临床 ${DROPPED}`, exact: true });
  await eventually(() => box.isChecked()).toBe(true);
});

it('a stage is inserted between the districts and the city', async () => {
  await desk.room('流程');
  await desk.button('在“待区县职改办审核”与“审核通过，待提交市卫健委”之间插入一级').click();
  await desk.form()
    .getByRole('checkbox', { name: /^待一级单位审核 —审核通过→ 审核通过/ })
    .check();
  await desk.fill(/^环节名称/, CENTRE);
  await desk.choose('单位类型', '直属医疗卫生机构');
  await desk.choose('怎样找到这个单位', '“市卫健委”下属的这类单位');
  await desk.fill(/^指定的单位/, CENTRE);
  await desk.form().getByText('下列流程图会改变').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await desk.made();
  await page.locator('.route-stages strong', { hasText: `待${CENTRE}处理` }).waitFor();
  expect(await textOf('2027/sheets/review-form/template.hbs')).toContain(`${CENTRE}意见`);
  expect(await textOf('2026/sheets/review-form/template.hbs')).not.toContain(CENTRE);
});

it('a column of the list moves, another is called otherwise', async () => {
  await desk.room('导出名单');
  await desk.button('联系电话 上移').click();
  await desk.form()
    .getByText(/^新的顺序/)
    .waitFor();
  await desk.made();
  await desk.button('修改 工作单位').click();
  await desk.fill(/^列名/, '申报单位');
  await desk.made();
  await page.locator('.roster-columns strong', { hasText: '申报单位' }).waitFor();
});

it('a sentence of the review form is another', async () => {
  await desk.room('打印表');
  const paper = page.frameLocator('.sheet-preview iframe');
  await paper.getByText(FIELD, { exact: true }).waitFor();
  await paper.getByText(WORK, { exact: true }).click();
  await eventually(() => desk.form().locator('textarea').inputValue()).toBe(WORK);
  await desk.form().locator('textarea').fill(`现${WORK}`);
  await desk.made();
  await paper.getByText(`现${WORK}`, { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('what the examples report is mended, and nothing is wrong any more', async () => {
  await desk.room('送审与发布');
  await desk.button('让用例跟随这些修改').click();
  await desk.made();
  await page.getByText('没有问题，用例全部符合预期').waitFor();
  await desk.green();
});

it('the commission sees what it does to this year’s applications, and the officer how many', async () => {
  const board = await world.desk(await world.stage.able('replay'), '/');
  await board.getByRole('navigation').getByRole('link', { name: '重放' }).click();
  await board.getByRole('link', { name: DRAFT }).click();
  await policyDesk(board).choose('按草稿中哪个年度检查', '2027');
  await board.getByRole('button', { name: '开始重放' }).click();
  await board.getByRole('row', { name: new RegExp(`新拦下.*${FIELD}`) }).waitFor();
  expect(await axeFindings(board)).toEqual([]);
  await page.locator('.replay-totals').getByText('<5').first().waitFor();
  await desk.strip.getByText('重放 1 份：<5 份变化').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('who wrote it cannot publish it; a second officer does, with the second factor', async () => {
  const { stage } = world;
  const name = 'municipal-policyEditor-2';
  const second = await stage.addUser(await stage.organisation('municipal'), name, 'policyEditor');
  await desk.button('送审').click();
  await page.getByText('须由另一人批准').first().waitFor();
  expect(await desk.button('批准并发布').count()).toBe(0);
  const { source } = await editor.must(editor.get<DraftView>(`/api/drafts/${draft}`));
  later();
  expect((await editor.post(`/api/drafts/${draft}/approve`, { source })).status).toBe(403);
  const reader = await world.desk(second, `/policy/drafts/${draft}/release`);
  const code = reader.getByLabel(/^两步验证码/);
  const approve = reader.getByRole('button', { name: '批准并发布' });
  await approve.click();
  await reader.getByRole('alert').waitFor();
  await code.fill(stage.code(name) ?? '');
  await approve.click();
  await policyDesk(reader).strip.getByText('已发布', { exact: true }).waitFor();
  await desk.strip.getByText('已发布', { exact: true }).waitFor();
});
