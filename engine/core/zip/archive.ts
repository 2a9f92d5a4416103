/** A file of an archive; `bytes` are packed already where `method` is `deflated`. */
export type ArchiveFile = {
  /** In UTF-8. */
  path: Uint8Array;
  method: 'stored' | 'deflated';
  bytes: Uint8Array;
  /** Unpacked. */
  size: number;
  /** CRC-32 of what is unpacked. */
  sum: number;
};

/** Writes an archive file by file: nothing is remembered of a file but its line in the directory. */
type Archive = {
  /** What of the archive this file is. Call it once for each, in order. */
  add: (file: ArchiveFile) => Uint8Array[];
  /** The directory. */
  end: () => Uint8Array[];
};

/** Numbers of two and four bytes. */
type Numbers = [number, 2 | 4][];

/** The first day that the format knows: the same files give the same bytes. */
const DAY_ONE = 0x21;
const VERSION = 20;
/** By Unix: unzip takes the names of others for those of an old code page, whatever the flag of UTF-8 says. */
const MADE_BY = 0x0300 + VERSION;
/** A plain file that its owner writes and everybody reads. */
const ATTRIBUTES = 0o100644 * 0x10000;
const UTF8 = 0x0800;
const METHODS = { stored: 0, deflated: 8 };

/** An archive without ZIP64: up to 65,535 files and 4 GiB. */
export function openArchive(): Archive {
  const directory: Uint8Array[] = [];
  let at = 0;
  let count = 0;
  return {
    add(file) {
      const { path } = file;
      const shared = common(file, path.length);
      const head = numbers([[0x04034b50, 4], ...shared]);
      directory.push(
        numbers([[0x02014b50, 4], [MADE_BY, 2], ...shared, [0, 2], [0, 2], [0, 2], [ATTRIBUTES, 4], [at, 4]]),
        path,
      );
      at += head.length + path.length + file.bytes.length;
      count += 1;
      return [head, path, file.bytes];
    },
    end: () => [...directory, endOf(directory, count, at)],
  };
}

/** What the head of a file and its line in the directory have in common. */
const common = ({ bytes, method, size, sum }: ArchiveFile, pathLength: number): Numbers => [
  [VERSION, 2],
  [UTF8, 2],
  [METHODS[method], 2],
  [0, 2],
  [DAY_ONE, 2],
  [sum, 4],
  [bytes.length, 4],
  [size, 4],
  [pathLength, 2],
  [0, 2],
];

function endOf(directory: readonly Uint8Array[], count: number, at: number): Uint8Array {
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return numbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [at, 4],
    [0, 2],
  ]);
}

/** The lowest byte first. */
function numbers(all: Numbers): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [number, size] of all) {
    if (size === 2) view.setUint16(at, number, true);
    else view.setUint32(at, number, true);
    at += size;
  }
  return bytes;
}
