import { createHash } from 'node:crypto';
import { parseJson } from '#core/assemble/index.ts';
import { asObject, formatJson } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { sources } from '#server/store/index.ts';

type StoredFile = Parameters<typeof sources.keep>[2][number];
/** Files as they are kept, under the one name that follows from them. */
export type Source = { source: string; files: StoredFile[] };

const MANIFEST = 'manifest.json';
const PROGRAMME = 'programme.json';

/**
 * The files of a folder, or of one of its cycles, as they are kept: sorted by path, JSON in its one layout. The name is
 * a hash over paths and bytes, so the order of keys counts. The manifest follows from the others and is left out.
 */
export function sourceOf(files: readonly SourceFile[]): Source {
  const stored = files
    .filter(({ path }) => path !== MANIFEST)
    .map(({ path, ...file }) => {
      const content = textOf(file);
      return { path, sha256: sha256(content), content };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { source: sha256(stored.map((one) => `${one.path}\0${one.sha256}\n`).join('')), files: stored };
}

/** Kept files as `assemble` takes them, with the manifest where the programme promises one. */
export function filesOf(stored: readonly Omit<StoredFile, 'sha256'>[]): SourceFile[] {
  const files = stored.map(({ path, content }) => fileOf(path, content));
  const programme = files.find(({ path }) => path === PROGRAMME);
  if (asObject(programme?.json).manifest !== true) return files;
  const manifest = formatJson({ files: files.map(({ path }) => path) });
  return [...files, fileOf(MANIFEST, manifest)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file as it is read from its text. */
export function fileOf(path: string, text: string): SourceFile {
  const read = path.endsWith('.json') ? parseJson(text) : undefined;
  return read && 'json' in read ? { path, json: read.json, text } : { path, text };
}

/** What stands in a file, JSON laid out. */
export const textOf = ({ json, text }: Omit<SourceFile, 'path'>): string =>
  json === undefined ? (text ?? '') : formatJson(json);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
