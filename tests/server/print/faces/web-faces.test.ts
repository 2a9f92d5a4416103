/** A page of a sheet is drawn in the product's faces, in a browser that has none of them itself. */
import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { withFaces } from '#server/print/index.ts';

const NAME = '张\u{20001}\u{2a6d6}\u{2a700}\u{2ebe0}';
const SHEET = {
  id: 'form',
  title: '表',
  paper: { size: 'A4' as const, orientation: 'portrait' as const },
  formats: ['html' as const],
  template: '',
  css: '.own{font-family:"Noto Sans SC",sans-serif} .plain { font-family: serif; } .short{font:bold 9pt sans-serif}',
};

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  browser = await launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

const pageOf = (body: string): string => toDocument({ sheet: SHEET, locale: 'zh-CN', body, watermark: null });

/** How many letters of an element each face drew that came with the page. */
async function lettersFromThePage(html: string, selector: string): Promise<number> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const client = await page.createCDPSession();
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
  await page.close();
  return fonts.filter(({ isCustomFont }) => isCustomFont).reduce((sum, one) => sum + one.glyphCount, 0);
}

it.each(['p', 'h1', '.own'])('brings rare characters along, in %s', async (selector) => {
  const html = await withFaces(pageOf(`<h1>${NAME}</h1><p>${NAME}</p><div class="own">${NAME}</div>`));
  expect(await lettersFromThePage(html, selector)).toBe([...NAME].length);
});

it.each(['p', 'h1', '.own', '.plain', '.short', 'b', 'i'])(
  'draws every letter with the faces of the product, in %s',
  async (selector) => {
    const text = '张三，Zhang 1.5％【〇】龘';
    const inside = ['h1', 'p', 'b', 'i'].map((tag) => `<${tag}>${text}</${tag}>`).join('');
    const divs = ['own', 'plain', 'short'].map((one) => `<div class="${one}">${text}</div>`).join('');
    const html = await withFaces(pageOf(`${inside}${divs}`));
    expect(await lettersFromThePage(html, selector)).toBe([...text].length);
  },
);
