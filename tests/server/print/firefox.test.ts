/**
 * The browser's own print in Firefox, where there is one: Debian's firefox-esr, or `FIREFOX_PATH`. It breaks lines
 * elsewhere than Chromium, and a sheet of one page is one there, too.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { sampleCase } from '#core/sample/index.ts';
import { openCase } from '#core/validate/index.ts';
import { renderSheet } from '#server/print/index.ts';
import { compile, loadEdition } from '../../definitions/edition.ts';
import { isFull } from '../../promises/scale.ts';
import { drawnText, missingIn, papersOf } from './golden/papers.ts';

const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const isThere = existsSync(executablePath);
if (isFull && !isThere) console.warn(`Prints in Firefox are not tried: there is no ${executablePath}.`);

const PAPER = {
  'publicity-sheet': { width: '420mm', height: '297mm', margin: ['5mm', '8mm', '8mm', '8mm'] },
  'review-form': { width: '210mm', height: '297mm', margin: ['18mm', '16mm', '18mm', '16mm'] },
};

/** Its profile and its home lie in a folder of their own. */
async function printed(html: string, sheet: keyof typeof PAPER): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
  const file = join(folder, 'sheet.html');
  writeFileSync(file, html);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    env: { ...process.env, HOME: folder },
    protocolTimeout: 300_000,
    timeout: 300_000,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`file://${file}`, { timeout: 300_000 });
    const { width, height, margin } = PAPER[sheet];
    const [top, right, bottom, left] = margin;
    const options = { width, height, margin: { top, right, bottom, left }, timeout: 300_000 };
    return Buffer.from(await page.pdf(options as Parameters<typeof page.pdf>[0]));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

it.runIf(isFull && isThere).each([
  ['publicity-sheet', 'typical', 1],
  ['publicity-sheet', 'least', 1],
  ['review-form', 'typical', 9],
] as const)('prints the %s with %s content whole, on its paper', async (sheet, content, pages) => {
  const edition = compile(await loadEdition());
  const sample = sampleCase(edition, 'clinical', content);
  if (!sample) throw new Error('there is no sample');
  const { application, facts } = openCase(edition, sample, []);
  const html = renderSheet(edition, application, facts, sheet);
  const pdf = await printed(html, sheet);
  const { width, height } = PAPER[sheet];
  const paper = `${Number.parseInt(width, 10)} x ${Number.parseInt(height, 10)}`;
  expect(papersOf(pdf)).toEqual(Array.from({ length: pages }, () => paper));
  expect(missingIn(html, drawnText(pdf))).toEqual([]);
});
