import type { Json } from './json.ts';
import { valueAt } from './path.ts';

/** A JSON pointer (RFC 6901) of these keys: `pointer('a', 0)` is `/a/0`; of none it is empty, the whole. */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escaped(String(segment))}`).join('');
}

/** The keys of a JSON pointer; the empty one has none. */
export function segmentsOf(path: string): string[] {
  if (path === '') return [];
  const segments = path.slice(1).split('/');
  if (!path.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined where it names nothing. */
export function valueAtPointer(root: Json | undefined, path: string): Json | undefined {
  return valueAt(root, segmentsOf(path));
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
