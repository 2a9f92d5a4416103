import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Chunk = { file: string; imports?: string[]; css?: string[] };

/**
 * The files of built screens that a browser fetches for these entries, as paths of the sources from `renderer/` on:
 * with everything that they import at once. Throws where the build has no such entry.
 */
export function filesFor(pages: string, entries: readonly string[]): string[] {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(pages, '.vite', 'manifest.json'), 'utf8'),
  );
  const found = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no entry ${key}`);
    if (found.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}

/** Bytes of a built file as it travels to a browser of today. */
export function weightOf(pages: string, file: string): number {
  const path = join(pages, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

/** What somebody fetches before they can log in. */
export const LOGIN = ['index.html', 'Login.tsx'];

/** What an applicant fetches before a form is drawn. */
export const FIRST_FORM = ['index.html', 'Screens.tsx', 'desks/applicant/index.tsx'];
