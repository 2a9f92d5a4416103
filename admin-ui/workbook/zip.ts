import { crc32 } from '#core/zip/index.ts';
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refused.ts';

/** A file of an archive: as it is packed, and how long its directory says it is. */
export type ZipEntry = { path: string; method: number; packed: Uint8Array; size: number; sum: number };

const [END, ENTRY, HEAD] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, ENTRY_LENGTH, HEAD_LENGTH] = [22, 46, 30];
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const [STORED, DEFLATED] = [0, 8];

/**
 * The files of an archive by their paths, nothing unpacked yet. Throws WorkbookRefused: broken, encrypted, or larger than
 * is read. A directory that lists the same bytes twice is no honest one.
 */
export function entriesOf(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = listed(bytes, view);
    const sum = (of: (entry: ZipEntry) => number) => entries.reduce((all, entry) => all + of(entry), 0);
    if (sum(({ size }) => size) > LIMITS.unpackedBytes) throw new WorkbookRefused('too-much');
    const byPath = new Map(entries.map((entry) => [entry.path, entry]));
    const overlaps = sum(({ packed }) => packed.length) > bytes.length || byPath.size < entries.length;
    if (overlaps) throw new WorkbookRefused('broken');
    return byPath;
  } catch (error) {
    // A number that leads out of the file.
    throw error instanceof RangeError ? new WorkbookRefused('broken') : error;
  }
}

function listed(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) throw new WorkbookRefused('too-much');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new WorkbookRefused('broken');
    entries.push(entryAt(bytes, view, at));
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  return entries;
}

/** Where the directory says that it ends: behind it stands a comment at most. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new WorkbookRefused('broken');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const long = (offset: number) => view.getUint32(at + offset, true);
  const short = (offset: number) => view.getUint16(at + offset, true);
  const path = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + short(28)));
  if (short(8) & ENCRYPTED) throw new WorkbookRefused('encrypted');
  const method = short(10);
  if (method !== STORED && method !== DEFLATED) throw new WorkbookRefused('broken', path);
  const head = long(42);
  if (view.getUint32(head, true) !== HEAD) throw new WorkbookRefused('broken', path);
  const start = head + HEAD_LENGTH + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  const [length, size] = [long(20), long(24)];
  if (start + length > bytes.length) throw new WorkbookRefused('broken', path);
  return { path, method, packed: bytes.subarray(start, start + length), size, sum: long(16) };
}

/**
 * What is in a file of an archive, piece by piece. Throws WorkbookRefused as soon as it is longer than the directory
 * says, or where it is not what was packed.
 */
export async function* unpacked({ path, method, packed, size, sum }: ZipEntry): AsyncGenerator<Uint8Array> {
  let length = 0;
  let now = 0;
  try {
    for await (const piece of method === STORED ? [packed] : inflated(packed)) {
      length += piece.length;
      if (length > size) throw new WorkbookRefused('broken', path);
      now = crc32(piece, now);
      yield piece;
    }
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('broken', path);
  }
  if (length !== size || now !== sum) throw new WorkbookRefused('broken', path);
}

/** Piece by piece: a reader who stops unpacks no more. */
async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
