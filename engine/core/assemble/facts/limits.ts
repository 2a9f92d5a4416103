import { factLimit, limitOf } from '#core/facts/index.ts';
import { isObject, type Json, pointer } from '#core/json/index.ts';
import { UNREAD } from '#core/translate/index.ts';
import { categoryAt, type Readings } from './readings.ts';
import type { Resolved } from './resolved.ts';

/** Every limit that names a fact, with the number that it is; undefined where there is none. */
export function limitsIn(value: Json, readings: Readings, at = ''): Resolved[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = at + pointer(key);
    if (inner === null || typeof inner !== 'object' || (isObject(value) && UNREAD.has(key))) return [];
    const limit = isObject(value) ? factLimit(key, inner) : undefined;
    if (limit === undefined) return limitsIn(inner, readings, place);
    const { values, pathOf } = readings(categoryAt(place));
    const known = Object.hasOwn(values, limit.id) ? values[limit.id] : undefined;
    const from = known === undefined ? undefined : pathOf(limit.id);
    return [{ at: place, value: limitOf(key, limit, known), from }];
  });
}
