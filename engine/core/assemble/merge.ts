import type { Origin } from '../model/index.ts';
import { isObject } from '../vocabulary/schemas/index.ts';
import { childOf, entriesOf, objectOf, placeOf, type Traced } from './traced.ts';

/**
 * RFC 7396: objects merge, everything else replaces, null removes. What comes from the patch keeps the
 * patch's place, what stays keeps its own; `origin` is where the merged object itself is said to stand.
 */
export function mergeTraced(base: Traced, patch: Traced, origin: Origin = placeOf(base, '')): Traced {
  if (!isObject(patch.value)) return patch;
  if (!isObject(base.value)) return withoutNulls(patch);
  const changed = new Map(entriesOf(patch));
  const kept = entriesOf(base).filter(([key]) => !changed.has(key));
  const merged = [...changed]
    .filter(([, part]) => part.value !== null)
    .map(([key, part]): [string, Traced] => [key, mergeKey(base, key, part)]);
  return objectOf([...kept, ...merged], origin);
}

function mergeKey(base: Traced, key: string, patch: Traced): Traced {
  const has = isObject(base.value) && Object.hasOwn(base.value, key);
  return has ? mergeTraced(childOf(base, key), patch) : withoutNulls(patch);
}

/** What a patch makes of nothing: its objects without the keys that it would remove. */
function withoutNulls(patch: Traced): Traced {
  if (!isObject(patch.value)) return patch;
  const kept = entriesOf(patch).filter(([, part]) => part.value !== null);
  return objectOf(
    kept.map(([key, part]) => [key, withoutNulls(part)]),
    placeOf(patch, ''),
  );
}
