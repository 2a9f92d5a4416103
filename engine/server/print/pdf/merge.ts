import { PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';

/** Puts PDFs behind one another. */
type MergedPdf = {
  /** A title is what its bookmark says. */
  add: (pdf: Buffer, title: string) => Promise<void>;
  /** The whole. */
  end: () => Promise<Buffer>;
};

type Bookmark = { title: string; page: PDFRef };

/**
 * One PDF of many, with a bookmark at the first page of each.
 * @param date - in ISO 8601; the same parts give the same bytes
 * @throws Error where a part cannot be read
 */
export async function openMergedPdf(title: string, date: string): Promise<MergedPdf> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const bookmarks: Bookmark[] = [];
  whole.setTitle(title, { showInWindowTitleBar: true });
  whole.setCreationDate(new Date(date));
  whole.setModificationDate(new Date(date));
  return {
    async add(pdf, name) {
      const part = await PDFDocument.load(pdf, { updateMetadata: false });
      const pages = await whole.copyPages(part, part.getPageIndices());
      for (const page of pages) whole.addPage(page);
      const [first] = pages;
      if (first) bookmarks.push({ title: name, page: first.ref });
    },
    async end() {
      outline(whole, bookmarks);
      return Buffer.from(await whole.save({ addDefaultPage: false, updateFieldAppearances: false }));
    },
  };
}

/** A flat list (ISO 32000-1, 12.3.3), open when the file is. */
function outline({ context, catalog }: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, { title, page }] of bookmarks.entries()) {
    const [ref, before, after] = [refs[index], refs[index - 1], refs[index + 1]];
    if (!ref) continue;
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: root,
      Dest: [page, 'Fit'],
      ...(before && { Prev: before }),
      ...(after && { Next: after }),
    });
    context.assign(ref, item);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (!first || !last) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
