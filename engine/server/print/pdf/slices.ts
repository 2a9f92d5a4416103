import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FACES, stylesOf, withStyles } from '#core/vocabulary/index.ts';
import { openThreads } from '#server/threads/index.ts';
import { sharedFolder } from './shared-folder.ts';

const require = createRequire(import.meta.url);

/** A face that is cut: its file, and what its slices are called. */
export type Whole = { path: string; name: string };
/** What is to be cut out of a face, and where it goes. */
export type Slice = { path: string; letters: string; folder: string; name: string };

const gb = new TextDecoder('gb18030');

/** The characters of these rows of GB/T 2312. */
function rowsOf(from: number, to: number): string {
  const cells = { from: 0xa1, to: 0xfe };
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at + 0xa0);
  const codes = rows.flatMap((row) =>
    Array.from({ length: cells.to - cells.from + 1 }, (_, at) =>
      gb.decode(Uint8Array.of(row, cells.from + at)),
    ),
  );
  return codes.filter((code) => /^[^\uE000-\uF8FF\uFFFD]$/.test(code)).join('');
}

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

/**
 * Chromium reads a face as a whole for each print, so that one of 14 MB costs 360 ms of the processor, whatever is printed
 * of it, and one of 2 MB 45. First what nearly every sheet needs: Latin, signs, the 3,755 characters of level 1; then
 * level 2; what is in neither is looked for in the whole face.
 */
const SLICES: readonly string[] = [
  range(0x20, 0x24f) +
    range(0x2000, 0x206f) +
    range(0x3000, 0x303f) +
    range(0xff00, 0xffef) +
    rowsOf(1, 9) +
    rowsOf(16, 55),
  rowsOf(56, 87),
];

/** Changes with what stands in which slice, and with what cuts them. */
export const SLICES_KEY: string = createHash('sha256')
  .update(JSON.stringify(SLICES))
  .update(readFileSync(require.resolve('subset-font/package.json')))
  .digest('hex')
  .slice(0, 16);

const THREAD = new URL('./cut-slice.ts', import.meta.url);
const LIMITS = { atOnce: 1, timeMs: 120_000, memoryMb: 512 };

/**
 * Cuts faces into slices, in a thread, unless that has been done here before.
 * @param key - changes with the faces
 * @returns a folder for each slice, the most common first
 */
export async function cutSlices(key: string, faces: readonly Whole[]): Promise<string[]> {
  const folders = SLICES.map((_, at) => sharedFolder(`print-slices-${key}-${SLICES_KEY}-${at + 1}`));
  const missing = folders.flatMap((folder, at) =>
    faces
      .filter(({ name }) => !existsSync(join(folder, name)))
      .map(({ path, name }): Slice => ({ path, name, folder, letters: SLICES[at] ?? '' })),
  );
  if (missing.length === 0) return folders;
  const threads = openThreads<Slice, true>(THREAD, LIMITS);
  const cut = await Promise.all(missing.map((slice) => threads.ask(slice)));
  await threads.close();
  if (cut.includes(null)) throw new Error('The faces of prints could not be cut.');
  return folders;
}

const FAMILY = new RegExp(`(["'])(${Object.values(FACES).join('|')})\\1`, 'g');

/** What a family is called in a slice; the first keeps its name, the last is the whole face. */
export const familyOf = (family: string, at: number): string => (at === 0 ? family : `${family} ${at + 1}`);

/** A page that asks for the slices of its faces one after the other. */
export const withSlices = (html: string): string =>
  withStyles(
    html,
    stylesOf(html).map(({ text }) =>
      text.replaceAll(FAMILY, (_, quote: string, family: string) =>
        [0, ...SLICES.map((_letters, at) => at + 1)]
          .map((at) => `${quote}${familyOf(family, at)}${quote}`)
          .join(),
      ),
    ),
  );
