import { childAt } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';

const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

/** May this segment never be followed? */
export function isHostile(segment: string): boolean {
  return HOSTILE.has(segment);
}

/** `application.cover.title` in its segments; the empty path has none. */
export function splitPath(path: string): string[] {
  return path === '' ? [] : path.split('.');
}

/** One step down as rules read: what is missing, or may never be followed, is null. */
export function child(value: Json | undefined, segment: string): Json {
  return HOSTILE.has(segment) ? null : (childAt(value, segment) ?? null);
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
