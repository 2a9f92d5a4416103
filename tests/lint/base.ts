import { assemble, parseJson } from '#core/assemble/index.ts';
import type { Json, JsonObject, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { editionFiles } from './base-edition.ts';
import { programmeFiles } from './base-programme.ts';

/** A programme's files by path: JSON, or text for templates, styles and broken JSON. */
export type Files = Record<string, Json>;

/** A small programme with nothing wrong in it. Every fixture changes a fresh copy. */
export function base(): Files {
  return { ...programmeFiles(), ...editionFiles() };
}

/** The one edition that these files make. */
export function editionOf(files: Files): LoadedEdition {
  const [edition] = assemble(sourcesOf(files));
  if (!edition) throw new Error('assemble gives at least one edition');
  return edition;
}

/** The files as a loader would hand them on. */
export function sourcesOf(files: Files): SourceFile[] {
  return Object.entries(files).map(([path, content]) =>
    typeof content === 'string' ? sourceOf(path, content) : { path, json: content },
  );
}

function sourceOf(path: string, text: string): SourceFile {
  const read = path.endsWith('.json') ? parseJson(text) : undefined;
  return read && 'json' in read ? { path, json: read.json, text } : { path, text };
}

/** The object at a path of keys in one file: what a change works on. Throws where there is none. */
export function at(files: Files, file: string, ...keys: (string | number)[]): JsonObject {
  let value: Json | undefined = files[file];
  for (const key of keys) value = (value as Record<string, Json>)[key];
  if (typeof value !== 'object' || value === null)
    throw new Error(`${file} has nothing at ${keys.join('/')}`);
  return value as JsonObject;
}
