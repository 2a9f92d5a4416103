import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { isAnswered } from '#core/vocabulary/index.ts';

/** Answered; of an object, something inside is: a group that a form has only opened is no answer. */
export function isFilled(value: Json | undefined): boolean {
  return isObject(value) ? Object.values(value).some(isFilled) : isAnswered(value);
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
