import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetDefinition } from '#core/model/index.ts';
import { toDocument } from '#server/print/html/document.ts';
import type { Paper } from '#server/print/index.ts';
import { openPrinter, PrinterBusy } from '#server/print/pdf/printer.ts';
import { sampled } from '../../promises/scale.ts';
import { COVERS } from './support/covers.ts';
import { greyShare, pictures } from './support/pictures.ts';

const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
const folder = mkdtempSync(join(tmpdir(), 'print-test-'));

function sheet(paper: SheetDefinition['paper'], css = ''): SheetDefinition {
  return { id: 'form', title: '表', paper, formats: ['html', 'pdf'], template: '', css };
}

function page(body: string, over: Partial<SheetDefinition> = {}, watermark: string | null = null): Paper {
  const whole = { ...sheet({ size: 'A4', orientation: 'portrait' }), ...over };
  return { html: toDocument({ sheet: whole, locale: 'zh-CN', body, watermark: null }), watermark };
}

async function printed(paper: Paper): Promise<string> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.pdf`);
  writeFileSync(file, await printer.pdf(paper));
  return file;
}

const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });

afterAll(() => printer.close());

describe('pdf', () => {
  it.each([
    ['A4', 'portrait', '594.96 x 841.92'],
    ['A3', 'landscape', '1190.88 x 841.92'],
    ['A5', 'portrait', '419.52 x 595.32'],
    ['Letter', 'portrait', '612 x 792'],
  ] as const)('%s %s has the size of its paper', async (size, orientation, points) => {
    const file = await printed(page('<p>x</p>', { paper: { size, orientation } }));
    const [width, height] =
      /Page size:\s+([\d.]+) x ([\d.]+)/.exec(poppler('pdfinfo', file))?.slice(1).map(Number) ?? [];
    const [wantedWidth, wantedHeight] = points.split(' x ').map(Number);
    expect(Math.abs((width ?? 0) - (wantedWidth ?? 0))).toBeLessThan(1.5);
    expect(Math.abs((height ?? 0) - (wantedHeight ?? 0))).toBeLessThan(1.5);
  });

  it('is asked for again later where a page took too long, and the log says so', async () => {
    const sentences: string[] = [];
    const hasty = openPrinter(
      process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      (one) => sentences.push(one),
      1,
    );
    try {
      await expect(hasty.pdf(page(`<p>${'长'.repeat(1_000_000)}</p>`))).rejects.toThrow(PrinterBusy);
      expect(sentences).toEqual([expect.stringContaining('took too long')]);
    } finally {
      await hasty.close();
    }
  });

  it.each([null, '草稿'])(
    'prints the same bytes of the same page, also in another browser (%s)',
    async (text) => {
      const paper = { ...page('<h1>表</h1><p>甲</p>', {}, text), date: '2026-05-08T01:02:03.000Z' };
      const other = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
      try {
        const first = await printer.pdf(paper);
        await new Promise((later) => setTimeout(later, 1100));
        expect((await other.pdf(paper)).equals(first)).toBe(true);
        const file = join(folder, `dated-${text}.pdf`);
        writeFileSync(file, first);
        expect(poppler('pdfinfo', '-isodates', file)).toContain('CreationDate:    2026-05-08T01:02:03');
      } finally {
        await other.close();
      }
    },
  );

  it('prints the same bytes again in a browser that has printed before, cells that name their heads as well', async () => {
    const table = '<table><tr><th scope="col">甲</th></tr><tr><td>乙</td></tr></table>';
    const paper = { ...page(table), date: '2026-05-08T01:02:03.000Z' };
    const first = await printer.inBackground(paper, 'somebody');
    await printer.inBackground(page('<p>另一页</p>'), 'somebody');
    expect((await printer.inBackground(paper, 'somebody')).equals(first)).toBe(true);
    const file = join(folder, 'heads.pdf');
    writeFileSync(file, first);
    expect(poppler('pdfinfo', '-struct', file)).toContain('/Headers [(node00000001)]');
  });

  it('is tagged, in the language of its page', async () => {
    const file = await printed(page('<h1>表</h1><p>甲</p>'));
    expect(poppler('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
    expect(poppler('pdfinfo', '-struct', file)).toContain('Document');
  });

  it('puts the watermark on every page, whatever the style says', async () => {
    const css = 'div{display:none!important;opacity:0!important} p{display:block!important;break-after:page}';
    const file = await printed(page('<p>一</p><p>二</p><p>三</p>', { css }, '草稿'));
    const pages = poppler('pdftotext', file, '-')
      .split('\f')
      .filter((text) => text.trim() !== '');
    expect(pages).toHaveLength(3);
    for (const text of pages) expect(text.replace(/\s/g, '')).toContain('草稿');
  });

  it.each(sampled(COVERS))(
    'shows the watermark on every page, over style %j and body %j',
    async (css, body = '') => {
      const pages = `<p>一</p><p>二</p><p>三</p>${body}`;
      const shown = pictures(await printed(page(pages, { css: `p{break-after:page}${css}` }, '草稿')));
      expect(shown.length).toBeGreaterThanOrEqual(1);
      for (const picture of shown) expect(greyShare(picture)).toBeGreaterThan(0.005);
    },
  );

  it('shows it on a black page', async () => {
    const css = '@page{margin:0}body{margin:0}div{background:#000;height:100vh}';
    const [shown] = pictures(await printed(page('<div></div>', { css }, '草稿')));
    expect(shown?.filter((point) => point > 20 && point < 40).length).toBeGreaterThan(100);
  });

  it.each([
    ['that of its letters', 128],
    ['between it and white', 176],
    ['a light one', 220],
  ])('shows it on a page of any grey: %s', async (_, grey) => {
    const css = `@page{margin:0}body{margin:0}div{background:rgb(${grey} ${grey} ${grey});height:100vh}`;
    const [shown] = pictures(await printed(page('<div></div>', { css }, '草稿')));
    expect(shown?.filter((point) => Math.abs(point - grey) > 4 && point < 250).length).toBeGreaterThan(300);
  });

  it('makes it as large as before on a page that a style makes ten times as large', async () => {
    const css = '@page{size:3000mm 3000mm}';
    const [shown] = pictures(await printed(page('<p>一</p>', { css }, '草稿')));
    expect(greyShare(shown ?? Buffer.alloc(1))).toBeGreaterThan(0.005);
  });

  it('fits the watermark to each page, where a style turns some', async () => {
    const css = '@page wide{size:A3 landscape}p{break-after:page}p+p{page:wide}';
    const file = await printed(page('<p>一</p><p>二</p>', { css }, '草稿'));
    const sizes = poppler('pdfinfo', '-l', '2', file).match(/size:\s+[\d.]+ x [\d.]+/g);
    expect(new Set(sizes).size).toBe(2);
    const boxes = poppler('pdftotext', '-bbox', '-l', '2', file, '-').split('<page ').slice(1);
    for (const box of boxes) {
      const width = Number(/width="([\d.]+)"/.exec(box)?.[1]);
      const [left = 0, right = 0] =
        /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>草/.exec(box)?.slice(1).map(Number) ?? [];
      expect((left + right) / 2 / width).toBeGreaterThan(0.3);
      expect((left + right) / 2 / width).toBeLessThan(0.5);
    }
  });

  it('keeps a watermark as text beside that of the page, and the file small', async () => {
    const bare = await printer.pdf(page('<p>正文</p>'));
    const marked = await printer.pdf(page('<p>正文</p>', {}, '草稿'));
    expect(marked.byteLength - bare.byteLength).toBeLessThan(20_000);
    const file = await printed(page('<p>正文</p>', {}, '草稿'));
    expect(poppler('pdffonts', file)).not.toContain('Type 3');
    expect(poppler('pdftotext', file, '-')).toContain('正文');
  });

  it('writes a long watermark on one line', async () => {
    const file = await printed(page('<p>x</p>', {}, 'NOT YET APPROVED BY ANYBODY'));
    const places = poppler('pdftotext', '-bbox', file, '-').matchAll(
      /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)"[^>]*>[A-Z]/g,
    );
    const letters = [...places].map((found) => found.slice(1).map(Number)).sort(([a = 0], [b = 0]) => a - b);
    expect(letters.length).toBeGreaterThan(10);
    expect(letters[0]?.[0]).toBeGreaterThan(0);
    expect(letters.at(-1)?.[2]).toBeLessThan(595);
    const heights = letters.map(([, top = 0]) => top);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });

  it('embeds Chinese text as named TrueType', async () => {
    const file = await printed(page('<h1>标题</h1><p>正文：内容提要，起止时间</p>'));
    const fonts = poppler('pdffonts', file);
    expect(fonts).toContain('NotoSerifSC');
    expect(fonts).not.toContain('Type 3');
    expect(poppler('pdftotext', file, '-')).toContain('内容提要');
  });

  it('answers the same page from the cache', async () => {
    const paper = page('<p>once</p>');
    expect(await printer.pdf(paper)).toBe(await printer.pdf(paper));
    expect(await printer.pdf({ ...paper, watermark: '草稿' })).not.toBe(await printer.pdf(paper));
  });

  it('prints a page once for all requests at the same moment', async () => {
    const paper = page('<p>for many</p>');
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => printer.pdf(paper)));
    for (const other of others) expect(other).toBe(first);
  });

  it('prints nothing more of what nobody waits for, and goes on at once with the next', async () => {
    const gone = new AbortController();
    const many = Array.from({ length: 20 }, (_, index) =>
      printer.pdf(page(`<p>left ${index}</p>`), 'one', gone.signal),
    );
    const ends = Promise.allSettled(many);
    gone.abort();
    const kept = await printer.pdf(page('<p>waited for</p>'), 'one');
    expect(kept.subarray(0, 5).toString()).toBe('%PDF-');
    const refused = (await ends).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(18);
    for (const one of refused) expect(one).toMatchObject({ reason: expect.any(PrinterBusy) });
  });

  it('goes on with another browser when one crashes', async () => {
    await printer.pdf(page('<p>warm</p>'));
    const rows = '<tr><td>x</td></tr>'.repeat(1_000);
    const jobs = ['one', 'two', 'three'].map((text) =>
      printer.pdf(page(`<p>${text}</p><table>${rows}</table>`)),
    );
    const browsers = poppler('pgrep', '-P', String(process.pid), 'chrom').trim().split('\n');
    for (const id of browsers) process.kill(Number(id), 'SIGKILL');
    expect(browsers.length).toBeGreaterThan(0);
    for (const pdf of await Promise.all(jobs)) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('goes on where the processes of pages die, as they do without memory', async () => {
    await printer.pdf(page('<p>warm again</p>'));
    const table = `<table>${'<tr><td>x</td></tr>'.repeat(60)}</table>`;
    const jobs = ['one', 'two'].map((text) => printer.pdf(page(`<p>${text}</p>${table.repeat(60)}`)));
    const pages = processesBelow(process.pid).filter(({ command }) => command.includes('--type=renderer'));
    for (const { id } of pages) process.kill(id, 'SIGKILL');
    expect(pages.length).toBeGreaterThan(0);
    for (const pdf of await Promise.all(jobs)) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is asked for again later where no browser starts', async () => {
    const warned: string[] = [];
    const broken = openPrinter('/bin/false', (sentence) => warned.push(sentence));
    await expect(broken.pdf(page('<p>x</p>'))).rejects.toThrow(PrinterBusy);
    expect(warned).toHaveLength(1);
    await broken.close();
  });
});

type Process = { id: number; parent: number; command: string };

/** Its children, and theirs. */
function processesBelow(id: number): Process[] {
  const all = poppler('ps', '-eo', 'pid=,ppid=,args=').trim().split('\n');
  const read = all.map((line): Process => {
    const [, own, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { id: Number(own), parent: Number(parent), command };
  });
  const below = (parent: number): Process[] =>
    read.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.id)]);
  return below(id);
}

describe('a hostile page', () => {
  let hits = 0;
  const canary = createServer((_, response) => {
    hits += 1;
    response.end('x');
  });
  beforeAll(() => new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve)));
  afterAll(() => canary.close());
  const url = () => `http://127.0.0.1:${(canary.address() as AddressInfo).port}/x`;

  it.each([
    ['an image', () => `<img src="${url()}">`],
    ['a frame', () => `<iframe src="${url()}"></iframe>`],
    ['a stylesheet', () => `<link rel="stylesheet" href="${url()}">`],
    ['a script', () => `<script>fetch('${url()}')</script>`],
    [
      'a local file',
      () => '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>',
    ],
  ])('reaches nothing through %s', async (_, body) => {
    const pdf = await printer.pdf(page(`<p>ok</p>${body()}`)).catch(() => null);
    if (pdf) {
      const file = join(folder, 'hostile.pdf');
      writeFileSync(file, pdf);
      expect(poppler('pdftotext', file, '-')).not.toContain('root:');
    }
    expect(hits).toBe(0);
  });

  it('does not break the printer', async () => {
    expect((await printer.pdf(page('<p>fine</p>'))).byteLength).toBeGreaterThan(500);
  });
});
