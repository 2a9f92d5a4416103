import type { Json, JsonObject } from '#core/model/index.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal as JSON: the order of keys does not matter, and a key without a value is as good as none. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameJson(a[key], b[key]));
}

/** The value at a path of keys, or undefined where the way ends. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[key] : undefined;
  }, value);
}

/** The value at a pointer into answers; undefined where the pointer is empty or its way ends. */
export const valueAtPointer = (value: Json | undefined, pointer: string): Json | undefined =>
  pointer === '' ? undefined : valueAt(value, pointer.split('/').slice(1));

/** A copy with the value at a path of keys replaced; objects on the way are made where they lack, lists stay lists. */
export function withValueAt(value: Json | undefined, path: readonly string[], next: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return next ?? null;
  if (Array.isArray(value)) return value.with(Number(key), withValueAt(value[Number(key)], rest, next));
  const object = isObject(value) ? value : {};
  const copy: JsonObject = { ...object };
  if (rest.length > 0) return { ...copy, [key]: withValueAt(object[key], rest, next) };
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** Not missing, not null, not blank text, not an empty list: what the language calls answered. */
export function isAnswered(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}
