/** What a merged PDF holds. */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';
import { openMergedPdf } from '#server/print/index.ts';

const DATE = '2026-05-08T01:02:03.000Z';

/** These parts behind one another. */
export async function merged(parts: readonly Buffer[]): Promise<Buffer> {
  const whole = openMergedPdf('Whole', DATE);
  const pieces: Buffer[] = [];
  for (const [at, part] of parts.entries()) pieces.push(await whole.add(part, `Part ${at}`));
  pieces.push(await whole.end());
  return Buffer.concat(pieces);
}

/** A PDF, and its dictionaries of one type in the order of their numbers. */
export async function opened(pdf: Buffer) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true });
  const { catalog, context } = document;
  const all = context.enumerateIndirectObjects().map(([, object]) => object);
  const typed = (type: string): PDFDict[] =>
    all
      .filter((one) => one instanceof PDFDict)
      .filter((one) => one.get(PDFName.of('Type')) === PDFName.of(type));
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  return { document, catalog, context, all, typed, root };
}

/** The text of a string object; null for anything else. */
export const textIn = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
