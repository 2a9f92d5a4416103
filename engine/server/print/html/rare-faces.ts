import { LRUCache } from 'lru-cache';
import subsetFont from 'subset-font';
import { readRareFace } from '../pdf/rare-faces.ts';

const FAMILY = 'Rare Characters';
const RARE = /[\u{20000}-\u{2ebef}]/gu;
/** The blocks that each file has. */
const FILES = [
  { name: 'HanaMinB-extension-b.ttf', from: 0x20000, to: 0x2a6df },
  { name: 'HanaMinB-extensions-c-f.ttf', from: 0x2a700, to: 0x2ebef },
];
/** Pages are shown again and again with the same names. */
const KEPT = 200;

type Face = { url: string; letters: string };

const known = new LRUCache<string, Face[]>({ max: KEPT });

/**
 * A page of a sheet with the product's faces for its characters of Extensions B to F, cut to those that stand on it: what
 * it looks like does not depend on the machine of whoever opens it. A page without such characters is left as it is.
 */
export async function withRareFaces(page: string): Promise<string> {
  const letters = [...new Set(page.match(RARE) ?? [])].sort();
  if (letters.length === 0) return page;
  const faces = await facesFor(letters);
  const rules = faces.map(
    ({ url, letters: of }) =>
      `@font-face{font-family:"${FAMILY}";src:url(${url}) format("woff2");unicode-range:${rangeOf(of)}}`,
  );
  return page
    .replace("font-src 'none'", 'font-src data:')
    .replace(/<style>(.*?)<\/style>/gs, (style) => style.replaceAll(/\bfont-family:\s*/g, `$&"${FAMILY}",`))
    .replace('</head>', `<style>${rules.join('')}</style></head>`);
}

async function facesFor(letters: readonly string[]): Promise<Face[]> {
  const text = letters.join('');
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  const faces: Face[] = [];
  for (const { name, from, to } of FILES) {
    const own = letters.filter((letter) => isWithin(letter, from, to)).join('');
    if (own !== '') faces.push({ url: await packed(await readRareFace(name), own), letters: own });
  }
  known.set(text, faces);
  return faces;
}

const isWithin = (letter: string, from: number, to: number): boolean => {
  const point = letter.codePointAt(0) ?? 0;
  return point >= from && point <= to;
};

async function packed(face: Buffer, letters: string): Promise<string> {
  const subset = await subsetFont(face, letters, { targetFormat: 'woff2' });
  return `data:font/woff2;base64,${Buffer.from(subset).toString('base64')}`;
}

const rangeOf = (letters: string): string =>
  [...letters].map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join(',');
