/** A sheet of a draft page by page, as it comes out of the printer: on its paper, and no more pages than it may have. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings } from '../../support/browser.ts';
import { chromiumPath } from '../../support/chromium.ts';
import { eventually } from '../../support/page.ts';
import { staged } from '../../support/staged.ts';

const world = staged(HEALTH, undefined, { chromiumPath: chromiumPath() ?? null });
let page: Page;

beforeAll(async () => {
  page = await world.desk(await world.stage.able('definitions'), '/policy/drafts');
  await page.getByRole('button', { name: '新建草稿', exact: true }).click();
  await page.getByLabel('草稿名称').fill('打印表分页');
  await page.keyboard.press('Enter');
  await page.getByText('还没有修改').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: '打印表' }).click();
  await page.frameLocator('.sheet-preview iframe').locator('table').first().waitFor();
});

it('shows each page on its paper with what is printed on it, and how many there are', async () => {
  await page.getByText('分页', { exact: true }).click();
  await page.locator('.paper-page').first().waitFor();
  const { length } = await page.locator('.paper-page').all();
  expect(length).toBeGreaterThan(1);
  await page.getByText(`第 1 页，共 ${length} 页 · A4 纵向`).waitFor();
  await page.getByText(`这个样例印出来共 ${length} 页`, { exact: true }).waitFor();
  const first = page.locator('.paper-page canvas').first();
  await eventually(() => first.evaluate(darkPoints)).toBeGreaterThan(1000);
  await page.locator('.paper-page canvas').last().scrollIntoViewIfNeeded();
  await eventually(() => page.locator('.paper-page canvas').last().evaluate(darkPoints)).toBeGreaterThan(
    1000,
  );
  expect(await axeFindings(page)).toEqual([]);
});

it('says where a sheet has more pages than it may have, as soon as that is changed', async () => {
  await page.locator('.sheet-panel').getByText('纸张与设置', { exact: true }).click();
  await page.getByRole('textbox', { name: /^最多几页/ }).fill('1');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText(/^这个样例印出来共 \d+ 页，超过了最多 1 页$/).waitFor();
});

it('shows the one sheet that everything is made to fit on', async () => {
  await page.getByRole('combobox', { name: '打印表' }).press('ArrowDown');
  await page.locator('.ant-select-item', { hasText: '公示' }).click();
  await page.getByText('第 1 页，共 1 页 · A3 横向').waitFor();
  await page.getByText(/用最小字号时占版面 \d+%$/).waitFor();
});

/** How many points of a picture are dark, read from a copy that is made to be read. */
function darkPoints(picture: SVGElement | HTMLElement): number {
  const { width, height } = picture as HTMLCanvasElement;
  const copy = Object.assign(document.createElement('canvas'), { width, height });
  const context = copy.getContext('2d', { willReadFrequently: true });
  context?.drawImage(picture as HTMLCanvasElement, 0, 0);
  const data = context?.getImageData(0, 0, width, height).data ?? [];
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100 && data[at + 3] === 255) dark += 1;
  return dark;
}
