/**
 * Which characters the faces of prints have, as `rareCharacters` knows it. Written anew from the faces with
 * `UPDATE_COVERAGE=1`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { rareCharacters } from '#core/text/index.ts';
import { FACE_FOLDERS } from '#server/print/pdf/fonts.ts';
import { rareFaces } from '#server/print/pdf/rare-faces.ts';

const FILE = fileURLToPath(new URL('../../../engine/core/text/coverage.json', import.meta.url));

/** The files of all faces. */
function faceFiles(): Buffer[] {
  const files = FACE_FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ttf'))
      .map((name) => readFileSync(`${folder}/${name}`)),
  );
  return [...files, ...rareFaces().map(({ data }) => data)];
}

/** The code points that any of the faces has, private ones left out. */
function covered(): number[] {
  const points = faceFiles().flatMap((data) => {
    const face = create(data);
    if (!('characterSet' in face)) throw new Error('a file holds several faces');
    return face.characterSet;
  });
  return [...new Set(points)]
    .filter((one) => !/\p{C}/u.test(String.fromCodePoint(one)))
    .sort((a, b) => a - b);
}

/** Lengths of runs by turns, of code points that the faces do not have first. */
function runsOf(points: number[]): string {
  const edges: number[] = [];
  for (const [index, point] of points.entries()) {
    if (points[index - 1] !== point - 1) edges.push(point);
    if (points[index + 1] !== point + 1) edges.push(point + 1);
  }
  return edges.map((edge, index) => (edge - (edges[index - 1] ?? 0)).toString(36)).join(' ');
}

const points = covered();
const codesOf = (text: string) => rareCharacters(text).map(({ character }) => character);

describe('the table of characters', () => {
  it('is what the faces have', () => {
    const coverage = { runs: runsOf(points) };
    if (process.env.UPDATE_COVERAGE) writeFileSync(FILE, `${JSON.stringify(coverage, null, 2)}\n`);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(coverage);
    expect(coverage.runs.length).toBeLessThan(6000);
  });

  it('is read so that every character is where the faces have it, and none else', () => {
    const all = new Set(points);
    const wrong: string[] = [];
    for (let point = 0x20; point < 0x32000; point += 1) {
      const character = String.fromCodePoint(point);
      if (/[\p{C}\s\p{Default_Ignorable_Code_Point}]/u.test(character)) continue;
      if (all.has(point) !== (rareCharacters(character).length === 0)) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('rare characters', () => {
  it('are none in what people usually write', () => {
    const text = '张三·阿不都热依木\n（2025年）“甲”——3.5 mg/L，α-酮酸≥10％；①②Ⅲ\u3000𠮷䶮㐂';
    expect(codesOf(text)).toEqual([]);
  });

  it('are named once, in order, with what is written in their place', () => {
    const [a, b, c, ...others] = rareCharacters('甲\ue863乙\ue123丙\u{10fffd}\ue863');
    expect(others).toEqual([]);
    expect(a).toEqual({ character: '\ue863', isPrivate: true, standard: '䶮' });
    expect(b).toEqual({ character: '\ue123', isPrivate: true, standard: undefined });
    expect(c).toEqual({ character: '\u{10fffd}', isPrivate: true, standard: undefined });
  });

  it('are those that no face has, marks that show nothing aside', () => {
    expect(rareCharacters('甲\u{1f600}乙')).toEqual([
      { character: '\u{1f600}', isPrivate: false, standard: undefined },
    ]);
    expect(codesOf('葛\u{e0100}\u200d\ufe0f\t')).toEqual([]);
  });
});

/** Bytes of GB 18030 from one pair on, as the older standards led to private-use code points in this order. */
function run(first: number, row: number, cells: number[]): [string, string][] {
  const decoder = new TextDecoder('gb18030');
  return cells.map((cell, index) => [
    String.fromCodePoint(first + index),
    decoder.decode(Uint8Array.of(row, cell)),
  ]);
}

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Those that the platform's table of GB 18030 still leaves private, as GB 18030-2022 has them. */
const FROM_EXTENSION_B = {
  '\ue816': '\u{20087}',
  '\ue817': '\u{20089}',
  '\ue818': '\u{200cc}',
  '\ue831': '\u{215d7}',
  '\ue83b': '\u{2298f}',
  '\ue855': '\u{241fe}',
};

describe('what stands in place of private-use characters', () => {
  const pairs: [string, string][] = [
    ...run(0xe78d, 0xa6, [...span(0xd9, 0xdf), 0xec, 0xed, 0xf3]),
    ...run(0xe7c7, 0xa8, [0xbc, 0xbf]),
    ...run(0xe7e7, 0xa9, span(0x89, 0x95)),
    ...run(
      0xe815,
      0xfe,
      span(0x50, 0xa0).filter((cell) => cell !== 0x7f),
    ),
  ];

  it('is what their bytes in GB 18030 mean today', () => {
    const standard = new Map([...pairs, ...Object.entries(FROM_EXTENSION_B)]);
    expect(standard.size).toBe(105);
    for (const [character, wanted] of standard)
      expect(rareCharacters(character)).toEqual([{ character, isPrivate: true, standard: wanted }]);
  });

  it('is known of no other', () => {
    const known = new Set(pairs.map(([character]) => character));
    const others = span(0xe000, 0xf8ff)
      .map((point) => String.fromCodePoint(point))
      .filter((one) => !known.has(one));
    expect(others.filter((one) => rareCharacters(one)[0]?.standard !== undefined)).toEqual([]);
  });
});
