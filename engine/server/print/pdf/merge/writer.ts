import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { type PDFObject, PDFStream } from 'pdf-lib';
import { type NumberOf, sourceOf } from './source.ts';
import { openObjectTable, WIDTHS } from './table.ts';

const packed = promisify(deflate);
/** Bytes above 127, so that nobody takes the file for text (ISO 32000-1, 7.5.2). */
const HEAD = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
/** More together are packed smaller; a reader unpacks all of them for one. */
const TOGETHER = 200;

export type Numbered = readonly [number: number, object: PDFObject];

/** Writes a PDF from its beginning to its end, in pieces that stand behind one another; it holds none of them. */
export type PdfWriter = {
  /** Numbers for so many objects: the first of them. */
  reserve: (count: number) => number;
  /** The piece with these objects: streams as they are, others packed. */
  write: (objects: readonly Numbered[], numberOf: NumberOf) => Promise<Buffer>;
  /** The last piece, for a catalog and an information dictionary that are written. */
  end: (root: number, info: number) => Promise<Buffer>;
};

/** A PDF without an object. */
export function openPdfWriter(): PdfWriter {
  const table = openObjectTable();
  let size = 1;
  let length = HEAD.length;
  let pieces: Uint8Array[] = [HEAD];

  const reserve = (count: number): number => {
    size += count;
    return size - count;
  };
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const putStream = (number: number, dict: string, content: Uint8Array): void => {
    table.at(number, length);
    put(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'));
    put(content);
    put(Buffer.from('\nendstream\nendobj\n'));
  };
  /** An object stream (ISO 32000-1, 7.5.7). */
  const putTogether = async (objects: readonly Numbered[], numberOf: NumberOf): Promise<void> => {
    const stream = reserve(1);
    for (const [index, [number]] of objects.entries()) table.within(number, stream, index);
    const { index, bodies } = laidOut(objects, numberOf);
    const content = await packed(Buffer.from(index + bodies, 'latin1'));
    const more = `/Type /ObjStm\n/N ${objects.length}\n/First ${index.length}`;
    putStream(stream, packedDict(content, more), content);
  };
  const written = (): Buffer => {
    const piece = Buffer.concat(pieces);
    pieces = [];
    return piece;
  };

  return {
    reserve,
    async write(objects, numberOf) {
      for (const [number, object] of objects) {
        if (!(object instanceof PDFStream)) continue;
        object.updateDict();
        putStream(number, sourceOf(object.dict, numberOf), object.getContents());
      }
      const others = objects.filter(([, object]) => !(object instanceof PDFStream));
      for (let from = 0; from < others.length; from += TOGETHER)
        await putTogether(others.slice(from, from + TOGETHER), numberOf);
      return written();
    },
    async end(root, info) {
      const start = length;
      const number = reserve(1);
      table.at(number, start);
      const content = await packed(table.rows(size));
      const more = `/Type /XRef\n/Size ${size}\n/W [${WIDTHS.join(' ')}]\n/Root ${root} 0 R\n/Info ${info} 0 R`;
      putStream(number, packedDict(content, more), content);
      put(Buffer.from(`startxref\n${start}\n%%EOF\n`));
      return written();
    },
  };
}

/** The objects behind one another, and before them the number and the offset of each. */
function laidOut(objects: readonly Numbered[], numberOf: NumberOf): { index: string; bodies: string } {
  let index = '';
  let bodies = '';
  for (const [number, object] of objects) {
    index += `${number} ${bodies.length} `;
    bodies += `${sourceOf(object, numberOf)}\n`;
  }
  return { index, bodies };
}

const packedDict = ({ length }: Uint8Array, more: string): string =>
  `<<${more}\n/Filter /FlateDecode\n/Length ${length}>>`;
