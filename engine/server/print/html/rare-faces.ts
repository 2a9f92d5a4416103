import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { openThreads } from '#server/threads/index.ts';

const FAMILY = 'Rare Characters';
const RARE = /[\u{20000}-\u{2ebef}]/gu;
/** The blocks that each file has. */
const FILES = [
  { name: 'HanaMinB-extension-b.ttf', from: 0x20000, to: 0x2a6df },
  { name: 'HanaMinB-extensions-c-f.ttf', from: 0x2a700, to: 0x2ebef },
];
/** Pages are shown again and again with the same names. */
const KEPT = 200;
const THREAD = new URL('./cut-face.ts', import.meta.url);
const LIMITS = { atOnce: FILES.length, timeMs: 30_000, memoryMb: 256 };
/** A face is 22 MB unpacked. */
const inTurn = pLimit(1);

/** A file of faces, and the characters that are wanted of it. */
export type Cut = { file: string; letters: string };
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
  const cuts = FILES.map(({ name, from, to }) => ({
    file: name,
    letters: letters.filter((letter) => isWithin(letter, from, to)).join(''),
  })).filter((cut) => cut.letters !== '');
  const urls = await inTurn(() => cutAll(cuts));
  const faces = cuts.flatMap(({ letters: own }, at) => (urls[at] ? [{ url: urls[at], letters: own }] : []));
  // A face that took too long on a busy machine is cut again the next time.
  if (faces.length === cuts.length) known.set(text, faces);
  return faces;
}

/** In threads that end with it: such names are few, and nobody else is to wait for the cutting. */
async function cutAll(cuts: readonly Cut[]): Promise<(string | null)[]> {
  const threads = openThreads<Cut, string>(THREAD, LIMITS);
  try {
    return await Promise.all(cuts.map((cut) => threads.ask(cut)));
  } finally {
    await threads.close();
  }
}

const isWithin = (letter: string, from: number, to: number): boolean => {
  const point = letter.codePointAt(0) ?? 0;
  return point >= from && point <= to;
};

const rangeOf = (letters: string): string =>
  [...letters].map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join(',');
