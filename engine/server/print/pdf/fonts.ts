import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RARE_FACES_KEY, unpackRareFaces } from './rare-faces.ts';

const require = createRequire(import.meta.url);

/** TrueType faces embed as one subset each; the system's CFF collections would become dozens of nameless Type 3 fonts. */
const FACES = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '700Bold'],
] as const;

/** Where the faces of prints lie that come in packages. */
export const FACE_FOLDERS: readonly string[] = FACES.map(([name, weight]) =>
  join(dirname(require.resolve(`${name}/package.json`)), weight),
).filter(existsSync);

/**
 * A fontconfig file with the product's faces and no others, so that a print is the same on every machine.
 * @returns path of the file, in a folder of its own below the system's temporary folder
 */
export function writeFontConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'print-fonts-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const dirs = [...FACE_FOLDERS, unpackRareFaces()].map((path) => `<dir>${path}</dir>`);
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join('')}<cachedir>${cache}</cachedir></fontconfig>`,
  );
  return file;
}

/** Changes with the faces that prints are set in. */
export const FACES_KEY: string = createHash('sha256')
  .update(FACES.map(([name]) => readFileSync(require.resolve(`${name}/package.json`), 'utf8')).join())
  .update(RARE_FACES_KEY)
  .digest('hex')
  .slice(0, 16);
