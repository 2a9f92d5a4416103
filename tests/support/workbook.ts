import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const STORED = 0;

/** The files in a ZIP by their paths, as its directory at the end lists them. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== END) throw new Error('this is no ZIP, or one with a comment at its end');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, more, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(path, contentAt(bytes, at));
    at += 46 + (name ?? 0) + (more ?? 0) + (comment ?? 0);
  }
  return files;
}

/** `at` is the entry in the directory; before the content itself stands a second head. */
function contentAt(bytes: Buffer, at: number): Buffer {
  const head = bytes.readUInt32LE(at + 42);
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  return bytes.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed);
}

/** A cell as it stands in the file: its text, and whether it is text to Excel or a number. */
export type SheetCell = { text: string; type: string };

/** The first worksheet of an .xlsx, line by line, read from its XML. */
export function worksheet(bytes: Buffer): SheetCell[][] {
  const xml = unzip(bytes).get('xl/worksheets/sheet1.xml')?.toString('utf8');
  if (xml === undefined) throw new Error('the workbook has no first worksheet');
  return [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, marks = '', inner = '']) => ({
      type: /\bt="(\w+)"/.exec(marks)?.[1] ?? 'n',
      text: plain(inner),
    })),
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A file to be put into a ZIP, and what the archive says of it that is not so. */
export type ZipPart = {
  path: string;
  content: string | Buffer;
  /** How long the archive says that it is. */
  declared?: number;
  flags?: number;
};

/** A ZIP of these files, deflated. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const heads: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content, declared, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const fields = Buffer.alloc(26);
    for (const [offset, value] of [
      [0, 20],
      [2, flags],
      [4, 8],
      [8, 0x21],
      [22, name.length],
    ] as const)
      fields.writeUInt16LE(value, offset);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, place, name);
    heads.push(Buffer.from('504b0304', 'hex'), fields, name, packed);
    at = heads.reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  for (const offset of [8, 10]) end.writeUInt16LE(parts.length, offset);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, ...directory, end]);
}
