import { PDFArray, type PDFContext, PDFHexString, type PDFObject, type PDFRef, PDFString } from 'pdf-lib';
import { attributesOf, type Element, name } from './elements.ts';

/** What one part of a file puts before names that another part may have as well, as long for each part. */
export const markOf = (part: number): string => `${part.toString().padStart(6, '0')}-`;

/**
 * Gives the elements of a part ids that no other part has: what prints the parts counts them from one again whenever it
 * is started. Cells that name their heads by id are changed along.
 * @returns the leaf of the tree by which elements are found (ISO 32000-1, 7.9.6); null where no element has an id
 */
export function renameIds(context: PDFContext, elements: readonly Element[], mark: string): PDFRef | null {
  for (const headers of headersOf(context, elements))
    for (const [index, id] of headers.asArray().entries()) headers.set(index, marked(id, mark));
  const named = elements.filter(({ dict }) => dict.has(name('ID')));
  const leaves = named.map(({ ref, dict }) => {
    const id = marked(dict.lookup(name('ID')), mark);
    dict.set(name('ID'), id);
    return { id, ref };
  });
  return leafOf(context, leaves);
}

/** Elements may share attributes, which are renamed once. */
function headersOf(context: PDFContext, elements: readonly Element[]): Set<PDFArray> {
  const attributes = elements.flatMap((element) => attributesOf(context, element));
  const lists = attributes.map((one) => one.lookup(name('Headers')));
  return new Set(lists.filter((list) => list instanceof PDFArray));
}

/** Written as digits, so that their order is that of the bytes. */
function marked(id: PDFObject | undefined, mark: string): PDFHexString {
  const bytes = id instanceof PDFString || id instanceof PDFHexString ? id.asBytes() : [];
  return PDFHexString.of(`${Buffer.from(mark).toString('hex')}${Buffer.from(bytes).toString('hex')}`);
}

function leafOf(context: PDFContext, leaves: { id: PDFHexString; ref: PDFRef }[]): PDFRef | null {
  const sorted = leaves.toSorted((a, b) => (a.id.asString() < b.id.asString() ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const names = sorted.flatMap(({ id, ref }) => [id, ref]);
  return context.register(context.obj({ Limits: [first.id, last.id], Names: names }));
}
