import type { Shape } from '../shapes/shape.ts';
import { shapeOf } from './paths.ts';
import type { TemplateScope } from './scope.ts';

/**
 * Whether what is printed here is said by the engine or by the definition: a number that is counted or bounded, a
 * choice among words of the definition, a literal. Answers are not, nor anything that is made of them.
 */
export function isAnswerFree(node: hbs.AST.Node, inside: TemplateScope): boolean {
  if (node.type === 'PathExpression') return isFreePath(node as hbs.AST.PathExpression, inside);
  if (node.type !== 'MustacheStatement' && node.type !== 'SubExpression')
    return node.type.endsWith('Literal');
  const { path, params } = node as hbs.AST.SubExpression;
  if (params.length === 0) return isAnswerFree(path, inside);
  const { original } = path as hbs.AST.PathExpression;
  if (original === 'eq') return true;
  return PASSING.includes(original) && params.every((operand) => isAnswerFree(operand, inside));
}

/** Helpers that give one of their operands, or the number behind it. */
const PASSING = ['inc', 'default'];

function isFreePath(node: hbs.AST.PathExpression, inside: TemplateScope): boolean {
  return isFreeShape(shapeOf(node, { ...inside, report: () => {} }));
}

const isFreeShape = (shape: Shape): boolean =>
  shape.type === 'number' ||
  shape.type === 'boolean' ||
  (shape.type === 'text' && shape.values !== undefined);
