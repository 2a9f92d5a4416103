import type { Shown } from '#core/model/index.ts';

/**
 * Of what a sheet may show as much as its template can: the parts that `shown` names, of every element where it names
 * `*`, with how many there are; and of what is only asked for whether something stands there.
 */
export function cutTo(value: unknown, shown: Shown): unknown {
  if (shown === true) return value;
  const { '*': each, '?': asked, ...named } = shown;
  const own = Object.entries(named).flatMap(([key, inner]) => partAt(value, key, inner));
  const all =
    each === undefined ? [] : partsOf(value).map(([key, part]) => [key, cutTo(part, each)] as const);
  const parts = Object.fromEntries([...all, ...own]);
  return asked === undefined ? parts : { parts, stands: stands(value) };
}

function partAt(value: unknown, key: string, shown: Shown): [string, unknown][] {
  if (Array.isArray(value) && key === 'length') return [[key, value.length]];
  const found = partsOf(value).find(([name]) => name === key);
  return found === undefined ? [] : [[key, cutTo(found[1], shown)]];
}

const partsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** As a template asks it: an empty list and an empty text are nothing. */
const stands = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
