import { type PDFContext, type PDFDict, PDFHexString, PDFRef } from 'pdf-lib';
import type { Numbered } from './writer.ts';

export type Bookmark = { title: string; page: PDFRef };

/**
 * A flat list of bookmarks (ISO 32000-1, 12.3.3).
 * @param first - the number of the first of its objects: one for the list, one for each bookmark
 */
export function outlineOf(context: PDFContext, bookmarks: readonly Bookmark[], first: number): Numbered[] {
  const root = PDFRef.of(first);
  const refs = bookmarks.map((_, index) => PDFRef.of(first + 1 + index));
  const list = { Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: refs.length };
  const items = bookmarks.map(({ title, page }, index): Numbered => {
    const [before, after] = [refs[index - 1], refs[index + 1]];
    const item: PDFDict = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: root,
      Dest: [page, 'Fit'],
      ...(before && { Prev: before }),
      ...(after && { Next: after }),
    });
    return [first + 1 + index, item];
  });
  return [[first, context.obj(list)], ...items];
}
