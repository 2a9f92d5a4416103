/** A sheet that asks for faces which the product does not have looks the same printed and as a page, on machines that have them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { openPrinter, withFaces } from '#server/print/index.ts';
import { FACE_FOLDERS } from '#server/print/pdf/fonts.ts';

/** Names that the reader's machine has, all in one bold face. */
const FOREIGN = [
  'Arial',
  'Times New Roman',
  'SimSun',
  '宋体',
  '仿宋_GB2312',
  'KaiTi',
  'monospace',
  'system-ui',
];
const TEXT = '张三 Zhang iii 1.5％【〇】龘 囖';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** What a sheet asks for, and how: its style, and its body where it needs one. */
const KINDS: Record<string, [css: string, body?: string]> = {
  'a name': ['div{font-family:Arial}'],
  'a name in quotation marks': ['div{font-family:"SimSun"}'],
  'a Chinese name': ['div{font-family:宋体}'],
  'a name with a sign': ['div{font-family:仿宋_GB2312}'],
  'several names': ['div{font-family:KaiTi,"Times New Roman",serif}'],
  'a face of the product behind another': ['div{font-family:Arial,"Noto Serif SC"}'],
  'a face of the product without quotation marks': ['div{font-family:Noto Serif SC}'],
  'two kinds': ['div{font-family:cursive,serif}'],
  'a fixed width': ['div{font-family:monospace}'],
  'what the system has': ['div{font-family:system-ui,-apple-system}'],
  'a handwriting': ['div{font-family:cursive}'],
  short: ['div{font:italic bold 12pt/1.2 Times New Roman}'],
  'short, in serifs': ['div{font:12pt/1.2 Arial,serif}'],
  'a menu of the system': ['div{font:caption}'],
  'an attribute': ['', `<div style="font-family:'SimSun'">${TEXT}</div>`],
  'an attribute with a face of the product': ['', `<div style="font-family:'Noto Serif SC'">${TEXT}</div>`],
  'a variable': ['body{--face:Arial}div{font-family:var(--face)}'],
  'a variable of an attribute': [
    'div{font-family:var(--face),serif}',
    `<div style="--face:SimSun">${TEXT}</div>`,
  ],
  'a variable without a value': ['div{font-family:var(--none,Arial,serif)}'],
  'a variable for all of it': ['body{--one:12pt Arial,serif}div{font:var(--one)}'],
  'a registered variable': [
    '@property --r{syntax:"*";inherits:true;initial-value:Arial}div{font-family:var(--r)}',
  ],
  'a face of its own': ['@font-face{font-family:own;src:local("Arial")}div{font-family:own}'],
  'the product’s name for another': [
    '@font-face{font-family:"Noto Serif SC";font-style:italic;src:local("Arial")}div{font-style:italic}',
  ],
  'what a browser begins with': ['div{font-family:initial}'],
  'everything as a browser begins': ['div{all:initial;display:block}'],
  'the root, as a browser begins': [':root,body{font-family:unset!important}'],
  'text as it is written': ['', `<pre>${TEXT}</pre>`],
  'an edge of the paper': [`@page{@bottom-center{content:"${TEXT}"}}`],
  'an edge of the paper, in serifs': ['@page{@top-left{content:"张三";font:bold 9pt Arial,serif}}'],
  'a comment in the name': ['div{font-family/**/:/* , */Arial/* serif */}'],
  'an unfinished text': ['div{content:"a\n;font-family:Arial}'],
};

let browser: Browser;
const printer = openPrinter(executablePath);
const folder = mkdtempSync(join(tmpdir(), 'foreign-'));

beforeAll(async () => {
  browser = await launch({
    executablePath,
    args: ['--no-sandbox'],
    env: { FONTCONFIG_FILE: foreignFonts(), HOME: folder },
  });
});
afterAll(async () => {
  await Promise.all([browser.close(), printer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A machine whose only face goes by all of the foreign names. */
function foreignFonts(): string {
  const bold = FACE_FOLDERS.find((path) => /serif.*700/i.test(path)) ?? '';
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const names = FOREIGN.map((name) => `<string>${name}</string>`).join('');
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${bold}</dir><cachedir>${cache}</cachedir>` +
      `<match target="scan"><edit name="family" mode="assign">${names}</edit><edit name="weight" mode="assign"><const>regular</const></edit></match></fontconfig>`,
  );
  return file;
}

const sheetOf = (css: string, body = `<div>${TEXT}</div>`): string =>
  toDocument({
    sheet: {
      id: 'form',
      title: '表',
      paper: { size: 'A5', orientation: 'landscape' },
      formats: ['html', 'pdf'],
      template: '',
      css,
    },
    locale: 'zh-CN',
    body,
    watermark: null,
  });

/** What the reader's browser prints of a page. */
async function printedByReader(html: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
  return Buffer.from(pdf);
}

const picture = (pdf: Buffer): Buffer => execFileSync('pdftoppm', ['-r', '72', '-gray', '-'], { input: pdf });

describe('a sheet that asks for a face which the product does not have', () => {
  it('meets a machine that has it', async () => {
    const page = `<div style="font:20px Arial">${TEXT}</div>`;
    const theirs = picture(await printedByReader(page));
    expect(theirs.equals(picture(await printer.pdf({ html: page, watermark: null })))).toBe(false);
  });

  it.each(Object.entries(KINDS))('is the same on paper and as a page: %s', async (_, [css, body]) => {
    const html = sheetOf(css, body);
    const paper = picture(await printer.pdf({ html, watermark: null }));
    expect(picture(await printedByReader(await withFaces(html))).equals(paper)).toBe(true);
  });
});
