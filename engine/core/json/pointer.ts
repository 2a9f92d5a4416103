import type { Json } from './json.ts';
import { valueAt } from './path.ts';

/** A JSON pointer (RFC 6901) of these keys: `pointer('a', 0)` is `/a/0`; of none it is empty, the whole. */
export function pointer(...segments: readonly (string | number)[]): string {
  let path = '';
  for (const segment of segments) path += `/${typeof segment === 'number' ? segment : escaped(segment)}`;
  return path;
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

/** Hardly any key needs it: looking is far cheaper than replacing. */
function escaped(segment: string): string {
  if (!segment.includes('~') && !segment.includes('/')) return segment;
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
