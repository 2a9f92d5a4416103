import { keysOf, type Shape, shapeBelow } from './shape.ts';

/** What a path reads, or where it leaves what there is. */
type Resolved = { shape: Shape } | { missing: string; above: string; known: string[] };

/** Follows `a.b.c` from a shape. The empty path is the shape itself. */
export function resolvePath(root: Shape, path: string): Resolved {
  let shape = root;
  const walked: string[] = [];
  for (const segment of path === '' ? [] : path.split('.')) {
    const next = shapeBelow(shape, segment);
    if (!next) return { missing: segment, above: walked.join('.'), known: keysOf(shape) };
    shape = next;
    walked.push(segment);
  }
  return { shape };
}
