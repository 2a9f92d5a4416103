/** Where rows go on overleaf: low ones never, whatever is left of the page. */
import { afterAll, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { openPrinter } from '#server/print/index.ts';
import { byId, loadEdition } from '../../../definitions/edition.ts';
import { type Picture, pagesOf } from '../golden/picture.ts';

const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
afterAll(() => printer.close());
const sheet = byId((await loadEdition()).definition.sheets, 'review-form');

const DOTS_PER_INCH = 100;
const POINTS_PER_MM = DOTS_PER_INCH / 25.4;

/** So many millimetres above a table of rows of 8 mm. */
const bodyOf = (above: number): string =>
  `<div style="--row:8mm"><div style="height:${above}mm"></div><table class="block rows"><thead><tr><th>表</th></tr></thead><tbody>${'<tr><td>行</td></tr>'.repeat(
    40,
  )}</tbody><tfoot><tr><td></td></tr></tfoot></table></div>`;

/** How far the lines across a page are apart, in millimetres. */
function gapsOf({ width, height, points }: Picture): number[] {
  const isLine = (y: number): boolean => {
    const row = points.subarray(y * width, (y + 1) * width);
    return row.filter((point) => point < 160).length > width / 2;
  };
  const lines = Array.from({ length: height }, (_, y) => y).filter((y) => isLine(y) && !isLine(y - 1));
  return lines.slice(1).map((y, index) => (y - (lines[index] ?? 0)) / POINTS_PER_MM);
}

it.each([0, 1, 2, 3, 4, 5, 6, 7])('%i mm further down, every row is whole', async (above) => {
  const html = toDocument({ sheet, locale: 'zh-CN', body: bodyOf(above), watermark: null });
  const pages = pagesOf(await printer.pdf({ html, watermark: null }), DOTS_PER_INCH);
  expect(pages).toHaveLength(2);
  const [, overleaf] = pages.map(gapsOf);
  // The foot that closes a row is a line alone.
  for (const gap of overleaf?.slice(0, -1) ?? []) expect(gap).toBeGreaterThan(7);
  expect(overleaf?.length).toBeGreaterThan(3);
});
