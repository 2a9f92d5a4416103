import { isObject } from '#core/json/index.ts';
import type { Origin } from '#core/model/index.ts';
import { isListById, mergeById } from './merge-by-id.ts';
import type { Report } from './report.ts';
import { childOf, entriesOf, objectOf, originOf, type Traced } from './traced.ts';

/** Keywords that hold one expression: it is replaced as a whole, since halves of two expressions make none. */
const EXPRESSIONS = new Set([
  'optionsWhen',
  'disabledWhen',
  'visibleWhen',
  'requiredWhen',
  'readOnlyWhen',
  'offeredWhen',
  'availableWhen',
  'derive',
  'preset',
  'when',
  'require',
]);

/** Keywords whose keys are names that somebody has chosen: a field may well be called `when`. */
const NAMED = new Set(['properties', 'cells', 'ui', 'messages', 'words']);

/** Whether keys are the language's own or names. */
type Keys = 'keywords' | 'names';

/**
 * RFC 7396: objects merge, everything else replaces, null removes; an expression counts as one value, and an object
 * laid over a list names its elements by their ids. What comes from the patch keeps the patch's place, what stays
 * keeps its own; `origin` is where the merged object itself was written.
 */
export function mergeTraced(
  base: Traced,
  patch: Traced,
  report: Report,
  origin: Origin = originOf(base, ''),
): Traced {
  return merge(base, patch, origin, { keys: 'keywords', report });
}

type Way = { keys: Keys; report: Report };

function merge(base: Traced, patch: Traced, origin: Origin, way: Way): Traced {
  if (!isObject(patch.value)) return patch;
  if (way.keys === 'keywords' && isListById(base)) return mergeById(base, patch, layWith(way), way.report);
  if (!isObject(base.value)) return withoutNulls(patch, way.keys);
  const patched = new Map(entriesOf(patch));
  const known = entriesOf(base);
  const added = [...patched].filter(([key]) => !known.some(([name]) => name === key));
  // What was there keeps its place: fields are asked in the order in which they are written.
  const merged = [...known, ...added].flatMap(([key, part]): [string, Traced][] => {
    const changed = patched.get(key);
    if (changed === undefined) return [[key, part]];
    return changed.value === null ? [] : [[key, mergeKey(base, key, changed, way)]];
  });
  return objectOf(merged, origin);
}

function layWith(way: Way): (base: Traced, patch: Traced) => Traced {
  return (base, patch) => merge(base, patch, originOf(base, ''), way);
}

function mergeKey(base: Traced, key: string, patch: Traced, { keys, report }: Way): Traced {
  if (isExpression(key, keys)) return patch;
  const has = isObject(base.value) && Object.hasOwn(base.value, key);
  const below = keysBelow(key, keys);
  if (!has) return withoutNulls(patch, below);
  const child = childOf(base, key);
  return merge(child, patch, originOf(child, ''), { keys: below, report });
}

/** What a patch makes of nothing: its objects without the keys that it would remove. */
function withoutNulls(patch: Traced, keys: Keys): Traced {
  if (!isObject(patch.value)) return patch;
  const kept = entriesOf(patch).filter(([, part]) => part.value !== null);
  return objectOf(
    kept.map(([key, part]) => [
      key,
      isExpression(key, keys) ? part : withoutNulls(part, keysBelow(key, keys)),
    ]),
    originOf(patch, ''),
  );
}

function isExpression(key: string, keys: Keys): boolean {
  return keys === 'keywords' && EXPRESSIONS.has(key);
}

function keysBelow(key: string, keys: Keys): Keys {
  return keys === 'keywords' && NAMED.has(key) ? 'names' : 'keywords';
}
