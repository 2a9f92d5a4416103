import type { Json, JsonObject } from '#core/model/index.ts';
import { isAnswered } from '#core/vocabulary/index.ts';

/** An object of JSON: no list, not null. */
export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Answered, and if it is an object, something in it is: a group that a form only opened is no answer. */
export function isFilled(value: Json | undefined): boolean {
  return isObject(value) ? Object.values(value).some(isFilled) : isAnswered(value);
}

/** The value below these keys; undefined where a key is missing or the way leads through no object. */
export function valueAt(value: Json | undefined, segments: readonly string[]): Json | undefined {
  let found = value;
  for (const segment of segments) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, segment)) return undefined;
    found = (found as JsonObject)[segment];
  }
  return found;
}

/** A copy with this value below these keys; objects on the way are made where they are missing. */
export function withValue(record: JsonObject, segments: readonly string[], value: Json): JsonObject {
  const [head, ...rest] = segments;
  if (head === undefined) return record;
  const below = record[head];
  return {
    ...record,
    [head]: rest.length === 0 ? value : withValue(isObject(below) ? below : {}, rest, value),
  };
}

/** As `withValue`, but an object in `fresh` is changed itself; what has to be copied is fresh from then on. */
export function putValue(
  record: JsonObject,
  segments: readonly string[],
  value: Json,
  fresh: Set<JsonObject>,
  depth = 0,
): JsonObject {
  const head = segments[depth];
  if (head === undefined) return record;
  const target = fresh.has(record) ? record : { ...record };
  fresh.add(target);
  const below = target[head];
  const isLeaf = depth === segments.length - 1;
  target[head] = isLeaf ? value : putValue(isObject(below) ? below : {}, segments, value, fresh, depth + 1);
  return target;
}

/** A copy without what stands below these keys; the same object where nothing stands there. */
export function without(record: JsonObject, segments: readonly string[]): JsonObject {
  const [head, ...rest] = segments;
  if (head === undefined || !Object.hasOwn(record, head)) return record;
  if (rest.length === 0) {
    const { [head]: _removed, ...kept } = record;
    return kept;
  }
  const below = record[head];
  if (!isObject(below)) return record;
  const kept = without(below, rest);
  return kept === below ? record : { ...record, [head]: kept };
}

/** The keys of a JSON pointer (RFC 6901). */
export function segmentsOf(pointer: string): string[] {
  if (pointer === '') return [];
  const segments = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
