import { nearest } from '../nearest.ts';
import { ANY, keysOf, type Shape, shapeBelow } from '../shapes/shape.ts';
import type { TemplateFault } from './fault.ts';

/** Where the walk stands: the contexts around it, innermost first, and the names of block parameters. */
type TemplateScope = {
  scopes: Shape[];
  locals: string[];
  eachDepth: number;
  blocks: number;
  report: (fault: TemplateFault) => void;
};

const BLOCKS = ['if', 'unless', 'each', 'with', 'eq', 'repeat'];
const HELPERS = ['date', 'inc', 'default', 'join'];
const DATA = ['index', 'first', 'last', 'key'];
const MOST_EACH = 3;
const MOST_BLOCKS = 24;
const REFUSED = ['lookup', 'log', 'helperMissing', 'blockHelperMissing'];

/** Walks a template as it would be executed and reports what the language does not allow. */
export function walkProgram(program: hbs.AST.Program | undefined, inside: TemplateScope): void {
  for (const statement of program?.body ?? []) walkStatement(statement, inside);
}

function walkStatement(statement: hbs.AST.Statement, inside: TemplateScope): void {
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  if (statement.type === 'MustacheStatement') walkMustache(statement as hbs.AST.MustacheStatement, inside);
  else if (statement.type === 'BlockStatement') walkBlock(statement as hbs.AST.BlockStatement, inside);
  else refuseStatement(statement, inside);
}

function refuseStatement(statement: hbs.AST.Statement, inside: TemplateScope): void {
  const words: Record<string, string> = {
    PartialStatement: 'Partials',
    PartialBlockStatement: 'Partials',
    Decorator: 'Decorators',
    DecoratorBlock: 'Decorators',
  };
  refuse(inside, statement, `${words[statement.type] ?? statement.type} are not part of the language`);
}

function walkMustache(node: hbs.AST.MustacheStatement, inside: TemplateScope): void {
  if (!node.escaped) refuse(inside, node, 'Raw output ({{{ }}} and {{& }}) is not part of the language');
  walkCall(node, HELPERS, inside);
}

function walkBlock(node: hbs.AST.BlockStatement, inside: TemplateScope): void {
  const name = nameOf(node.path);
  const inner = { ...inside, blocks: inside.blocks + 1 };
  if (inner.blocks > MOST_BLOCKS) {
    refuse(inside, node, `Blocks nest at most ${MOST_BLOCKS} deep`);
    return;
  }
  walkCall(node, BLOCKS, inside);
  if (node.program?.blockParams?.length)
    refuse(inside, node, 'Block parameters are not part of the language');
  walkProgram(node.program, name === 'each' || name === 'with' ? entered(node, name, inner) : inner);
  walkProgram(node.inverse, inner);
}

function entered(node: hbs.AST.BlockStatement, name: 'each' | 'with', inside: TemplateScope): TemplateScope {
  const eachDepth = inside.eachDepth + (name === 'each' ? 1 : 0);
  if (eachDepth > MOST_EACH) refuse(inside, node, `{{#each}} nests at most ${MOST_EACH} deep`);
  const [subject] = node.params;
  const shape =
    subject?.type === 'PathExpression'
      ? shapeOf(subject as hbs.AST.PathExpression, { ...inside, report: () => {} })
      : ANY;
  return { ...inside, eachDepth, scopes: [name === 'each' ? elementOf(shape) : shape, ...inside.scopes] };
}

function elementOf(shape: Shape): Shape {
  return shape.type === 'list' ? shape.items : ANY;
}

type Callable = {
  path: hbs.AST.Expression;
  params: hbs.AST.Expression[];
  hash?: hbs.AST.Hash;
  loc: hbs.AST.SourceLocation;
};

/** A helper with its operands, or a plain path. Blocks are always helpers. */
function walkCall(node: Callable, helpers: string[], inside: TemplateScope): void {
  const name = nameOf(node.path);
  const isBlock = helpers === BLOCKS;
  const isCall = isBlock || node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
  if (!isCall) {
    walkOperand(node.path, inside);
    return;
  }
  if (REFUSED.includes(name) || !helpers.includes(name)) {
    const meant = nearest(name, helpers);
    const hint = meant === undefined ? undefined : `"${meant}" may be meant`;
    inside.report({
      code: 'template-refused',
      message: `${lineOf(node)}: there is no ${isBlock ? 'block' : 'helper'} "${name}"`,
      hint,
    });
  }
  for (const operand of node.params) walkOperand(operand, inside);
  for (const pair of node.hash?.pairs ?? []) walkOperand(pair.value, inside);
}

function walkOperand(node: hbs.AST.Expression, inside: TemplateScope): void {
  if (node.type === 'PathExpression') shapeOf(node as hbs.AST.PathExpression, inside);
  else if (node.type === 'SubExpression') walkCall(node as hbs.AST.SubExpression, [...HELPERS, 'eq'], inside);
}

/** Follows a path through the contexts around it. */
function shapeOf(node: hbs.AST.PathExpression, inside: TemplateScope): Shape {
  const parts = node.parts.map(String);
  if (node.data) return dataOf(node, parts, inside);
  const scope = inside.scopes[node.depth];
  if (!scope) return missing(node, node.original, undefined, inside);
  let shape: Shape = scope;
  for (const part of parts) {
    const next: Shape | undefined =
      shapeBelow(shape, part) ?? (part === 'length' && shape.type === 'list' ? ANY : undefined);
    if (!next) return missing(node, part, shape, inside);
    shape = next;
  }
  return shape;
}

function dataOf(node: hbs.AST.PathExpression, parts: string[], inside: TemplateScope): Shape {
  if (!DATA.includes(parts[0] ?? ''))
    refuse(inside, node, `"@${parts.join('.')}" is not part of the language`);
  return ANY;
}

function missing(
  node: hbs.AST.PathExpression,
  part: string,
  above: Shape | undefined,
  inside: TemplateScope,
): Shape {
  const hint = above && hintFor(part, above);
  const message = `${lineOf(node)}: "${node.original}" names nothing that this sheet may show`;
  inside.report({ code: 'template-field', message, ...(hint ? { hint } : {}) });
  return ANY;
}

function hintFor(part: string, above: Shape): string | undefined {
  if (above.type === 'text')
    return `What "${part}" is asked of is one text already: print it without ".${part}"`;
  const meant = nearest(part, keysOf(above));
  return meant && `"${meant}" may be meant`;
}

function nameOf(path: hbs.AST.Expression): string {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}

function refuse(inside: TemplateScope, node: { loc: hbs.AST.SourceLocation }, message: string): void {
  inside.report({ code: 'template-refused', message: `${lineOf(node)}: ${message}` });
}

function lineOf({ loc }: { loc: hbs.AST.SourceLocation }): string {
  return `Line ${loc.start.line}, column ${loc.start.column + 1}`;
}
