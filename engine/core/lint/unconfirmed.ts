import type { Json, LoadedEdition } from '../model/index.ts';

/** A part of a programme that nobody has confirmed yet. */
export type Unconfirmed = { file: string; pointer: string; title: string; source: string };

const MARK = 'to be confirmed';

/**
 * Everything whose `source` says "to be confirmed", in the order of the files: the list that policy staff go
 * through before they publish.
 */
export function unconfirmed(loaded: LoadedEdition): Unconfirmed[] {
  return loaded.files.flatMap(({ path, json }) => (json === undefined ? [] : walk(json, path, '')));
}

function walk(value: Json, file: string, pointer: string): Unconfirmed[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    walk(child as Json, file, `${pointer}/${escapeKey(key)}`),
  );
  if (Array.isArray(value) || typeof value.source !== 'string' || !value.source.includes(MARK)) return inner;
  const title = String(value.title ?? value.message ?? value.name ?? value.id ?? value.code ?? pointer);
  return [{ file, pointer, title, source: value.source }, ...inner];
}

/** A key as a step of a JSON pointer (RFC 6901). */
function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
