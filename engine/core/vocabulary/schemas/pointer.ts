import type { Json } from '#core/model/index.ts';
import { isObject } from './json.ts';

/** A JSON pointer (RFC 6901) of these segments: `pointer('a', 0)` is `/a/0`. */
export function pointer(...segments: (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** The segments of a JSON pointer; the root pointer has none. */
export function segmentsOf(path: string): string[] {
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined where it names nothing. Reads own properties alone. */
export function valueAt(root: Json | undefined, path: string): Json | undefined {
  return segmentsOf(path).reduce<Json | undefined>(childOf, root);
}

function childOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
