import { isObject, type Json, type JsonObject, sameJson } from './json.ts';

/**
 * RFC 7396: objects merge, everything else replaces, null removes. Keys are data, whatever they are called: `__proto__`
 * and names that every object inherits are keys like others.
 */
export function mergePatch(base: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged = new Map<string, Json>(isObject(base) ? Object.entries(base) : []);
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), part));
  }
  return Object.fromEntries(merged);
}

/**
 * The patch that makes `after` of `before`: what is the same is left out, what is gone is null. No patch makes a value in
 * which a key is null; such a key is gone afterwards.
 */
export function mergePatchBetween(before: JsonObject, after: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...keys].filter((key) => !sameJson(own(before, key), own(after, key)));
  return Object.fromEntries(
    differing.map((key): [string, Json] => {
      const [was, is = null] = [own(before, key), own(after, key)];
      return [key, isObject(was) && isObject(is) ? mergePatchBetween(was, is) : patchOf(is)];
    }),
  );
}

/** A value where there was none: a patch of an object leaves no nulls in it. */
const patchOf = (value: Json): Json => (isObject(value) ? mergePatchBetween({}, value) : value);

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
