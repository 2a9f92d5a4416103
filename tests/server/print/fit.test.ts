/** Chromium is the judge of what was computed: the sheet fits, and a size larger it would not. */
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADVANCES, columnsHeight, fitSheet } from '#core/fit/index.ts';
import { contentOf } from '#core/fit/layout.ts';
import { openMeasure } from '#core/fit/measure.ts';
import { pageBox } from '#core/fit/paper.ts';
import { toDocument } from '#server/print/html/document.ts';
import { fitStyle } from '#server/print/html/fit.ts';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';
import { bodyOf, SHEET, type Tables, tables } from '../../core/fit/sheets.ts';

let chromium: PrintBrowser;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  page = await chromium.browser.newPage();
  // The printable box of the paper, in whole pixels.
  await page.setViewport({ width: 1527, height: 1062 });
  await page.emulateMediaType('print');
});
afterAll(() => chromium.end());

const isWhole = process.env.BAR === 'full';

/** The heights of the tables as Chromium lays them out, without being stretched. */
async function heightsOf(all: Tables, fontSize: number, rowPadding: number): Promise<number[]> {
  const settings = { fontSize, blank: 0 };
  const fit = `${fitStyle(SHEET, { settings, rowPadding, share: 0, overflow: [] })}.fit>table{height:auto!important}.fit{align-items:start;min-height:0!important}body{width:${pageBox(SHEET.paper).width}px}`;
  const html = toDocument({
    sheet: SHEET,
    locale: 'zh-CN',
    body: bodyOf(all)(settings),
    watermark: null,
    fit,
  });
  await page.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
  return page.evaluate(() =>
    [...document.querySelectorAll('table')].map((one) => one.getBoundingClientRect().height),
  );
}

const allowed = (height: number): number => (height <= HEIGHT ? ROUNDING : height * SHARE);

/** What the columns of a sheet may take, in pixels, and how far a sum of roundings may be off. */
const HEIGHT = columnsHeight(SHEET);
const ROUNDING = 1.5;
/** Of a sheet that is far too long, of whose lines one in some thousands ends a letter earlier or later. */
const SHARE = 0.03;

function computed(all: Tables, fontSize: number, rowPadding: number): number[] {
  const { column } = openMeasure(ADVANCES);
  return contentOf(SHEET, bodyOf(all)({ blank: 0 })).map((one) => column(one, { fontSize, rowPadding }));
}

it('the heights that are computed are those of the browser, and so is the size that is chosen', async () => {
  const wrong: object[] = [];
  const seen = { smallest: 0, between: 0, overflowing: 0 };
  const all = fc.sample(tables, { numRuns: isWhole ? 1000 : 60, ...(isWhole ? {} : { seed: 2026 }) });
  for (const one of all) {
    const fit = fitSheet(SHEET, bodyOf(one), { chosen: {} }, ADVANCES);
    const size = Number(fit.settings.fontSize);
    const heights = await heightsOf(one, size, fit.rowPadding);
    const differences = computed(one, size, fit.rowPadding).map((height, at) => height - (heights[at] ?? 0));
    const larger = size >= 12 ? [] : await heightsOf(one, size + 0.25, 0.5);
    const doesFit = Math.max(...heights) <= HEIGHT + ROUNDING;
    const isLargest = size >= 12 || Math.max(...larger) > HEIGHT - ROUNDING;
    seen[fit.overflow.length > 0 ? 'overflowing' : size < 12 ? 'between' : 'smallest'] += 1;
    if (
      differences.some((difference, at) => Math.abs(difference) > allowed(heights[at] ?? 0)) ||
      doesFit !== (fit.overflow.length === 0) ||
      !isLargest
    )
      wrong.push({ size, padding: fit.rowPadding, heights, larger, differences, tables: one });
  }
  // Where a line ends elsewhere after all, the sheet is printed anew with a line held back.
  expect(wrong.slice(0, Math.max(wrong.length - all.length / 200, 0))).toEqual([]);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(all.length / 20);
});
