/** Names are printed whole, from whatever plane their characters are, in the product's faces and no others. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toDocument } from '#server/print/html/document.ts';
import { openPrinter } from '#server/print/pdf/printer.ts';

const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
const folder = mkdtempSync(join(tmpdir(), 'rare-characters-'));
afterAll(() => printer.close());

const NOTO = /^NotoS(?:erif|ans)SC/;
const RARE = /^HanaMinB$|^\[none\]$/;
const NOTO_FACES = ['NotoSansSC-Bold', 'NotoSerifSC-Regular', 'NotoSerifSC-Bold'];

/** First, last and others of each block that GB 18030-2022 has, those of the extensions beyond the Noto faces. */
const NAMES = {
  'the basic block': '張喆玥\u9fa6\u9fbb\u9fef',
  'Extension A': '\u3400\u3402\u4dae\u4db5',
  'Extension B': '\u{20000}\u{20001}\u{21681}\u{29fd5}\u{2a6d6}',
  'Extension C': '\u{2a700}\u{2b000}\u{2b734}',
  'Extension D': '\u{2b740}\u{2b81d}',
  'Extension E': '\u{2b820}\u{2c000}\u{2cea1}',
  'Extension F': '\u{2ceb0}\u{2e000}\u{2ebe0}',
};

const SHEET = {
  id: 'form',
  title: '表',
  paper: { size: 'A4', orientation: 'portrait' },
  formats: ['html' as const, 'pdf' as const],
  template: '',
  css: '',
} as const;

async function printed(body: string): Promise<string> {
  const html = toDocument({
    sheet: { ...SHEET, formats: [...SHEET.formats] },
    locale: 'zh-CN',
    body,
    watermark: null,
  });
  const file = join(folder, `${Math.random().toString(36).slice(2)}.pdf`);
  writeFileSync(file, await printer.pdf({ html, watermark: null }));
  return file;
}

const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });
const textOf = (file: string) => poppler('pdftotext', file, '-').replace(/\s/g, '');

type Font = { name: string; type: string; embedded: string };

function fontsOf(file: string): Font[] {
  const lines = poppler('pdffonts', file).trimEnd().split('\n').slice(2);
  return lines.map((line) => {
    const [, name = '', type = '', embedded = ''] = /^(\S*)\s+(.+?)\s+\S+\s+(yes|no)\s/.exec(line) ?? [];
    return { name: name.replace(/^[A-Z]{6}\+/, ''), type, embedded };
  });
}

describe('characters of names', () => {
  it.each(Object.entries(NAMES))('of %s are printed, in text and in heads', async (_, name) => {
    const file = await printed(`<h1>${name}</h1><p>${name}</p><p><b>${name}</b></p>`);
    expect(textOf(file)).toBe(name.repeat(3));
    const fonts = fontsOf(file);
    expect(fonts.filter(({ embedded }) => embedded !== 'yes')).toEqual([]);
    // Faces that the browser makes bold itself have no name. A box would be a letter of the face that is asked for.
    const named = fonts.filter(({ type }) => type !== 'Type 3');
    expect(named.map(({ type }) => type)).toEqual(named.map(() => 'CID TrueType'));
    const isRare = (name.codePointAt(0) ?? 0) >= 0x20000;
    expect(new Set(named.map(({ name: face }) => face))).toEqual(new Set(isRare ? ['HanaMinB'] : NOTO_FACES));
  });

  it('stand as wide as any other, among them', async () => {
    const row = (name: string) => `<p><span style="border-right:1px solid">${name}</span></p>`;
    const file = await printed(
      Object.values(NAMES)
        .map((name) => row(`${[...name].slice(0, 2).join('')}甲`))
        .join(''),
    );
    const boxes = poppler('pdftotext', '-bbox', file, '-').matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"/g);
    const widths = [...boxes].map(([, from, to]) => Number(to) - Number(from));
    expect(widths).toHaveLength(Object.keys(NAMES).length);
    for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 1);
  });

  it('that no face has come from no other face of the machine', async () => {
    const fonts = fontsOf(await printed('<p>甲\u{30000}한ب</p>'));
    expect(fonts.filter(({ name }) => !NOTO.test(name) && !RARE.test(name))).toEqual([]);
  });
});
