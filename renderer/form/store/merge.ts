import { isObject, type Json, type JsonObject, sameJson } from '#core/json/index.ts';
import { keyed } from './conflict.ts';

type Value = Json | undefined;
/** Both sides put together: where they clash, `mine` has this page's answer and `theirs` the other one. */
type Merged<T = Json> = { mine: T; theirs: T };

/**
 * What two sides made of the same answers, put together: an answer that one side alone has changed since `base` is in
 * both results, so they are the same unless the sides clash. Rows are told apart by their ids, and stand in the order
 * of whoever has moved them; new rows of this page follow those of the other one.
 */
export function merge(base: Json, mine: Json, theirs: Json): Merged {
  const merged = mergeAt(base, mine, theirs);
  return { mine: merged.mine ?? null, theirs: merged.theirs ?? null };
}

function mergeAt(base: Value, mine: Value, theirs: Value): Merged<Value> {
  if (sameJson(base, theirs)) return { mine, theirs: mine };
  if (sameJson(base, mine)) return { mine: theirs, theirs };
  const [from, left, right] = [keyed(base ?? null) ?? {}, keyed(mine), keyed(theirs)];
  if (!left || !right || Array.isArray(mine) !== Array.isArray(theirs)) return { mine, theirs };
  const parts = keysOf(base, mine, theirs).map(
    (key) => [key, mergeAt(from[key], left[key], right[key])] as const,
  );
  const side = (which: keyof Merged): Json => {
    const there = parts.flatMap(([key, part]) => (part[which] === undefined ? [] : [[key, part[which]]]));
    return Array.isArray(mine)
      ? there.map(([, row]) => row as Json)
      : (Object.fromEntries(there) as JsonObject);
  };
  return { mine: side('mine'), theirs: side('theirs') };
}

/** Every key once, in the order of the side that has changed it; of two that have, of this page. */
function keysOf(base: Value, mine: Value, theirs: Value): string[] {
  const [first, then] = inOrderOf(base, mine) ? [theirs, mine] : [mine, theirs];
  return [...new Set([...namesOf(first), ...namesOf(then)])];
}

function inOrderOf(base: Value, changed: Value): boolean {
  const [before, after] = [namesOf(base), namesOf(changed)];
  const common = (names: string[], others: string[]) => names.filter((name) => others.includes(name));
  return sameJson(common(before, after), common(after, before));
}

const namesOf = (value: Value): string[] =>
  Array.isArray(value) ? value.map((row) => (isObject(row) ? String(row.id) : '')) : Object.keys(value ?? {});
