/** Two pages on a sheet twice as large: as a PDF, and as the browser prints the web page. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetDefinition } from '#core/model/index.ts';
import { toDocument } from '#server/print/html/document.ts';
import { twoUpOf } from '#server/print/html/paper.ts';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';
import { openPrintPage } from '#server/print/pdf/page.ts';
import { openPrinter } from '#server/print/pdf/printer.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'two-up-test-'));
const printer = openPrinter(CHROMIUM);
let chromium: PrintBrowser;
beforeAll(async () => {
  chromium = await launchChromium(CHROMIUM);
});
afterAll(async () => {
  await printer.close();
  await chromium?.end();
  rmSync(folder, { recursive: true });
});

type PaperDefinition = SheetDefinition['paper'];
type Word = { text: string; page: number; left: number; top: number; height: number };
type Printed = { sizes: string[]; words: Word[] };

const CM = 72 / 2.54;

/** What a printed file shows: the size of each page, and each word with its place in centimetres. */
function shownIn(pdf: Buffer): Printed {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.pdf`);
  writeFileSync(file, pdf);
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const pages = xml.split('<page ').slice(1);
  const size = (page: string) =>
    [...page.matchAll(/^width="([\d.]+)" height="([\d.]+)"/g)].flatMap(([, width, height]) =>
      [width, height].map((length) => Math.round((Number(length) / CM) * 10)),
    );
  return {
    sizes: pages.map((page) => size(page).join(' x ')),
    words: pages.flatMap((page, index) =>
      [...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g)].map(
        ([, x, y, end, text = '']) => ({
          text,
          page: index + 1,
          left: Number(x) / CM,
          top: Number(y) / CM,
          height: (Number(end) - Number(y)) / CM,
        }),
      ),
    ),
  };
}

function sheetOn(paper: PaperDefinition): SheetDefinition {
  const css = 'p{margin:0;font:12pt sans-serif} .next{break-before:page;break-before:column}';
  return { id: 'slip', title: 'Slip', paper, formats: ['html', 'pdf'], template: '', css };
}

/** The PDF that people get. */
async function asPdf(
  paper: PaperDefinition,
  body: string,
  watermark: string | null = null,
): Promise<Printed> {
  const { nUp: _, copies: __, ...single } = paper;
  const sheet = { ...sheetOn(single), css: 'p{margin:0;font:12pt sans-serif} .next{break-before:page}' };
  const html = toDocument({ sheet, locale: 'en', body, watermark: null });
  const twoUp = twoUpOf(paper);
  return shownIn(await printer.pdf({ html, watermark, ...(twoUp && { twoUp }) }));
}

/** What comes out when somebody prints the web page. */
async function asPage(
  paper: PaperDefinition,
  body: string,
  watermark: string | null = null,
): Promise<Printed> {
  const html = toDocument({ sheet: sheetOn(paper), locale: 'en', body, watermark });
  return shownIn(await (await openPrintPage(chromium.browser)).print(html));
}

const ways = [
  ['PDF', asPdf],
  ['web page', asPage],
] as const;
const named = ({ words }: Printed, text: string) => words.filter((word) => word.text === text);

describe.each(ways)('two pages to a sheet, as a %s', (_name, print) => {
  it('an upright A5 stands twice on an A4, side by side, at full size', async () => {
    const paper: PaperDefinition = { size: 'A5', orientation: 'portrait', margin: '10mm', nUp: 2, copies: 2 };
    const printed = await print(paper, '<p>Receipt</p>');
    const [alone] = named(
      await asPdf({ size: 'A5', orientation: 'portrait', margin: '10mm' }, '<p>Receipt</p>'),
      'Receipt',
    );
    expect(printed.sizes).toEqual(['297 x 210']);
    const [first, second, ...more] = named(printed, 'Receipt');
    expect(more).toEqual([]);
    expect(first?.left).toBeCloseTo(alone?.left ?? 0, 0);
    expect((second?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(14.85, 0);
    expect(second?.top).toBeCloseTo(first?.top ?? 0, 1);
    expect(first?.height).toBeCloseTo(alone?.height ?? 0, 1);
  });

  it('a turned A5 stands twice on an A4, one below the other', async () => {
    const paper: PaperDefinition = {
      size: 'A5',
      orientation: 'landscape',
      margin: '10mm',
      nUp: 2,
      copies: 2,
    };
    const printed = await print(paper, '<p>Receipt</p><p style="text-align:right">right</p>');
    expect(printed.sizes).toEqual(['210 x 297']);
    for (const { left } of named(printed, 'right')) expect(left).toBeGreaterThan(18);
    const [first, second, ...more] = named(printed, 'Receipt');
    expect(more).toEqual([]);
    expect((second?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo(14.85, 0);
    expect(second?.left).toBeCloseTo(first?.left ?? 0, 1);
  });

  it('pages follow one another, two to each sheet, the last one alone', async () => {
    const paper: PaperDefinition = { size: 'A4', orientation: 'portrait', margin: '15mm', nUp: 2 };
    const body = '<p>One</p><p class="next">Two</p><p class="next">Three</p>';
    const printed = await print(paper, body);
    expect(printed.sizes).toEqual(['420 x 297', '420 x 297']);
    const at = (text: string) => named(printed, text).map(({ page, left }) => [page, left < 21 ? 1 : 2]);
    expect([at('One'), at('Two'), at('Three')]).toEqual([[[1, 1]], [[1, 2]], [[2, 1]]]);
  });

  it.each(['portrait', 'landscape'] as const)(
    'each half of a sheet %s has its watermark',
    async (orientation) => {
      const paper: PaperDefinition = { size: 'A5', orientation, nUp: 2, copies: 2 };
      const { words } = await print(paper, '<p>Receipt</p>', 'DRAFT');
      const middle = 14.85;
      const letters = words.filter(({ text }) => text !== 'Receipt');
      const halves = [true, false].map((isFirst) =>
        letters
          .filter(({ left, top }) => (orientation === 'portrait' ? left : top) < middle === isFirst)
          .map(({ text }) => text)
          .join(''),
      );
      expect(halves.map((text) => [...text].sort().join(''))).toEqual(['ADFRT', 'ADFRT']);
    },
  );
});

it('on the screen a copy stands once', () => {
  const paper: PaperDefinition = { size: 'A5', orientation: 'portrait', nUp: 2, copies: 2 };
  const html = toDocument({ sheet: sheetOn(paper), locale: 'en', body: '<p>Receipt</p>', watermark: null });
  expect(html).toContain('@media screen{.sheet-copy~.sheet-copy{display:none}}');
  expect(html.match(/aria-hidden="true"><p>Receipt/g)).toHaveLength(1);
});
