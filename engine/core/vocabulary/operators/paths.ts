import type { Json } from '#core/model/index.ts';

const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);
const INDEX = /^(?:0|[1-9][0-9]{0,8})$/;

/** May this segment never be followed? */
export function isHostile(segment: string): boolean {
  return HOSTILE.has(segment);
}

/** `application.cover.title` in its segments; the empty path has none. */
export function splitPath(path: string): string[] {
  return path === '' ? [] : path.split('.');
}

/** One step down: own fields of objects, elements of lists. Everything else is missing. */
export function child(value: Json | undefined, segment: string): Json {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return INDEX.test(segment) ? (value[Number(segment)] ?? null) : null;
  if (!Object.hasOwn(value, segment) || HOSTILE.has(segment)) return null;
  return value[segment] ?? null;
}

/** The value at a path; null when anything on the way is missing. */
export function readPath(data: Json, segments: readonly string[]): Json {
  let value: Json = data;
  for (const segment of segments) {
    if (value === null) return null;
    value = child(value, segment);
  }
  return value ?? null;
}
