import { isObject, type Json, type JsonObject } from '#core/json/index.ts';

/** A pointer, or a key, that leads to the field or below it. */
export function moved(pointer: string, from: string, to: string): string {
  return pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : pointer;
}

export function renamedKeys(record: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [moved(key, from, to), one]));
}

/** The value with something else at a way that is there (`*`: in every item); without it the same. */
export function updated(value: Json, way: readonly string[], update: (one: Json) => Json): Json {
  const [key, ...rest] = way;
  if (key === undefined) return update(value);
  if (key === '*' && Array.isArray(value)) return value.map((one) => updated(one, rest, update));
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: updated(value[key] ?? null, rest, update) };
}
