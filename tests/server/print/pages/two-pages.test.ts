/** What goes on overleaf: tables close on both pages, cells have their room, and nothing that is signed stands alone. */
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { ADVANCES, fitSheet } from '#core/fit/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { toDocument } from '#server/print/html/document.ts';
import { fitStyle } from '#server/print/html/fit.ts';
import { openPrinter } from '#server/print/index.ts';
import { bodyOf, SHEET, type Tables } from '../../../core/fit/sheets.ts';
import { byId, loadEdition } from '../../../definitions/edition.ts';
import { type Picture, pagesOf } from '../golden/picture.ts';
import { textsOf } from '../support/texts.ts';

const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
afterAll(() => printer.close());
const { sheets } = (await loadEdition()).definition;

/** A style of the health programme's sheets round a body of its own. */
const printed = (sheet: string, body: string): Promise<Buffer> =>
  printer.pdf({
    html: toDocument({ sheet: byId(sheets, sheet), locale: 'zh-CN', body, watermark: null }),
    watermark: null,
  });

/** Tables on a sheet that is made to fit, under what a person has set. */
function fitted(tables: Tables, chosen: JsonObject = {}): Promise<Buffer> {
  const body = bodyOf(tables);
  const fit = fitSheet(SHEET, body, { chosen }, ADVANCES);
  const style = fitStyle(SHEET, fit);
  const page = { sheet: SHEET, locale: 'zh-CN' as const, body: body(fit.settings), watermark: null };
  return printer.pdf({ html: toDocument({ ...page, fit: style }), watermark: null });
}

/** One that does not fit. */
function tooLong(): Promise<Buffer> {
  const rows = Array.from({ length: 40 }, (_, index) => [`行${index}`, '文'.repeat(400)]);
  return fitted([{ texts: [['甲']] }, { texts: [['乙']] }, { texts: rows }]);
}

/** The distances of the lines of a text that fills its cell, in points. */
function distancesOf(pdf: Buffer): number[] {
  const page = execFileSync('pdftotext', ['-bbox-layout', '-l', '1', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
  });
  const lines = [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>\s*<word[^>]*>文文文/g)];
  const left = Math.min(...lines.map(([, x]) => Number(x)));
  const tops = lines.filter(([, x]) => Number(x) - left < 1).map(([, , y]) => Number(y));
  return tops.slice(1).map((top, index) => Math.round((top - (tops[index] ?? 0)) * 100) / 100);
}

/** Where the heading and the lines of each page begin, in points from above. */
function topsOf(pdf: Buffer): number[][] {
  const text = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text
    .split('<page ')
    .slice(1)
    .map((page) => [...page.matchAll(/yMin="([\d.]+)"[^>]*>(?:标题|行)</g)].map(([, y]) => Number(y)));
}

const belowHeading = ([heading = 0, line = 0]: readonly number[]): number => line - heading;

/** Where lines across a third of the page begin, in points from above. */
function linesOf({ width, height, points }: Picture): number[] {
  const isLine = (y: number): boolean =>
    points.subarray(y * width, (y + 1) * width).filter((point) => point < 160).length > width / 3;
  return Array.from({ length: height }, (_, y) => y).filter((y) => isLine(y) && !isLine(y - 1));
}

/** Whether nothing dark stands above the topmost line across a third of the page. */
function beginsWithLine({ width, height, points }: Picture): boolean {
  for (let y = 0; y < height; y += 1) {
    const dark = points.subarray(y * width, (y + 1) * width).filter((point) => point < 160).length;
    if (dark > 0) return dark > width / 3;
  }
  return false;
}

describe('a sheet that does not fit', () => {
  it('has lines that are evenly apart, and closes its tables on every page', async () => {
    const pdf = await tooLong();
    const distances = distancesOf(pdf);
    const within = distances.filter((distance) => distance < 8);
    expect(within.length).toBeGreaterThan(50);
    expect([...new Set(within)]).toHaveLength(1);
    const [, ...overleaf] = pagesOf(pdf, 100);
    expect(overleaf.length).toBeGreaterThan(0);
    for (const page of overleaf) expect(beginsWithLine(page)).toBe(true);
  });
});

describe('signatures', () => {
  const row = '<tr><td class="item">项目</td><td>1</td></tr>';
  const bodyWith = (rows: number): string =>
    `<table><thead><tr><th>姓名：测试甲</th><th>核对码</th></tr></thead><tbody>${row.repeat(rows)}</tbody></table><div class="sign"><p>以上工作量经核实无误。</p><p class="names"><span>申报人（签字）：</span></p><p class="day">年　月　日</p></div>`;

  it.each([22, 25, 28, 29, 30, 31, 32, 34])('behind %i rows stand under a name and a row', async (rows) => {
    const pages = textsOf(await printed('workload-sheet', bodyWith(rows)));
    const last = pages.at(-1) ?? '';
    expect(last).toContain('签字');
    expect(last).toContain('姓名：测试甲');
    expect(last).toContain('项目');
  });
});

describe('a text longer than a page', () => {
  /** So many lines, and so many tenths of a millimetre above. */
  const bodyWith = (lines: number, above: number): string =>
    `<div style="height:${above / 10}mm"></div><table class="block statement"><thead><tr class="title"><th>标题</th></tr></thead><tbody><tr><td><p>${Array(lines).fill('行').join('<br>')}</p></td></tr></tbody><tfoot><tr><td></td></tr></tfoot></table>`;

  it.each([0, 12, 24, 36])('goes on with several lines, as far below its heading (%i)', async (above) => {
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) => printed('review-form', bodyWith(42 + index, above))),
    );
    const parted = all.map(topsOf).filter((pages) => pages.length > 1);
    expect(parted.length).toBeGreaterThan(3);
    for (const [first = [], overleaf = []] of parted) {
      expect(overleaf.length).toBeGreaterThan(4);
      expect(Math.abs(belowHeading(first) - belowHeading(overleaf))).toBeLessThan(1);
    }
  });
});

describe('a sheet with little on it', () => {
  it('stretches rows, and no heading', async () => {
    const pdf = await fitted([{ texts: [['甲'], ['乙']] }, { texts: [['乙']] }, { texts: [['丙']] }], {
      blank: 0,
    });
    const [page] = pagesOf(pdf, 100);
    if (!page) throw new Error('there is no page');
    const [first = 0, second = 0] = linesOf(page);
    // A heading of 12 points with 3 above and below.
    expect((second - first) / 100).toBeLessThan(0.4);
  });
});
