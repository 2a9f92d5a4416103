import { isObject, type Json } from './json.ts';

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
