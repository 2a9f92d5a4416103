import { meantHint } from '../nearest.ts';
import type { Hint } from '../report/index.ts';
import { ANY, BOOLEAN, keysOf, NUMBER, type Shape, shapeBelow } from '../shapes/shape.ts';
import { spotOf, type TemplateScope } from './scope.ts';

/** What Handlebars itself says inside `each` and `repeat`. */
const DATA: Record<string, Shape> = { index: NUMBER, first: BOOLEAN, last: BOOLEAN, key: ANY };

/** Follows a path through the contexts around it. */
export function shapeOf(node: hbs.AST.PathExpression, inside: TemplateScope): Shape {
  const parts = node.parts.map(String);
  if (node.data) return dataOf(node, parts, inside);
  const scope = inside.scopes[node.depth];
  if (!scope) return missing(node, node.original, undefined, inside);
  let shape: Shape = scope;
  for (const part of parts) {
    const next: Shape | undefined =
      shapeBelow(shape, part) ?? (part === 'length' && shape.type === 'list' ? NUMBER : undefined);
    if (!next) return missing(node, part, shape, inside);
    shape = next;
  }
  return shape;
}

function dataOf(node: hbs.AST.PathExpression, parts: string[], inside: TemplateScope): Shape {
  const [name = ''] = parts;
  if (!Object.hasOwn(DATA, name)) {
    const params = { ...spotOf(node), name: parts.join('.') };
    inside.report({ code: 'template-refused', sentence: 'template-refused.data', params });
  }
  return DATA[name] ?? ANY;
}

function missing(
  node: hbs.AST.PathExpression,
  part: string,
  above: Shape | undefined,
  inside: TemplateScope,
): Shape {
  const hint = above && hintFor(part, above);
  inside.report({ code: 'template-field', params: { ...spotOf(node), path: node.original }, ...hint });
  return ANY;
}

function hintFor(part: string, above: Shape): { hint?: Hint } {
  if (above.type === 'text') return { hint: { sentence: 'oneText', params: { part } } };
  return meantHint(part, keysOf(above));
}
