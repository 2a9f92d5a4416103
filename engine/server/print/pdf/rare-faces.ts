import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync } from 'node:zlib';
import { putWhole, sharedFolder } from './shared-folder.ts';

const PACKED = fileURLToPath(new URL('faces', import.meta.url));
/** A line for each face: what its unpacked file hashes to, and its name. */
const SUMS = readFileSync(join(PACKED, 'SHA256SUMS'), 'utf8');
const FILES = SUMS.trimEnd()
  .split('\n')
  .map((line) => line.split(/\s+/))
  .map(([sum = '', name = '']) => ({ sum, name }));

/** Changes with the faces of rare characters. */
export const RARE_FACES_KEY: string = createHash('sha256').update(SUMS).digest('hex').slice(0, 16);

/** The faces for characters of Extensions B to F, each with its file's name. `faces/README.md` says whence. */
export function rareFaces(): { name: string; data: Buffer }[] {
  return FILES.map(({ name }) => ({
    name,
    data: brotliDecompressSync(readFileSync(join(PACKED, `${name}.br`))),
  }));
}

/** One of them, unpacked beside other work. */
export const readRareFace = async (name: string): Promise<Buffer> =>
  promisify(brotliDecompress)(await readFile(join(PACKED, `${name}.br`)));

/**
 * Unpacks them, as a browser reads no packed ones from the system, unless that has been done here before.
 * @returns the folder, below the system's temporary folder
 */
export function unpackRareFaces(): string {
  const folder = sharedFolder(`print-faces-${RARE_FACES_KEY}`);
  if (FILES.every(({ sum, name }) => isThere(join(folder, name), sum))) return folder;
  for (const { name, data } of rareFaces()) putWhole(folder, name, data);
  return folder;
}

function isThere(file: string, sum: string): boolean {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex') === sum;
  } catch {
    return false;
  }
}
