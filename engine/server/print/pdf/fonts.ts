import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FACES } from '#core/vocabulary/index.ts';
import { RARE_FACES_KEY, unpackRareFaces } from './rare-faces.ts';
import { cutSlices, familyOf, SLICES_KEY, type Whole } from './slices.ts';

const require = createRequire(import.meta.url);

/** TrueType faces embed as one subset each; the system's CFF collections would become dozens of nameless Type 3 fonts. */
const PACKAGES = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '700Bold'],
] as const;

const FAMILIES = Object.values(FACES);

/** Where the faces of prints lie that come in packages. */
export const FACE_FOLDERS: readonly string[] = PACKAGES.map(([name, weight]) =>
  join(dirname(require.resolve(`${name}/package.json`)), weight),
).filter(existsSync);

/**
 * A fontconfig file with the product's faces and no others, so that a print is the same on every machine; the faces that
 * come in packages also in slices.
 * @returns path of the file, in a folder of its own below the system's temporary folder
 */
export async function writeFontConfig(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'print-fonts-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const slices = await cutSlices(PACKAGES_KEY, FACE_FOLDERS.flatMap(filesIn));
  const dirs = [...slices, ...FACE_FOLDERS, unpackRareFaces()].map((path) => `<dir>${path}</dir>`);
  const renamed = [
    ...slices.map((path, at) => renaming(path, at)),
    ...FACE_FOLDERS.map((path) => renaming(path, slices.length)),
  ];
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join('')}<cachedir>${cache}</cachedir>${renamed.join('')}</fontconfig>`,
  );
  return file;
}

const filesIn = (folder: string): Whole[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => ({ path: join(folder, name), name }));

/** The faces that come in packages, as pages name them. */
export const PACKAGED_FACES: readonly { family: string; weight: number; path: string }[] =
  FACE_FOLDERS.flatMap((folder) =>
    filesIn(folder).map(({ path, name }) => ({
      path,
      family: FAMILIES.find((family) => name.startsWith(family.replaceAll(' ', ''))) ?? name,
      weight: Number(/\d+/.exec(name)?.[0]),
    })),
  );

/** The files of a folder go by the name of their slice. */
function renaming(folder: string, at: number): string {
  if (at === 0) return '';
  return FAMILIES.map(
    (family) =>
      `<match target="scan"><test name="file" compare="contains"><string>${folder}/</string></test><test name="family"><string>${family}</string></test><edit name="family" mode="assign"><string>${familyOf(family, at)}</string></edit></match>`,
  ).join('');
}

/** Changes with the packages of faces. */
const PACKAGES_KEY: string = createHash('sha256')
  .update(PACKAGES.map(([name]) => readFileSync(require.resolve(`${name}/package.json`), 'utf8')).join())
  .digest('hex')
  .slice(0, 16);

/** Changes with the faces that prints are set in. */
export const FACES_KEY: string = createHash('sha256')
  .update(PACKAGES_KEY + SLICES_KEY + RARE_FACES_KEY)
  .digest('hex')
  .slice(0, 16);
