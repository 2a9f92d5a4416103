import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Pictures and packed fonts are compressed as they are. */
const TEXTS = /\.(html|js|css|json|svg|txt|ttf|wasm|map)$/;

const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const COPIES = [
  { ending: '.br', compress: (plain: Buffer) => promisify(brotliCompress)(plain, SMALLEST) },
  {
    ending: '.gz',
    compress: (plain: Buffer) => promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
  },
];

/**
 * Writes compressed copies, brotli and gzip, beside the texts of a build, where they are smaller: as small as they get,
 * because they are made once and sent to everybody.
 */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const files = Object.keys(bundle).filter((name) => TEXTS.test(name));
      await Promise.all(files.map((name) => writeCopies(join(dir, name))));
    },
  };
}

async function writeCopies(file: string): Promise<void> {
  const plain = await readFile(file);
  for (const { ending, compress } of COPIES) {
    const copy = await compress(plain);
    if (copy.length < plain.length) await writeFile(`${file}${ending}`, copy);
  }
}
