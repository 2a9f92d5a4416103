/**
 * The widths of letters are those of the product's faces, as they are set in Chinese. Written anew with
 * `UPDATE_ADVANCES=1`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, openSync } from 'fontkit';
import { expect, it } from 'vitest';
import { ADVANCES } from '#core/fit/index.ts';
import { rareFaces } from '#server/print/pdf/rare-faces.ts';

const FILE = fileURLToPath(new URL('../../../engine/core/fit/advances.json', import.meta.url));
const require = createRequire(import.meta.url);
const FACES = {
  serif: ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  sansBold: ['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
} as const;

/** The letters of each width that is not a whole em. */
function widthsOf([name, weight, file]: readonly [string, string, string]): Record<string, string> {
  const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
  const face = openSync(join(folder, weight, file));
  if (!('characterSet' in face)) throw new Error(`${file} holds several faces`);
  const widths: Record<string, string> = {};
  for (const point of face.characterSet.filter((one) => one >= 0x20)) {
    const letter = String.fromCodePoint(point);
    const { glyphs } = face.layout(letter, [], 'hani', 'ZHS');
    const width = String(
      Math.round((glyphs.reduce((sum, one) => sum + one.advanceWidth, 0) / face.unitsPerEm) * 1000),
    );
    if (width !== '1000') widths[width] = (widths[width] ?? '') + letter;
  }
  return widths;
}

it('are written down as the faces have them', () => {
  const widths = Object.fromEntries(Object.entries(FACES).map(([face, path]) => [face, widthsOf(path)]));
  if (process.env.UPDATE_ADVANCES) writeFileSync(FILE, `${JSON.stringify(widths, null, 1)}\n`);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(widths);
});

it('take a character of the rare faces for a whole em, as those have it', () => {
  for (const { data } of rareFaces()) {
    const face = create(data);
    if (!('characterSet' in face)) throw new Error('a file holds several faces');
    const letters = face.characterSet.filter((point) => point >= 0x20000);
    expect(letters.length).toBeGreaterThan(10_000);
    for (const point of letters.filter((_, index) => index % 97 === 0)) {
      const letter = String.fromCodePoint(point);
      expect(face.glyphForCodePoint(point).advanceWidth).toBe(face.unitsPerEm);
      expect([ADVANCES.serif(letter), ADVANCES.sansBold(letter)]).toEqual([1, 1]);
    }
  }
});
