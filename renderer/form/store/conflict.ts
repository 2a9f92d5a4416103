import { isObject, sameJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { ApiError } from '#renderer/api/errors.ts';

/** What the server holds now, at its version. */
export type Stored = { version: number; value: Json };

/** What is stored according to a 409; null where it did not say. */
export const currentOf = (error: unknown): Stored | null =>
  error instanceof ApiError ? (error.body?.current ?? null) : null;

/** One place where two versions differ; `path` is a list of keys, rows by their id. */
export type Difference = { path: string[]; mine: Json | undefined; theirs: Json | undefined };

/** Every place where two values differ, as deep as both have objects there. */
export function differences(
  mine: Json | undefined,
  theirs: Json | undefined,
  path: string[] = [],
): Difference[] {
  if (sameJson(mine, theirs)) return [];
  const a = keyed(mine);
  const b = keyed(theirs);
  if (!a || !b) return [{ path, mine, theirs }];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const inside = keys.flatMap((key) => differences(a[key], b[key], [...path, key]));
  return inside.length > 0 ? inside : [{ path, mine, theirs }];
}

/** Objects by key; lists of rows by the rows' ids, so that a moved row is not taken for another; null for anything else. */
export function keyed(value: Json | undefined): Record<string, Json | undefined> | null {
  if (isObject(value)) return value;
  if (!Array.isArray(value) || !value.every((item) => isObject(item) && typeof item.id === 'string'))
    return null;
  return Object.fromEntries(value.map((item) => [isObject(item) ? String(item.id) : '', item]));
}
