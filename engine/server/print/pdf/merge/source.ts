import { PDFArray, PDFDict, type PDFObject, PDFRef } from 'pdf-lib';

/** The number that an object has in the file that is written; nothing where it is not in it. */
export type NumberOf = (ref: PDFRef) => number | undefined;

/** An object as a file has it (ISO 32000-1, 7.3), each reference by its number there; a stream is none of these. */
export function sourceOf(object: PDFObject, numberOf: NumberOf): string {
  if (object instanceof PDFRef) return referenceTo(numberOf(object));
  if (object instanceof PDFDict) {
    const entries = object.entries().map(([key, value]) => `${key} ${sourceOf(value, numberOf)}`);
    return `<<${entries.join('\n')}>>`;
  }
  if (object instanceof PDFArray) {
    const items = object.asArray().map((item) => sourceOf(item, numberOf));
    return `[${items.join(' ')}]`;
  }
  return object.toString();
}

/** What leads to nothing is null (7.3.10). */
const referenceTo = (number: number | undefined): string => (number === undefined ? 'null' : `${number} 0 R`);
