/** The watermark of a page on the screen and on the browser's own print of it: nothing of the sheet can cover it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';
import { openPrintPage } from '#server/print/pdf/page.ts';
import { sampled } from '../../promises/scale.ts';
import { COVERS } from './support/covers.ts';
import { GREY, greyShare, pictures } from './support/pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'screen-test-'));
let chromium: PrintBrowser;
beforeAll(async () => {
  chromium = await launchChromium(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
});
afterAll(async () => {
  await chromium?.end();
  rmSync(folder, { recursive: true });
});

function page(css: string, body: string, watermark: string | null = 'DRAFT'): string {
  const sheet = {
    id: 'form',
    title: 'Form',
    paper: { size: 'A4' as const, orientation: 'portrait' as const },
    formats: ['html' as const],
    template: '',
    css,
  };
  return toDocument({ sheet, locale: 'en', body, watermark });
}

/** The watermark beside the paper, on the ground of the screen; while a style lets the paper fade, something between. */
const GREY_ON_GROUND = 212;

/** The share of points of a picture in PNG whose grey is between two; counted where the canvas is. */
async function shareOfGrey(png: string, darkest: number, lightest: number): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas?.drawImage(image, 0, 0);
  const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
  let found = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) >= darkest && (data[at] ?? 0) <= lightest) found += 1;
  return found / (data.length / 4);
}

/** Where the watermark is, and no shadow of the paper. */
const MIDDLE = { x: 100, y: 300, width: 600, height: 300 };

/** How much of the window's middle has the colour of the watermark, as a browser shows it. */
async function shownGrey(html: string): Promise<number> {
  const tab = await chromium.browser.newPage();
  try {
    await tab.setViewport({ width: 800, height: 1000 });
    await tab.setJavaScriptEnabled(false);
    await tab.setContent(html);
    const picture = await tab.screenshot({ encoding: 'base64', optimizeForSpeed: true, clip: MIDDLE });
    await tab.setJavaScriptEnabled(true);
    await tab.goto('about:blank');
    return await tab.evaluate(shareOfGrey, picture, GREY_ON_GROUND - 2, GREY + 2);
  } finally {
    await tab.close();
  }
}

describe.each(sampled(COVERS))('style %j, body %j', (css, body = '<p>one</p>') => {
  it('leaves the watermark on the screen', async () => {
    expect(await shownGrey(page(css, body))).toBeGreaterThan(0.005);
  });

  it("leaves it on the browser's own print", async () => {
    const file = join(folder, 'own.pdf');
    writeFileSync(file, await (await openPrintPage(chromium.browser)).print(page(css, body)));
    const [first] = pictures(file);
    expect(first && greyShare(first)).toBeGreaterThan(0.005);
  });
});

it('is on every page of a print, and nowhere without a watermark', async () => {
  const body = '<p>one</p><p>two</p><p>three</p>';
  const file = join(folder, 'pages.pdf');
  const css = 'p{break-after:page}';
  writeFileSync(file, await (await openPrintPage(chromium.browser)).print(page(css, body)));
  const shown = pictures(file);
  expect(shown.length).toBeGreaterThanOrEqual(3);
  for (const picture of shown.slice(0, 3)) expect(greyShare(picture)).toBeGreaterThan(0.005);
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(
    text
      .split('\f')
      .slice(0, 3)
      .every((one) => one.replace(/\s/g, '').includes('D')),
  ).toBe(true);
  writeFileSync(file, await (await openPrintPage(chromium.browser)).print(page(css, body, null)));
  for (const picture of pictures(file)) expect(greyShare(picture)).toBeLessThan(0.001);
});

it('is nowhere on the screen without a watermark', async () => {
  expect(await shownGrey(page('', '<p>one</p>', null))).toBeLessThan(0.002);
});

it('writes whatever text it is given, and ends no style with it', async () => {
  const html = page('', '<p>one</p>', '</style><b>"\\A & 草稿');
  expect(html).not.toContain('<b>');
  expect(await shownGrey(html)).toBeGreaterThan(0.002);
});
