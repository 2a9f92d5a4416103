import { LRUCache } from 'lru-cache';
import { FACES, stylesOf, withStyles } from '#core/vocabulary/index.ts';
import { openThreads } from '#server/threads/index.ts';
import { PACKAGED_FACES } from '../pdf/fonts.ts';

const RARE = 'Rare Characters';
/** Faces of characters of Extensions B to F, each with the blocks that it has. */
const RARE_FACES = [
  { file: 'HanaMinB-extension-b.ttf', from: 0x20000, to: 0x2a6df },
  { file: 'HanaMinB-extensions-c-f.ttf', from: 0x2a700, to: 0x2ebef },
];
/** Pages are shown again and again, with other settings or unchanged. */
const MOST_BYTES = 32_000_000;
const THREAD = new URL('./cut-face.ts', import.meta.url);
/** A face is 10 to 22 MB: a thread that nobody needs gives back what it took. */
const LIMITS = { atOnce: 2, timeMs: 30_000, memoryMb: 256, idleMs: 60_000 };
const threads = openThreads<Cut, string>(THREAD, LIMITS);

/** A file of faces, packed or not, and the characters that are wanted of it. */
export type Cut = { file: string; isPacked: boolean; letters: string };
type Face = Cut & { family: string; weight?: number };

const known = new LRUCache<string, string>({ maxSize: MOST_BYTES, sizeCalculation: (url) => url.length });

/**
 * A page of a sheet with the product's faces, cut to the characters that stand on it: what it looks like, how many lines
 * it takes and what the reader's browser prints of it do not depend on the machine of whoever opens it.
 */
export async function withFaces(page: string): Promise<string> {
  const faces = facesOf(page);
  const urls = await cutAll(faces);
  const rules = faces.map((face, at) => ruleOf(face, urls[at]));
  return withRare(page, faces)
    .replace("font-src 'none'", 'font-src data:')
    .replace('</head>', `<style>${rules.join('')}</style></head>`)
    .replace(/<\/body><\/html>$/, (end) => (HAS_EDGES.test(page) ? FETCHED : '') + end);
}

/** Texts in the margins of the paper, for which no browser fetches a face by itself. */
const HAS_EDGES = /@(?:top|bottom|left|right)-(?:left|right|top|bottom|center|middle)/i;

/** A letter in each face, which is not seen and takes no room. */
const FETCHED = `<div aria-hidden="true" style="all:initial;position:absolute;visibility:hidden;width:0;height:0;overflow:hidden">${PACKAGED_FACES.map(
  ({ family, weight }) => `<span style="font:${weight} 1px ${family}">a</span>`,
).join('')}</div>`;

/** Each face that comes in a package has everything but the rare characters, and is asked for all of the page's. */
function facesOf(page: string): Face[] {
  const letters = [...new Set(page)].filter((letter) => letter >= ' ').sort();
  const common = letters.filter((letter) => !RARE_FACES.some((face) => isWithin(letter, face))).join('');
  const rare = RARE_FACES.map(({ file, ...range }) => ({
    ...{ file, isPacked: true, family: RARE },
    letters: letters.filter((letter) => isWithin(letter, range)).join(''),
  }));
  return [
    ...rare.filter((face) => face.letters !== ''),
    ...PACKAGED_FACES.map(({ path, ...face }) => ({
      ...face,
      file: path,
      isPacked: false,
      letters: common,
    })),
  ];
}

/** Addresses of the faces, in their order; null for one that could not be cut in time, which the next page asks for again. */
async function cutAll(faces: readonly Face[]): Promise<(string | null)[]> {
  await Promise.all(faces.filter((face) => !known.has(keyOf(face))).map(cut));
  return faces.map((face) => known.get(keyOf(face)) ?? null);
}

/** In a thread, so that nobody else waits. */
async function cut(face: Face): Promise<void> {
  const { file, isPacked, letters } = face;
  const url = await threads.ask({ file, isPacked, letters });
  if (url !== null) known.set(keyOf(face), url);
}

const keyOf = ({ file, letters }: Face): string => `${file}\n${letters}`;

const isWithin = (letter: string, { from, to }: { from: number; to: number }): boolean => {
  const point = letter.codePointAt(0) ?? 0;
  return point >= from && point <= to;
};

/** The face of rare characters stands first in every list, for those characters alone. */
function withRare(page: string, faces: readonly Face[]): string {
  if (!faces.some(({ family }) => family === RARE)) return page;
  return withStyles(
    page,
    stylesOf(page).map(({ text }) => text.replaceAll(LISTED, `"${RARE}",$&`)),
  );
}

const LISTED = new RegExp(`"(?:${Object.values(FACES).join('|')})"`, 'g');

function ruleOf({ family, weight, letters }: Face, url: string | null | undefined): string {
  if (!url) return '';
  const range = family === RARE ? `;unicode-range:${rangeOf(letters)}` : '';
  return `@font-face{font-family:"${family}"${weight === undefined ? '' : `;font-weight:${weight}`};src:url(${url})${range}}`;
}

const rangeOf = (letters: string): string =>
  [...letters].map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join(',');
