/** A printed sheet in a draft: blocks moved and hidden, columns chosen, the template edited with its faults in place; by keyboard. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { SourceFiles } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { HEALTH } from '../../journeys/harness.ts';
import { isFull } from '../../promises/scale.ts';
import { axeFindings } from '../../support/browser.ts';
import { pressAt, tabTo } from '../../support/keyboard.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH);
let editor: Client;
let page: Page;
let draft: string;

beforeAll(async () => {
  editor = await world.stage.able('definitions');
  draft = (await editor.post<{ id: string }>('/api/drafts', { title: '打印表', cycle: '2026' })).body.id;
  page = await world.desk(editor, `/policy/drafts/${draft}/sheets`);
  await page.locator('.sheet-panel').waitFor();
});

const paper = () => page.frameLocator('.sheet-preview iframe');
const form = () => page.locator('.change-form');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const view = (name: string) => page.locator('.sheet-panel .ant-segmented').getByText(name, { exact: true });

async function show(sheet: string): Promise<void> {
  await page.getByRole('combobox', { name: '打印表' }).click();
  await page.locator('.ant-select-item-option', { hasText: sheet }).first().click();
}

/** The form of an order stands above the list, others below what they are about. */
async function saved(changes: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(form().getByRole('button', { name: '保存修改' }), key);
  await page.keyboard.press('Enter');
  await form().waitFor({ state: 'detached' });
  await page.locator('.draft-strip').getByText(`${changes} 处修改`).waitFor();
}

async function templateNow(sheet: string): Promise<string> {
  const { files } = (await editor.get<SourceFiles>(`/api/drafts/${draft}/files`)).body;
  return files.find(({ path }) => path.endsWith(`${sheet}/template.hbs`))?.text ?? '';
}

async function readsWell(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeFindings(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

it('the whole page is seen at every width, its heading too, and how it came to fit', async () => {
  await show('公示');
  await page.getByText(/^这个样例：字号 [\d.]+ 磅/).waitFor();
  await page.getByText(/^A3 横向/).waitFor();
  for (const width of [1440, 1366, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await eventually(async () => {
      const [frame, heading] = await Promise.all([
        page.locator('.sheet-frame').boundingBox(),
        paper().locator('h1').boundingBox(),
      ]);
      return frame && heading
        ? heading.x >= frame.x && heading.x + heading.width <= frame.x + frame.width
        : null;
    }).toBe(true);
    await page.getByRole('combobox', { name: '样例' }).waitFor();
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await readsWell();
});

it.runIf(isFull)(
  'a block is moved and another hidden by keyboard alone; the page is printed so at once',
  async () => {
    await show('职称申报评审表');
    await view('版面').click();
    await pressAt(button('学习培训经历 下移'));
    await form()
      .getByText('「学习培训经历」移到「工作经历」之后')
      .or(form().getByText('「工作经历」移到'))
      .waitFor();
    await saved(1, 'Shift+Tab');
    await pressAt(button('隐藏 查档情况'));
    await readsWell();
    await saved(2, 'Shift+Tab');
    await button('显示 查档情况').waitFor();
    const text = await templateNow('review-form');
    expect(text.indexOf('>工作经历<')).toBeLessThan(text.indexOf('>学习培训经历<'));
    expect(text).toMatch(/\{\{!-- \{\{#with sections\.archiveCheck\}\}/);
    await pressAt(button('申报人基本情况 下移').or(button('申报人基本情况 上移')).first(), 'Alt+ArrowDown');
    await form().getByText('申报人基本情况').first().waitFor();
    await form().getByRole('button', { name: '取消' }).click();
  },
);

it.runIf(isFull)('the columns of a table are chosen, one left out and one before another', async () => {
  await view('表格的列').click();
  const choice = page.getByRole('combobox', { name: '表格', exact: true });
  await choice.click();
  await page.locator('.ant-select-item-option', { hasText: '学习培训经历' }).first().click();
  await page.getByRole('checkbox', { name: '证书号' }).uncheck();
  await pressAt(button('学习地点 上移'));
  await form().getByText('的列改为起止时间、学习地点、专业或主要内容').waitFor();
  await readsWell();
  await saved(3);
  const text = await templateNow('review-form');
  expect(text).toContain('{{period}}</td><td>{{place}}</td><td>{{content}}</td></tr>');
  await eventually(() => page.getByRole('checkbox', { name: '证书号' }).isChecked()).toBe(false);
});

it.runIf(isFull)(
  'the template is typed into: names are proposed, faults marked in place and kept from being saved',
  async () => {
    await view('模板').click();
    const editing = page.locator('.sheet-template .cm-content');
    await editing.click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('<p>{{unit.na');
    await page.locator('.cm-tooltip-autocomplete').getByText('name', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('mes}}</p>');
    await page.locator('.sheet-template .cm-lintRange-error').first().waitFor();
    await form()
      .getByText(/有 \d+ 处错误/)
      .waitFor();
    await pressAt(form().getByRole('button', { name: '保存修改' }));
    expect(await form().count()).toBe(1);
    await page.reload();
    await form()
      .getByText(/有 \d+ 处错误/)
      .waitFor();
    await editing.click();
    await page.keyboard.press('ControlOrMeta+Home');
    for (let left = '<p>{{unit.name'.length; left > 0; left -= 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await form().getByText('没有发现错误').waitFor();
    await readsWell();
    await tabTo(form().getByLabel('依据'));
    await saved(4);
    expect(await templateNow('review-form')).toMatch(/^<p>\{\{unit\.name\}\}<\/p><div class="form"/);
    await eventually(() => editing.textContent()).toContain('{{unit.name}}');
  },
);
