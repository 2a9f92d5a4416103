/** Where lines may end is what Chromium does, for every pair of signs that people write beside one another. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { breakChances } from '#core/fit/break-chances.ts';
import { breakLines } from '#core/fit/break-lines.ts';
import { ADVANCES } from '#core/fit/index.ts';
import { escapeHtml } from '#core/json/index.ts';
import { launchChromium, type PrintBrowser } from '#server/print/pdf/chromium.ts';

/** One or more of each class of UAX #14, and whatever Chromium reads otherwise beside its neighbours. */
const SIGNS = [
  ...'文a1 ,.:;!?-/()[]%$+<"\'，。、：！？）（《》“”‘’…⋯—–·・～％￥＄＋＝',
  ...'±×÷≤°′‰№©™£½²αé①㈠Ⅰ■★→↔♀♂☎㎡〇々ーァｱｰ｢｣･ㄅ﹐﹕﹗﹙﹚﹟﹩﹪︵︶〘〙〝〞„\u00a0\u2002\u3000',
];
const SIDES = process.env.BAR === 'full' ? ['文', 'a', '1'] : ['文', '1'];
const STYLE =
  '<style>body{font:8pt "Noto Serif SC";text-rendering:geometricPrecision;text-spacing-trim:space-all;text-autospace:no-autospace;font-kerning:none}i{display:block;width:0;font-style:normal;line-height:10px}</style>';

let chromium: PrintBrowser;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  page = await chromium.browser.newPage();
});
afterAll(() => chromium.end());

/** For each letter behind the first whether it begins a line, in a box without a width; null where it shows nothing. */
async function startsOf(texts: readonly string[]): Promise<(boolean | null)[][]> {
  const boxes = texts.map((text) => `<i>${escapeHtml(text)}</i>`).join('');
  await page.setContent(`<html lang="zh-CN">${STYLE}<body>${boxes}`);
  return page.evaluate(() =>
    [...document.querySelectorAll('i')].map(({ firstChild }) => {
      const range = document.createRange();
      let at = 0;
      let above: number | undefined;
      return [...(firstChild?.textContent ?? '')].map((letter) => {
        range.setStart(firstChild as Text, at);
        at += letter.length;
        range.setEnd(firstChild as Text, at);
        const seen = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1);
        if (seen === undefined) return null;
        const starts = above !== undefined && seen.top > above;
        above = seen.top;
        return starts;
      });
    }),
  );
}

it('between any two signs, between Chinese, words and numbers', async () => {
  const texts = SIGNS.flatMap((one) =>
    SIGNS.flatMap((other) => SIDES.flatMap((left) => SIDES.map((right) => left + one + other + right))),
  );
  const starts = await startsOf(texts);
  const wrong = texts.filter((text, index) => {
    const chances = breakChances([...text]);
    return starts[index]?.some((starts, at) => at > 0 && starts !== null && starts !== chances[at]);
  });
  expect(texts.length).toBeGreaterThan(40_000);
  expect(wrong).toEqual([]);
});

it.each(['\u2002', '\u2003', '\u2009', '\u3000'])('a blank such as %j takes no room at the end', (blank) => {
  expect(breakLines(`临床${blank}医学`, 20, 10, ADVANCES.serif)).toEqual([`临床${blank}`, '医学']);
  expect(breakLines(`临床\u00a0医学`, 20, 10, ADVANCES.serif)[0]).toBe('临');
});
