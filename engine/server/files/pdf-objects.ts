import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
} from 'pdf-lib';

/** Everything that could be an object of a PDF; `unreadable` = bytes behind an object's head that are none. */
export type PdfObjects = {
  /** By number; several where it was written several times, whichever of them counts. */
  byNumber: Map<number, PDFObject[]>;
  trailers: PDFObject[];
  unreadable: string[];
};

/** `12 0 obj`, also with comments between; whichever offsets a reader goes by, objects begin so. */
const HEAD = /(\d{1,10})(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+\d{1,5}(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*obj/g;
const TRAILER = /trailer/g;
const END = 'endobj';
/** Bytes that the structure of a file (not its pictures) may unpack to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** The structure is packed in a way that no honest writer uses. */
export class TooComplex extends Error {}

/**
 * Reads every object of a PDF, packed ones included. A reader finds objects by their offsets, so nothing is skipped
 * because it seems to be inside a stream, a text or a comment. Throws TooComplex.
 */
export function objectsOf(bytes: Buffer): PdfObjects {
  const context = PDFContext.create();
  const text = bytes.toString('latin1');
  const found: PdfObjects = { byNumber: new Map(), trailers: [], unreadable: [] };
  const budget = { left: MOST_UNPACKED };
  for (const match of text.matchAll(HEAD)) {
    const start = match.index + match[0].length;
    const object = objectAt(bytes, start, context);
    if (!object) found.unreadable.push(text.slice(start, endOf(text, start)));
    else keep(found, Number(match[1]), object);
    if (object instanceof PDFRawStream && isPack(object.dict)) unpackInto(found, object, budget, context);
  }
  for (const match of text.matchAll(TRAILER)) {
    const object = objectAt(bytes, match.index + match[0].length, context);
    if (object) found.trailers.push(object);
  }
  return found;
}

function endOf(text: string, start: number): number {
  const end = text.indexOf(END, start);
  return end < 0 ? text.length : end;
}

function keep({ byNumber }: PdfObjects, number: number, object: PDFObject): void {
  byNumber.set(number, [...(byNumber.get(number) ?? []), object]);
}

/** Null for what is no object. Throws TooComplex where it is nested deeper than the stack. */
function objectAt(bytes: Uint8Array, start: number, context: PDFContext): PDFObject | null {
  try {
    return PDFObjectParser.forBytes(bytes.subarray(start), context).parseObject();
  } catch (error) {
    if (error instanceof RangeError) throw new TooComplex();
    return null;
  }
}

/** A stream of objects, whatever its type says. */
const isPack = (dict: PDFDict): boolean =>
  dict.get(PDFName.of('Type')) === PDFName.of('ObjStm') ||
  (dict.has(PDFName.of('First')) && dict.has(PDFName.of('N')));

function unpackInto(
  found: PdfObjects,
  stream: PDFRawStream,
  budget: { left: number },
  context: PDFContext,
): void {
  const bytes = unpacked(stream, budget);
  const first = numberIn(stream.dict, 'First');
  const head = bytes.toString('latin1', 0, first).match(/\d+/g) ?? [];
  for (let at = 0; at < numberIn(stream.dict, 'N'); at += 1) {
    const [number, offset] = [head[2 * at], head[2 * at + 1]];
    if (number === undefined || offset === undefined) throw new TooComplex();
    const object = objectAt(bytes, first + Number(offset), context);
    if (!object) throw new TooComplex();
    keep(found, Number(number), object);
  }
}

function numberIn(dict: PDFDict, key: string): number {
  const value = dict.get(PDFName.of(key));
  if (!(value instanceof PDFNumber)) throw new TooComplex();
  return value.asNumber();
}

/** Throws TooComplex when it is packed twice, in an odd way, or unpacks to more than the budget. */
function unpacked({ dict, contents }: PDFRawStream, budget: { left: number }): Buffer {
  const filter = dict.get(PDFName.of('Filter'));
  if (filter === undefined) return Buffer.from(contents);
  const names = filter instanceof PDFArray ? filter.asArray() : [filter];
  const isPlain = names.length === 1 && names.every((name) => FLATE.includes(String(name)));
  if (!isPlain || dict.has(PDFName.of('DecodeParms'))) throw new TooComplex();
  try {
    const bytes = inflateSync(contents, { maxOutputLength: Math.max(budget.left, 1) });
    budget.left -= bytes.length;
    return bytes;
  } catch {
    throw new TooComplex();
  }
}

const FLATE = ['/FlateDecode', '/Fl'];
