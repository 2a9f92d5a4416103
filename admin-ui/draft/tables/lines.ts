import type { Change } from '#core/change/index.ts';
import { cleanLines } from '#core/text/index.ts';

/** What a line of a table becomes: changes with the sentence of them, nothing new, or why it is refused. */
export type ReadLine = { text: string; changes: Change[]; refused?: string };

/** What comes out of a draft as a table, and what a table makes of a draft. */
export type Exchange = {
  title: string;
  headings: string[];
  lines: string[][];
  /** What lines become, in their order; a line knows those before it. */
  read: (lines: string[][]) => ReadLine[];
};

/** Whether two cells show the same, whatever wrote them. */
export const sameCell = (one: string, other: string): boolean => cleanLines(one) === cleanLines(other);

/** Lines without their headings; `isWhole`: they were there, so that every cell means what it shows, an empty one too. */
export function belowHeadings(
  lines: string[][],
  headings: readonly string[],
): { isWhole: boolean; rest: string[][] } {
  const [first = [], ...rest] = lines;
  const isWhole = headings.every((heading, index) => sameCell(first[index] ?? '', heading));
  return isWhole ? { isWhole, rest } : { isWhole, rest: lines };
}

/** A line with what it says of itself: nothing becomes of it. */
export const refusedLine = (text: string, refused: string): ReadLine => ({ text, changes: [], refused });
