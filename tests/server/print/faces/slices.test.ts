/** The faces of prints in slices: whatever slice a character is in, it stands as in the whole face. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';
import { withSlices } from '#server/print/pdf/slices.ts';

let chromium: PrintBrowser;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  page = await chromium.browser.newPage();
});
afterAll(() => chromium?.end());

/** Of level 1, of level 2, and of neither; a name of all three. */
const NAMES = ['张一丁座', '喆鼋亍龠', '玥煊㭎䶮', '张鼋煊 Aé“1”，'];

const paged = (css: string): string =>
  `<!doctype html><html lang="zh-CN"><style>p{font-size:20px;width:max-content;margin:0}${css}</style>${NAMES.map((name) => `<p>${name}</p>`).join('')}</html>`;

async function sizesIn(html: string): Promise<number[][]> {
  await page.setContent(html);
  return page.$$eval('p', (all) => all.map((one) => [one.clientWidth, one.clientHeight]));
}

describe.each(['Noto Serif SC', 'Noto Sans SC'])('characters of %s', (family) => {
  it.each([400, 700])('of weight %i stand as in the whole face', async (weight) => {
    const css = (list: string) => `p{font-family:${list};font-weight:${weight}}`;
    const whole = await sizesIn(paged(css(`"${family} 3"`)));
    expect(await sizesIn(withSlices(paged(css(`"${family}"`))))).toEqual(whole);
    expect(whole.flat().every((length) => length > 0)).toBe(true);
  });

  it('are drawn by faces of its own alone', async () => {
    await page.setContent(withSlices(paged(`p{font-family:'${family}',serif}`)));
    const client = await page.createCDPSession();
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument');
    const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
    const drawn = await Promise.all(
      nodeIds.map(async (nodeId) => (await client.send('CSS.getPlatformFontsForNode', { nodeId })).fonts),
    );
    const names = drawn.map((fonts) => fonts.map(({ familyName }) => familyName).sort());
    expect(new Set(names.flat())).toEqual(new Set([family]));
  });
});

it('families are named in styles alone', () => {
  const text = '<style>p{font:1em "Noto Sans SC"}</style><p>"Noto Sans SC"</p>';
  expect(withSlices(text)).toBe(
    '<style>p{font:1em "Noto Sans SC","Noto Sans SC 2","Noto Sans SC 3"}</style><p>"Noto Sans SC"</p>',
  );
});
