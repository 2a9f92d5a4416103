import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '#core/model/index.ts';

/** Files that say a programme again in another language. */
const TRANSLATION = /[/\\]locales([/\\]|$)|[/\\]template\.[^/\\.]+\.hbs$/;

/**
 * A copy of a programme's folder in which some JSON files are changed, or made anew where there are none. It speaks its
 * own language alone: translations are of the texts that were there before the changes.
 */
export async function changedCopy(
  programme: string,
  changes: Record<string, (file: JsonObject) => void>,
): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'shenbao-changed-')), 'programme');
  await cp(programme, folder, { recursive: true, filter: (file) => !TRANSLATION.test(file) });
  await changeFiles(folder, changes);
  return folder;
}

/** Changes JSON files of a folder in place. */
export async function changeFiles(
  folder: string,
  changes: Record<string, (file: JsonObject) => void>,
): Promise<void> {
  for (const [path, change] of Object.entries(changes)) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => '{}');
    const file = JSON.parse(text) as JsonObject;
    change(file);
    await writeFile(join(folder, path), JSON.stringify(file));
  }
}
