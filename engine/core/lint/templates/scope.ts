import type { Shape } from '../shapes/shape.ts';
import type { TemplateFault } from './fault.ts';
import type { MarkupReader, Spot } from './markup/refuse.ts';

/** Where the walk stands: the contexts around it, innermost first, and the page that has been written so far. */
export type TemplateScope = {
  scopes: Shape[];
  eachDepth: number;
  blocks: number;
  markup: MarkupReader;
  report: (fault: TemplateFault) => void;
};

/** Where a node stands, counted from 1. */
export function spotOf({ loc }: { loc: hbs.AST.SourceLocation }): Spot {
  return { line: loc.start.line, column: loc.start.column + 1 };
}
