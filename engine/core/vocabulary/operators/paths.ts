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

/** The word by which a path goes one iteration out. */
const OUTER = 'outer';

/** The path as it is read one iteration further out; null where it stays inside. */
export function beyond(path: string): string | null {
  if (path === OUTER) return '';
  return path.startsWith(`${OUTER}.`) ? path.slice(OUTER.length + 1) : null;
}

/** How many iterations a path goes out. */
export function outerSteps(path: string): number {
  const rest = beyond(path);
  return rest === null ? 0 : 1 + outerSteps(rest);
}
