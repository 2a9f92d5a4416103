import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileText } from './load-programme.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The code that decides what a folder means and what is wrong with it, and the list of what it is built on. */
const PARTS = [join('engine', 'core'), join('engine', 'server', 'load')];
const LISTS = ['package.json', 'package-lock.json'];

/** Names this version of the engine by its own text: another one may read or check a folder otherwise. */
export async function engineStamp(): Promise<string> {
  const code = await Promise.all(PARTS.map((part) => filesBelow(join(ROOT, part))));
  const paths = [...LISTS.map((list) => join(ROOT, list)), ...code.flat().sort()];
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')));
  const files = paths.map((path, index) => ({ path: relative(ROOT, path), text: texts[index] ?? '' }));
  return fingerprint(process.version, files);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Names files by their paths and contents, together with what was named before. */
export function fingerprint(before: string, files: FileText[]): string {
  const hash = createHash('sha256').update(before);
  for (const { path, text } of files)
    hash.update(JSON.stringify([path.split(sep).join('/'), text.length])).update(text);
  return hash.digest('hex');
}
