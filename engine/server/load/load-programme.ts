import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble, sourceFile } from '#core/assemble/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { FolderError } from './folder-error.ts';

/** The most that a folder may hold: far above any programme, far below what would be a problem. */
export const LIMITS = { files: 2_000, fileBytes: 2 * 1024 * 1024, folderBytes: 32 * 1024 * 1024, depth: 5 };
const KNOWN = /\.(json|hbs|css)$/;

/**
 * Reads a programme's folder and assembles it, one edition a cycle. Wrong content is listed in each edition's
 * `problems`. Throws an Error with the path where the folder itself cannot be read: it is missing, holds
 * a symbolic link, or is larger than the limits.
 */
export async function loadProgramme(folder: string): Promise<LoadedEdition[]> {
  return assemble(await readFolder(folder));
}

/** The files of a programme's folder: their text, and JSON parsed where it can be. */
export async function readFolder(folder: string): Promise<SourceFile[]> {
  const paths = await pathsIn(folder, '', 0);
  if (paths.length > LIMITS.files)
    throw new FolderError(
      'manyFiles',
      { folder, most: LIMITS.files },
      `"${folder}" holds more than ${LIMITS.files} files`,
    );
  const files: SourceFile[] = [];
  let bytes = 0;
  for (const path of paths) {
    const text = await readText(join(folder, path));
    bytes += text.length;
    if (bytes > LIMITS.folderBytes)
      throw new FolderError(
        'manyBytes',
        { folder, most: LIMITS.folderBytes },
        `"${folder}" holds more than ${LIMITS.folderBytes} bytes`,
      );
    files.push(sourceFile(path, text));
  }
  return files;
}

/** Paths with `/`, sorted. Hidden files and files of other kinds take no part. */
async function pathsIn(root: string, under: string, depth: number): Promise<string[]> {
  const folder = join(root, under);
  if (depth > LIMITS.depth)
    throw new FolderError(
      'deep',
      { folder, most: LIMITS.depth },
      `"${folder}" is nested deeper than ${LIMITS.depth} folders`,
    );
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink())
      throw new FolderError('link', { path: join(root, path) }, `"${join(root, path)}" is a symbolic link`);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...(await pathsIn(root, path, depth + 1)));
    else if (entry.isFile() && KNOWN.test(entry.name)) paths.push(path);
  }
  return paths;
}

async function readText(path: string): Promise<string> {
  const { size } = await lstat(path);
  if (size > LIMITS.fileBytes)
    throw new FolderError(
      'large',
      { path, most: LIMITS.fileBytes },
      `"${path}" is larger than ${LIMITS.fileBytes} bytes`,
    );
  const text = await readFile(path, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
