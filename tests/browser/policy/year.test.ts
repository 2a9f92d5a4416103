/**
 * The rules of the next year, made in the browser by an officer who touches no file, tried on last year's applications,
 * published by a second one, and used: by an applicant and a reviewer of the new year, beside a case of the old one.
 */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { DraftView, SourceFiles } from '#core/model/wire/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCycle } from '#server/seed/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { asRead } from '../../journeys/publishing/publish.ts';
import { axeFindings } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { withSequence } from '../../support/resident-number.ts';
import { staged } from '../../support/staged.ts';
import { waitingIn } from '../review/desk.ts';
import { type PolicyDesk, policyDesk } from './desk.ts';
import { answerAsExample, attach, begin, handIn, openIn, pass, question, sheetOf } from './people.ts';

const DRAFT = '2027年度的办法';
const CENTRE = '市评审中心';
const ITEM = '静脉治疗例数';
const DROPPED = '指导下级医生病历书写';
const PAPERS = '著作、论文和学术报告的行数';
const EXEMPTION = '基层年龄免考：距离法定退休年龄不足的年数';
const FIELD = '是否有国外工作经历';
const PROOF = '国外工作经历的证明材料';
const WORK = '从事何专业技术工作';
const NURSE = 'pending-level1-nursing';
const EXAMPLE = 'nursing-complete';
const SECOND = 'municipal-policyEditor-2';
const [OLD_NAME, NEW_NAME] = ['测试丙', '测试新规'];
const DAY = 86_400_000;

let late = 0;
/** A code of the second factor serves once. */
const later = (): void => {
  late += 60_000;
};
const world = staged(HEALTH, () => new Date(Date.now() + late));
let editor: Client;
let second: Client;
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

const filesNow = async () => (await editor.must(editor.get<SourceFiles>(`/api/drafts/${draft}/files`))).files;
const textOf = async (end: string): Promise<string> =>
  (await filesNow()).find(({ path }) => path.endsWith(end))?.text ?? '';

/** The next year with its examples, which what is served no longer has. */
async function nextYear(): Promise<CompiledEdition> {
  const loaded = assemble(asRead(await filesNow())).find(
    ({ definition }) => definition.edition.id === '2027',
  );
  if (!loaded) throw new Error('there is no 2027');
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  // After long work the server, in this very process, first ends the connections that nobody used meanwhile.
  await setTimeout(20);
  return edition;
}

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
  await desk
    .form()
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
  await desk
    .form()
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
  await paper.getByText(WORK, { exact: true }).first().click();
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
  second = await stage.addUser(await stage.organisation('municipal'), SECOND, 'policyEditor');
  await stage.enrol(SECOND);
  await desk.button('送审').click();
  await page.getByText('须由另一人批准').first().waitFor();
  expect(await desk.button('批准并发布').count()).toBe(0);
  later();
  const { source } = await editor.must(editor.get<DraftView>(`/api/drafts/${draft}`));
  expect((await editor.post(`/api/drafts/${draft}/approve`, { source })).status).toBe(403);
  const reader = await world.desk(second, `/policy/drafts/${draft}/release`);
  const approve = reader.getByRole('button', { name: '批准并发布' });
  await approve.click();
  await reader.locator('.change-form').getByRole('alert').waitFor();
  await reader.getByLabel(/^两步验证码/).fill(stage.code(SECOND) ?? '');
  expect(await axeFindings(reader)).toEqual([]);
  await approve.click();
  await policyDesk(reader).strip.getByText('已发布', { exact: true }).waitFor();
  await desk.strip.getByText('已发布', { exact: true }).waitFor();
});

