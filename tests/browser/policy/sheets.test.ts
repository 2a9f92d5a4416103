/** What is printed and exported, in a draft: a column is moved by keyboard alone, columns and codes are pasted. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH);
let editor: Client;
let page: Page;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  page = await world.desk(editor, '/policy/drafts');
  await page.getByRole('button', { name: '新建草稿', exact: true }).click();
  await page.getByLabel('草稿名称').fill('名单和打印表');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
});

const room = (name: string) => page.getByRole('navigation').getByRole('link', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Makes the change, and waits until the page has the list with it: what is begun before builds on the list before. */
const saved = async (changes: number, key?: 'Shift+Tab') => {
  await tabTo(button('保存修改'), key);
  await page.keyboard.press('Enter');
  await page.locator('.change-form').waitFor({ state: 'detached' });
  await page.locator('.draft-strip').getByText(`${changes} 处修改`).waitFor();
};

async function fileOf(end: string): Promise<string> {
  const id = page.url().split('/').at(-2);
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${id}/files`)).body;
  return files.find(({ path }) => path.endsWith(end))?.text ?? '';
}
const columnsNow = async (): Promise<string[]> => {
  const { columns } = JSON.parse(await fileOf('rosters/review.json')) as { columns: { title: string }[] };
  return columns.map(({ title }) => title);
};

it('moves and renames a column by keyboard alone, beside what it shows of an example', async () => {
  await pressAt(room('导出名单'));
  await page.locator('.roster-sample', { hasText: '测试' }).first().waitFor();
  await pressAt(button('工作单位 上移'), 'Alt+ArrowDown');
  await page.getByText(/^新的顺序：所属区县、单位类别、工作单位、/).waitFor();
  await saved(1, 'Shift+Tab');
  await eventually(async () => (await columnsNow()).slice(0, 3)).toEqual([
    '所属区县',
    '单位类别',
    '工作单位',
  ]);
  await pressAt(button('修改 工作单位'));
  await typeAt(page.getByLabel(/^列名/), '申报单位');
  expect(await axeFindings(page)).toEqual([]);
  await saved(2);
  await eventually(columnsNow).toContain('申报单位');
});

it('takes columns from a spreadsheet, and says which lines it refuses', async () => {
  await button('从 Excel 粘贴或读入').click();
  await page.getByLabel(/^在这里粘贴/).fill('联系电话\t手机号码\n姓名\n没有这列\n');
  await page.getByText('不能用：没有这一列').waitFor();
  await page.getByText('“联系电话”改名为“手机号码”').waitFor();
  await saved(4);
  await eventually(async () => (await columnsNow()).slice(0, 2)).toEqual(['手机号码', '姓名']);
});

it('takes codes from a spreadsheet as one act', async () => {
  await room('代码表').click();
  await button('从 Excel 粘贴或读入').click();
  await page.getByLabel(/^在这里粘贴/).fill('new1\t新增一\t2027-01-01\nnew2\t新增二\t2027-13-01\nnew3\t\n');
  await page.getByText('共 3 行，将作 1 项修改，2 行不能用').waitFor();
  await saved(5);
  await page.locator('.draft-table', { hasText: '新增一' }).waitFor();
});

it('shows a sheet with an example; a sentence that is clicked there is changed, and printed at once', async () => {
  await room('打印表').click();
  const paper = page.frameLocator('.sheet-preview iframe');
  await paper.getByText('从事何专业技术工作', { exact: true }).first().click();
  const field = page.locator('.change-form textarea');
  await eventually(() => field.inputValue()).toBe('从事何专业技术工作');
  await field.fill('现从事何专业技术工作');
  expect(await axeFindings(page)).toEqual([]);
  await saved(6);
  await paper.getByText('现从事何专业技术工作', { exact: true }).waitFor();
  await page.getByText('填得最少').click();
  await paper.locator('table').first().waitFor();
});

it('changes the paper, the states in which it is frozen, and the bounds of a setting', async () => {
  await page.locator('.sheet-panel').getByText('纸张与设置', { exact: true }).click();
  const panel = page.getByRole('region', { name: '纸张与设置' });
  const preset = panel.getByRole('textbox', { name: '字体大小（磅）：初始', exact: true });
  await preset.fill('1x');
  await panel.getByRole('button', { name: '保存修改' }).click();
  await eventually(() => preset.evaluate((one) => one === document.activeElement)).toBe(true);
  await panel.getByText('“字体大小（磅）”请都填写数字；最小不超过最大，初始在两者之间').waitFor();
  await preset.fill('11');
  await panel.getByRole('textbox', { name: /^最多几页/ }).fill('60');
  await panel.getByRole('checkbox', { name: /^审核通过/ }).check();
  expect(await axeFindings(page)).toEqual([]);
  await saved(8);
  const sheet = JSON.parse(await fileOf('sheets/review-form/sheet.json'));
  expect(sheet).toMatchObject({ pages: 60, frozenIn: ['passed', 'official'] });
  expect(sheet.settings.fontSize).toMatchObject({ minimum: 8, maximum: 14, preset: 11 });
  await room('修改清单').click();
  await page
    .getByText('「重庆市职称申报评审表」：最多页数：60；留存为正式件的状态：passed / 已正式提交')
    .waitFor();
  await page.getByText('重庆市职称申报评审表 · 字体大小（磅）：初始值由10.5改为11').waitFor();
});

it('lets people set something more for a print, which is printed at once; calls it otherwise, and takes it away', async () => {
  await room('打印表').click();
  const panel = page.getByRole('region', { name: '打印时可以调的设置' });
  await pressAt(button('添加设置'));
  await page.getByRole('heading', { name: '添加设置' }).waitFor();
  await typeAt(page.getByLabel('可以调什么'), '行距');
  await page.keyboard.press('Enter');
  await typeAt(page.getByLabel('对哪一块起作用'), '学习');
  await page.keyboard.press('Enter');
  await typeAt(panel.getByLabel(/^初始值/), '20');
  await tabTo(button('保存修改'));
  await page.keyboard.press('Enter');
  await panel.getByText('请填写最小值与最大值之间的数字，或者不填').waitFor();
  await typeAt(panel.getByLabel(/^初始值/), '2');
  await panel.getByText('「学习培训经历」打印时可以设置「行距（倍）」').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await saved(9);
  await eventually(() => button('添加设置').evaluate((one) => one === document.activeElement)).toBe(true);
  const heading = page.frameLocator('.sheet-preview iframe').getByText('学习培训经历').first();
  const lines = () =>
    heading.evaluate((one) => {
      const { lineHeight, fontSize } = getComputedStyle(one.closest('table') ?? one);
      return Math.round((Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)) * 10) / 10;
    });
  await eventually(lines).toBe(2);
  await panel.getByRole('button', { name: '修改设置“学习培训经历 · 行距（倍）”' }).click();
  await panel.getByLabel(/^设置的名称/).fill('行高');
  await typeAt(panel.getByLabel('归在哪一组'), '新的一组');
  await page.keyboard.press('Enter');
  await panel.getByLabel(/^这一组的名称/).fill('排版');
  await saved(11);
  await panel.getByRole('button', { name: '去掉设置“排版 · 行高”' }).click();
  await panel.getByText('打印时不再设置「排版 · 行高」，一律为2').waitFor();
  await saved(12);
  expect(await fileOf('sheets/review-form/template.hbs')).toContain('line-height:2');
  expect(await fileOf('sheets/review-form/sheet.json')).not.toContain('"行高"');
  await panel.getByRole('button', { name: '不再分组：“学习培训经历”' }).click();
  await saved(13);
  await panel.getByRole('textbox', { name: '空白行数：初始', exact: true }).waitFor();
});

it('prints nothing of another programme’s draft, and no example that there is not', async () => {
  const id = page.url().split('/').at(-2);
  const sheet = await page.request.get(
    `${world.server.origin}/api/drafts/${id}/sheets/review-form?cycle=2026&example=nobody`,
  );
  expect(sheet.status()).toBe(404);
});
