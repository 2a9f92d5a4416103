import { asObject, isObject, type Json, type JsonObject } from './json.ts';

const INDEX = /^(?:0|[1-9][0-9]{0,8})$/;

/** One step down: a property that the object itself has, an element of a list. */
export function childAt(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return INDEX.test(key) ? value[Number(key)] : undefined;
  const found: Json | undefined = value[key];
  return isInherited(found) ? undefined : found;
}

/**
 * What every object inherits is a function or, as `__proto__`, the common prototype: JSON has neither, so that one
 * reading is enough.
 */
function isInherited(found: unknown): boolean {
  return typeof found === 'function' || found === Object.prototype;
}

/** The value below these keys; undefined where the way ends before. */
export function valueAt(value: Json | undefined, segments: readonly string[]): Json | undefined {
  let found = value;
  for (const segment of segments) {
    if (found === undefined) return undefined;
    found = childAt(found, segment);
  }
  return found;
}

/** Every value below these keys, in their order; the key `*` stands for each element of a list. */
export function valuesAt(value: Json | undefined, segments: readonly string[]): Json[] {
  const [key, ...rest] = segments;
  if (value === undefined) return [];
  if (key === undefined) return [value];
  if (key === '*') return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest)) : [];
  return valuesAt(childAt(value, key), rest);
}

/**
 * A copy with this value below these keys, or with nothing there where it is undefined. Objects on the way are made
 * where there are none, lists stay lists. Without keys it is the value itself.
 */
export function withValue(
  value: Json | undefined,
  segments: readonly string[],
  next: Json | undefined,
): Json {
  if (next === undefined) return without(value ?? {}, segments);
  const [key, ...rest] = segments;
  if (key === undefined) return next;
  const below = withValue(childAt(value, key), rest, next);
  if (Array.isArray(value)) return replaced(value, key, below);
  return { ...(isObject(value) ? value : {}), [key]: below };
}

/**
 * A copy without what stands below these keys; the same value where nothing stands there. An element of a list becomes
 * null: those after it keep their places.
 */
export function without(record: JsonObject, segments: readonly string[]): JsonObject;
export function without(value: Json, segments: readonly string[]): Json;
export function without(value: Json, segments: readonly string[]): Json {
  if (segments.length === 0 || valueAt(value, segments) === undefined) return value;
  return cutOut(value, segments, 0);
}

/** The copy; something stands below all the keys. */
function cutOut(value: Json, segments: readonly string[], depth: number): Json {
  const key = segments[depth] ?? '';
  if (depth === segments.length - 1) return withoutKey(value, key);
  const kept = cutOut(childAt(value, key) ?? null, segments, depth + 1);
  return Array.isArray(value) ? replaced(value, key, kept) : { ...asObject(value), [key]: kept };
}

function withoutKey(value: Json, key: string): Json {
  if (Array.isArray(value)) return replaced(value, key, null);
  const { [key]: _removed, ...kept } = asObject(value);
  return kept;
}

/** The list with another element; one more where the index follows the last. */
function replaced(list: Json[], key: string, item: Json): Json[] {
  const index = INDEX.test(key) ? Number(key) : list.length + 1;
  if (index > list.length) return list;
  return [...list.slice(0, index), item, ...list.slice(index + 1)];
}
