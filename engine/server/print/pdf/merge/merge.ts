import type { Bookmark } from './outline.ts';
import { OWN, OWN_COUNT, ownObjects } from './own.ts';
import { type Part, writePart } from './part.ts';
import { openPdfWriter } from './writer.ts';

/** Puts PDFs behind one another. All its pieces, put behind one another, are the whole. */
type MergedPdf = {
  /** The piece with one more. A title is what its bookmark says. */
  add: (pdf: Buffer, title: string) => Promise<Buffer>;
  /** The last piece. */
  end: () => Promise<Buffer>;
};

/**
 * One PDF of many, with a bookmark at the first page of each, tagged as they are: each is a document of its own to
 * whoever has the whole read out. What is written is not held, so that memory does not grow with what the parts are.
 * @param date - in ISO 8601; the same parts give the same bytes
 * @throws Error where a part cannot be read
 */
export function openMergedPdf(title: string, date: string): MergedPdf {
  const writer = openPdfWriter();
  writer.reserve(OWN_COUNT);
  const parts: Part[] = [];
  const bookmarks: Bookmark[] = [];
  let key = 0;
  return {
    async add(pdf, bookmark) {
      const { part, bytes } = await writePart(writer, pdf, { ...OWN, part: parts.length, key });
      key += part.structure?.keys ?? 0;
      parts.push(part);
      if (part.firstPage) bookmarks.push({ title: bookmark, page: part.firstPage });
      return bytes;
    },
    async end() {
      const outline = writer.reserve(bookmarks.length + 1);
      const objects = ownObjects({ title, date, parts, bookmarks, outline, key });
      const bytes = await writer.write(objects, ({ objectNumber }) => objectNumber);
      return Buffer.concat([bytes, await writer.end(OWN.catalog, OWN.info)]);
    },
  };
}
