import { PDFDocument, type PDFObject, PDFRef } from 'pdf-lib';
import { name } from './elements.ts';
import { shiftKeys } from './parents.ts';
import { reachable } from './reach.ts';
import { movedStructure, type Structure, startsOf, takeStructure } from './structure.ts';
import type { PdfWriter } from './writer.ts';

/** What parts hang on, by numbers of the whole; which part this is, and the first key of structure that is free. */
type Trunk = { pages: number; document: number; part: number; key: number };

/** What the whole has to know of a part. Its references are those of the whole. */
export type Part = {
  pages: PDFRef;
  count: number;
  firstPage: PDFRef | null;
  language: PDFObject | null;
  structure: Structure | null;
};

/** A part that can be written, with the number of each of its objects and of what it hangs on. */
type Ready = {
  objects: Map<PDFRef, PDFObject>;
  numbers: Map<PDFRef, number>;
  pages: PDFRef;
  structure: Structure | null;
};

/**
 * Writes a PDF as a part of a larger one. Its objects are written once each, by other numbers: what led to a page leads
 * to that page.
 * @throws Error where the PDF cannot be read
 */
export async function writePart(
  writer: PdfWriter,
  pdf: Buffer,
  trunk: Trunk,
): Promise<{ part: Part; bytes: Buffer }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true });
  const ready = readyFor(trunk, document, writer);
  const { objects, numbers } = ready;
  const numbered = [...objects].map(([ref, object]) => [numbers.get(ref) ?? 0, object] as const);
  const bytes = await writer.write(numbered, (ref) => numbers.get(ref));
  return { part: inWhole(document, ready), bytes };
}

function readyFor(trunk: Trunk, { catalog, context }: PDFDocument, writer: PdfWriter): Ready {
  const above = { pages: context.nextRef(), document: context.nextRef() };
  const numbers = new Map([
    [above.pages, trunk.pages],
    [above.document, trunk.document],
  ]);
  const taken = takeStructure(catalog, { ...trunk, above: above.document });
  const tree = catalog.Pages();
  tree.set(name('Parent'), above.pages);
  const pages = context.getObjectRef(tree) ?? context.register(tree);
  const parents = taken?.parents ?? new Map();
  const from = [pages, ...(taken ? startsOf(taken.structure) : [])];
  const objects = reachable(context, from, numbers, (object) => shiftKeys(object, parents, trunk.key));
  const first = writer.reserve(objects.size);
  for (const [index, ref] of [...objects.keys()].entries()) numbers.set(ref, first + index);
  return { objects, numbers, pages, structure: taken?.structure ?? null };
}

function inWhole(document: PDFDocument, { numbers, pages, structure }: Ready): Part {
  const moved = (ref: PDFRef): PDFRef => PDFRef.of(numbers.get(ref) ?? 0);
  const [first] = document.getPages();
  return {
    pages: moved(pages),
    count: document.getPageCount(),
    firstPage: first ? moved(first.ref) : null,
    language: document.catalog.lookup(name('Lang')) ?? null,
    structure: structure && movedStructure(structure, moved),
  };
}
