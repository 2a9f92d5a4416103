import { isObject, pointer } from '#core/json/index.ts';
import type { Definition, Json } from '#core/model/index.ts';
import { UNCONFIRMED } from '#core/vocabulary/index.ts';

/** A part of a programme that nobody has confirmed yet. */
type Unconfirmed = {
  /** Where it stands, as a pointer into the definition; `LoadedEdition.locate` leads it back to its file. */
  pointer: string;
  /** The titles on the way to it: `Costs › Total`. */
  place: string;
  source: string;
};

const PARTS = [
  'programme',
  'edition',
  'categories',
  'routes',
  'codes',
  'expressions',
  'sheets',
  'rosters',
] as const;

/**
 * Everything whose `source` says "to be confirmed": the list that policy staff go through before they publish.
 * What several categories share comes once.
 */
export function unconfirmed(definition: Definition): Unconfirmed[] {
  const all = PARTS.flatMap((part) => walk(definition[part] as Json, `/${part}`, []));
  const known = new Set<string>();
  return all.filter(({ place, source }) => {
    const key = `${place}\n${source}`;
    return !known.has(key) && known.add(key);
  });
}

function walk(value: Json, at: string, above: string[]): Unconfirmed[] {
  if (typeof value !== 'object' || value === null) return [];
  const titles = isCategory(at) ? above : [...above, ...titleOf(value)];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    walk(child as Json, at + pointer(key), titles),
  );
  if (Array.isArray(value) || typeof value.source !== 'string' || !value.source.includes(UNCONFIRMED))
    return inner;
  return [{ pointer: at, place: titles.join(' › ') || at, source: value.source }, ...inner];
}

/** A category's own title is left out of places, so that what categories share reads the same in each. */
const isCategory = (at: string): boolean => /^\/categories\/\d+$/.test(at);

function titleOf(value: Json): string[] {
  if (!isObject(value)) return [];
  const title = value.title ?? value.message ?? value.name;
  return typeof title === 'string' ? [title] : [];
}
