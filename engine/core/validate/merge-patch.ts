import { isObject } from '#core/evaluate/index.ts';
import type { Json } from '#core/model/index.ts';

/** RFC 7396: objects merge, everything else replaces, null removes. */
export function mergePatch(base: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json> = isObject(base) ? { ...base } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], part);
  }
  return merged;
}
