/** Tables of a draft in the browser: out as a workbook that another program edits, in again; hostile ones are refused in words. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { THEATRE } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { pressAt, tabTo } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';
import { zip } from '../../support/workbook.ts';

const world = staged(THEATRE);
let editor: Client;
let page: Page;
let draft: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-tables-'));
  editor = await world.stage.able('definitions');
  const start = { title: '表格', cycle: '2026' };
  draft = (await editor.post<{ id: string }>('/api/drafts', start)).body.id;
  page = await world.desk(editor, `/policy/drafts/${draft}/codes`);
  await page.locator('.draft-table').first().waitFor();
});

const room = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const form = () => page.locator('.change-form');

async function saved(changes: number): Promise<void> {
  await form().getByRole('button', { name: '保存修改' }).click();
  await form().waitFor({ state: 'detached' });
  await page.locator('.draft-strip').getByText(`${changes} 处修改`).waitFor();
}

/** What is exported, as another program opens it. */
async function exported(): Promise<{ path: string; book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  const waiting = page.waitForEvent('download');
  await button('导出 Excel').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(path)) as never);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('a workbook without a worksheet');
  return { path, book, sheet };
}

async function choose(path: string): Promise<void> {
  if ((await form().count()) === 0) await button('从 Excel 粘贴或读入').click();
  await page.getByLabel(/^或者选择一个 Excel 工作簿/).setInputFiles(path);
}

async function chooseBytes(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  await choose(path);
}

async function fileOf(folderOfIt: string): Promise<string> {
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  return files.find((file) => file.path.includes(folderOfIt))?.text ?? '';
}

it('a code list goes out, changes nothing when it comes back, and one edited line is one change', async () => {
  const { path, book, sheet } = await exported();
  expect(sheet.getCell('A1').value).toBe('代码');
  await choose(path);
  await form().getByText('将作 0 项修改').waitFor();
  sheet.getCell('B2').value = '另一个名称';
  await book.xlsx.writeFile(path);
  await choose(path);
  await form().getByText('将作 1 项修改').waitFor();
  await form().getByText('改为“另一个名称”').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeFindings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await saved(1);
  await page.locator('.draft-table', { hasText: '另一个名称' }).waitFor();
});

it('a workbook that does more than hold a table is refused, saying what and where; nothing typed is lost', async () => {
  await button('从 Excel 粘贴或读入').click();
  await form().getByLabel('依据').fill('通知第三条');
  const book = new ExcelJS.Workbook();
  book.addWorksheet('表').addRow(['a', { formula: '1+1' }]);
  await chooseBytes('公式.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  await form().getByText('“公式.xlsx”的单元格 B1 是公式，没有读入').waitFor();
  await chooseBytes('表.xlsx', Buffer.from('代码,名称\n'));
  await form().getByText('“表.xlsx”不是 Excel 工作簿（.xlsx）').waitFor();
  const bomb = zip([{ path: 'xl/media/image1.png', content: Buffer.alloc(101 * 1024 * 1024) }]);
  await chooseBytes('炸弹.xlsx', bomb);
  await form().getByText('“炸弹.xlsx”解开后太大').waitFor();
  expect(await form().getByLabel('依据').inputValue()).toBe('通知第三条');
  await form().getByRole('button', { name: '取消' }).click();
});

it('texts go out as they were found, and come in by their address', async () => {
  await room('文字').click();
  await page.getByLabel(/^查找/).fill('自筹资金');
  const others = page.locator('.draft-texts > li').filter({ hasNotText: '自筹资金' });
  await eventually(() => others.count()).toBe(0);
  expect(await page.locator('.draft-texts > li').count()).toBeGreaterThan(0);
  const { path, book, sheet } = await exported();
  const count = sheet.rowCount - 1;
  expect(count).toBe(await page.locator('.draft-texts > li').count());
  const text = String(sheet.getCell('B2').value);
  sheet.getCell('B2').value = `${text}（改）`;
  await book.xlsx.writeFile(path);
  await choose(path);
  await form().getByText(`共 ${count} 行，将作 1 项修改`).waitFor();
  await saved(2);
});

it('columns of a list are widened by a workbook, by keyboard alone but for the choice of the file', async () => {
  await pressAt(room('导出名单'));
  const { path, book, sheet } = await exported();
  const title = String(sheet.getCell('A2').value);
  sheet.getCell('C2').value = '33';
  await book.xlsx.writeFile(path);
  await pressAt(button('从 Excel 粘贴或读入'));
  const file = page.getByLabel(/^或者选择一个 Excel 工作簿/);
  await tabTo(file);
  await file.setInputFiles(path);
  await form().getByText(`“${title}”的列宽改为 33`).waitFor();
  await pressAt(form().getByRole('button', { name: '保存修改' }));
  await page.locator('.draft-strip').getByText('3 处修改').waitFor();
  await eventually(() => fileOf('/rosters/')).toContain('"width": 33');
});
