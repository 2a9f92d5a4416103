/** So much of a template is read at most. */
export const templateLimits = { characters: 64 * 1024, blocks: 24 };

/** Blocks are counted by their braces, comments and all: what is far beyond the limit is seen without reading it. */
const CLEARLY = 4 * templateLimits.blocks;
const EDGES = /\{\{~?\s*(#|\/|else\s+\w)/g;

/**
 * Where a template is longer than any, or its blocks stand deeper in one another: the line and column at which that
 * begins. To read such a one takes longer with the square of its size.
 */
export function beyondReading(template: string): { line: number; column: number } | undefined {
  if (template.length > templateLimits.characters) return { line: 1, column: 1 };
  // One number a block: itself, and each `else if`, which stands in the one before.
  const open: number[] = [];
  let depth = 0;
  for (const { 1: edge, index } of template.matchAll(EDGES)) {
    if (edge === '#') open.push(1);
    else if (edge !== '/') open.push((open.pop() ?? 0) + 1);
    depth += edge === '/' ? -(open.pop() ?? 0) : 1;
    if (depth <= CLEARLY) continue;
    const before = template.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}