it('an applicant of the new year answers the new question, brings its evidence and hands in', async () => {
  const { stage } = world;
  await page.goto(`${world.server.origin}/cycle`);
  const times = page.locator('.cycle-form', { hasText: '2027年度' });
  const at = (days: number) => `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)} 08:00`;
  for (const [name, days] of [
    ['opensAt', -1],
    ['closesAt', 60],
    ['returnedUntil', 60],
  ] as const)
    await times.locator(`input[name=${name}]`).fill(at(days));
  await times.getByRole('button').click();
  await times.getByText(/^上次调整/).waitFor();
  await stage.organisationLike('direct-hospital', 'review-centre', { unitName: CENTRE });
  const own = { name: NEW_NAME, idNumber: withSequence('500000198512311027', 77) };
  const applicant = await stage.person(NURSE, 'nurse-2027', own);
  const home = await world.desk(applicant, '/');
  const id = await begin(home, '护理');
  await answerAsExample(stage, applicant, id, { example: EXAMPLE, edition: await nextYear() });
  await home.reload();
  await home.locator('.menu a[href$="/basic"]').click();
  await question(home, FIELD).getByText('是', { exact: true }).click();
  await home.getByRole('button', { name: '保存', exact: true }).click();
  await home.getByText(`请上传「${PROOF}`).first().waitFor();
  await attach(home, PROOF);
  expect(await axeFindings(home)).toEqual([]);
  await handIn(home);
  await home.getByText(`待${CENTRE}处理`).waitFor();
});

it('the desk of both years passes each case by the rules that it was begun under', async () => {
  const reviewer = await world.desk(await world.stage.organisation('direct-hospital'), '/');
  await openIn(reviewer, 'pending?cycle=2026', OLD_NAME);
  const before = await sheetOf(reviewer, 'review-form');
  expect(before).not.toContain(`现${WORK}`);
  expect([before.includes(WORK), before.includes(FIELD), before.includes(CENTRE)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await reviewer.locator('.case-text').innerText()).not.toContain(FIELD);
  await pass(reviewer, '同意推荐（2026）。');
  await openIn(reviewer, 'pending', NEW_NAME);
  expect(await reviewer.locator('.case-text').innerText()).toContain(FIELD);
  await pass(reviewer, '同意推荐（2027）。');
  const { stage } = world;
  const seen = await stage.view(await stage.person(NURSE), old);
  expect(seen.state.value).toBe('passedL1');
});

it('a reviewer of the new stage finds a desk that works: queue, opinion, print, help, numbers', async () => {
  const reviewer = await world.desk(await world.stage.organisation('review-centre'), '/');
  await eventually(() => waitingIn(reviewer, '待审核')).toBe('1');
  await openIn(reviewer, 'pending', NEW_NAME);
  // What was decided before is folded up.
  await reviewer.locator('body', { hasText: '同意推荐（2027）。' }).waitFor();
  for (const name of ['审核通过', '审核退回', '审核不通过'])
    await reviewer.locator('.decision').getByRole('button', { name }).waitFor();
  expect(await axeFindings(reviewer)).toEqual([]);
  await pass(reviewer, '中心同意。');
  await eventually(() => waitingIn(reviewer, '审核通过')).toBe('1');
  await openIn(reviewer, 'passed', NEW_NAME);
  const printed = await sheetOf(reviewer, 'review-form');
  for (const text of [`现${WORK}`, FIELD, `${CENTRE}意见`, '中心同意。']) expect(printed).toContain(text);
  await reviewer.getByRole('button', { name: '帮助' }).click();
  await reviewer.locator('.help-text').waitFor();
});

it('nothing more is begun in the new year once it is stopped, and what was begun goes on', async () => {
  later();
  const officer = await world.desk(second, '/policy/publications');
  await officer.getByRole('button', { name: '停止新申报 2027 1' }).click();
  const act = officer.getByRole('form', { name: '停止新申报' });
  await act.getByLabel(/^原因/).fill('通知延期');
  await act.getByLabel(/^两步验证码/).fill(world.stage.code(SECOND) ?? '');
  expect(await axeFindings(officer)).toEqual([]);
  await act.getByRole('button', { name: '停止新申报' }).click();
  await act.waitFor({ state: 'detached' });
  const home = await world.desk(await world.stage.person('registered-only'), '/');
  await home.locator('.header', { hasText: '2026年度' }).waitFor();
  const begun = await world.desk(await world.stage.person('nurse-2027'), '/');
  await begun.getByText('审核通过，待提交市卫健委').first().waitFor();
});
