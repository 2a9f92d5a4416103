/**
 * The sheets of every category with as little, usual and as much content as its form takes: text, paper, faces, and how
 * they look beside the golden pictures. `UPDATE_GOLDEN=1 BAR=full` makes those anew: look at every one of them then.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Application, Facts } from '#core/model/index.ts';
import { CONTENTS, type Content, sampleCase } from '#core/sample/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measureSheet, openPrinter, renderPaper } from '#server/print/index.ts';
import { CATEGORIES, compile, loadEdition } from '../../../definitions/edition.ts';
import { sampled } from '../../../promises/scale.ts';
import { drawnText, facesOf, missingIn, papersOf } from './papers.ts';
import { difference, fromPng, type Picture, pictureOf, toPng } from './picture.ts';

const loaded = await loadEdition();
const edition = compile(loaded);
const printer = openPrinter(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
afterAll(() => printer.close());

const PICTURES = fileURLToPath(new URL('pictures', import.meta.url));
const PAPER: Record<string, string> = {
  'publicity-sheet': '420 x 297',
  'review-form': '210 x 297',
  'workload-sheet': '210 x 297',
};
/** Another version of the browser or of poppler makes some; a border or a short text that is not there makes more. */
const MOST_DIFFERENCE = 16;
const FACES = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Regular', 'NotoSansSC-Bold'];

type Opened = { application: Application; facts: Facts };

/** Usual content is a draft, the others are official. */
function open(category: string, content: Content): Opened {
  const sample = sampleCase(edition, category, content);
  if (!sample) throw new Error(`${category} has no sample`);
  const { application, facts } = openCase(edition, sample, []);
  const tags = content === 'typical' ? ['draft'] : ['official'];
  return { application, facts: { ...facts, case: { ...facts.case, tags } } };
}

/** Somewhere to look at what came out otherwise. */
function keep(name: string, picture: Picture): string {
  const file = join(mkdtempSync(join(tmpdir(), 'golden-other-')), `${name}.png`);
  writeFileSync(file, toPng(picture));
  return file;
}

function compare(path: string, picture: Picture): void {
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toPng(picture));
  }
  expect(existsSync(path)).toBe(true);
  const found = difference(fromPng(readFileSync(path)), picture);
  const where = found > MOST_DIFFERENCE ? keep('now', picture) : '';
  expect(found, `${path} and ${where}`).toBeLessThanOrEqual(MOST_DIFFERENCE);
}

const all = CATEGORIES.flatMap((category) => CONTENTS.map((content) => [category, content] as const));

describe.each(sampled(all))('%s with %s content', (category, content) => {
  const { application, facts } = open(category, content);

  it.each(Object.keys(PAPER))('prints the %s whole', async (sheet) => {
    const paper = renderPaper(edition, application, facts, sheet);
    const pdf = await printer.pdf(paper);
    const papers = papersOf(pdf);
    expect(new Set(papers)).toEqual(new Set([PAPER[sheet]]));
    expect(missingIn(paper.html, drawnText(pdf))).toEqual([]);
    const faces = facesOf(pdf);
    expect(faces.filter(({ name, embedded }) => !embedded || !FACES.includes(name))).toEqual([]);
    const fit = measureSheet(edition, application, facts, sheet);
    if (fit) {
      expect(papers.length === 1).toBe(fit.overflow.length === 0);
      for (const { cuts } of fit.overflow)
        expect(cuts[0]).toMatchObject({ block: expect.stringMatching(/./) });
    }
    compare(join(PICTURES, category, `${content}-${sheet}.png`), pictureOf(pdf));
  });
});

describe('the comparison', () => {
  const read = () => fromPng(readFileSync(join(PICTURES, 'clinical', 'typical-review-form.png')));

  it('takes a picture for itself', () => {
    expect(difference(read(), read())).toBe(0);
  });

  it.each([
    ['a border', { x: 117, y: 42, width: 9, height: 1 }],
    ['a text', { x: 128, y: 35, width: 16, height: 4 }],
  ])('sees %s that is not there', (_, place) => {
    const golden = read();
    const points = golden.points.slice();
    for (let y = place.y; y < place.y + place.height; y += 1)
      points.fill(255, y * golden.width + place.x, y * golden.width + place.x + place.width);
    expect(difference(golden, { ...golden, points })).toBeGreaterThan(MOST_DIFFERENCE);
  });
});
