import { breakChances } from './break-chances.ts';

/** How wide a letter is, in parts of the size of its letters (1 = an em). */
export type Advance = (letter: string) => number;

const UNIT = 64;

/** A length as Chromium has it: in whole 64ths of a pixel. */
export const inUnits = (pixels: number): number => Math.floor(pixels * UNIT) / UNIT;

/** Blanks at the end of a line take no room, whatever their width (CSS Text 3, 4.1.2); those that hold together are none. */
const HANGS = /^[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/;

/**
 * The lines of a text in a box: greedy, and where a single word is wider than the box, within the word. A line that its
 * writer ended has its `\n` at the end, which takes no room: who shortens the text takes it off, too.
 * @param width - of the box, in pixels
 * @param size - of the letters, in pixels
 */
export function breakLines(text: string, width: number, size: number, advance: Advance): string[] {
  const box = { width, size, advance };
  return text.split('\n').flatMap((part, index, all) => {
    const lines = linesOf(collapsed(part), box);
    return index === all.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}\n`];
  });
}

/** White space as CSS has it; blanks as wide as a sign are none, and begin many a paragraph. */
const collapsed = (text: string): string => text.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');

/**
 * How wide the widest short word of a text is, in ems; 0 where there is none. In a box that is narrower it would be torn:
 * `（2` and `）`, `100` and `0000`. Long words (numbers of certificates, addresses) may be.
 */
export function widestShortWord(text: string, advance: Advance): number {
  const widths = wordsOf(text).map((word) => [...word].reduce((sum, letter) => sum + advance(letter), 0));
  return Math.max(0, ...widths.filter((ems) => ems <= SHORT));
}

/** Up to so many ems a word is short: a number of seven digits, four Chinese signs that hold together. */
const SHORT = 4;

/** What stays together of a text, without the blanks behind it. */
function wordsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const letters = [...line.trim()];
    const starts = breakChances(letters).flatMap((isChance, at) => (isChance || at === 0 ? [at] : []));
    return starts.map((from, index) =>
      letters
        .slice(from, starts[index + 1])
        .join('')
        .trimEnd(),
    );
  });
}

type Box = { width: number; size: number; advance: Advance };

function linesOf(text: string, { width, size, advance }: Box): string[] {
  const letters = [...text];
  const chances = breakChances(letters);
  const widthOf = (letter: string): number => Math.round(advance(letter) * Math.floor(size * UNIT)) / UNIT;
  const lines: string[] = [];
  let start = 0;
  let last = 0;
  let used = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (chances[at]) last = at;
    const wide = widthOf(letter);
    if (used + wide > width && !HANGS.test(letter) && at > start) {
      const end = last > start ? last : at;
      lines.push(letters.slice(start, end).join(''));
      start = end;
      last = end;
      used = letters.slice(start, at).reduce((sum, one) => sum + widthOf(one), 0);
    }
    used += wide;
  }
  return [...lines, letters.slice(start).join('')];
}
