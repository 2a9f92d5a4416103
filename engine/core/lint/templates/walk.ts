import { nearest } from '../nearest.ts';
import { ANY, below, keysOf, type Shape } from '../shapes/shape.ts';
import type { TemplateFault } from './fault.ts';

/** Where the walk stands: the contexts around it, innermost first, and the names of block parameters. */
type Place = {
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

/** Goes through a template as it would be carried out and tells what the language does not allow. */
export function walkProgram(program: hbs.AST.Program | undefined, place: Place): void {
  for (const statement of program?.body ?? []) walkStatement(statement, place);
}

function walkStatement(statement: hbs.AST.Statement, place: Place): void {
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  if (statement.type === 'MustacheStatement') walkMustache(statement as hbs.AST.MustacheStatement, place);
  else if (statement.type === 'BlockStatement') walkBlock(statement as hbs.AST.BlockStatement, place);
  else refuseStatement(statement, place);
}

function refuseStatement(statement: hbs.AST.Statement, place: Place): void {
  const words: Record<string, string> = {
    PartialStatement: 'Partials',
    PartialBlockStatement: 'Partials',
    Decorator: 'Decorators',
    DecoratorBlock: 'Decorators',
  };
  refuse(place, statement, `${words[statement.type] ?? statement.type} are not part of the language`);
}

function walkMustache(node: hbs.AST.MustacheStatement, place: Place): void {
  if (!node.escaped) refuse(place, node, 'Raw output ({{{ }}} and {{& }}) is not part of the language');
  walkCall(node, HELPERS, place);
}

function walkBlock(node: hbs.AST.BlockStatement, place: Place): void {
  const name = nameOf(node.path);
  const inner = { ...place, blocks: place.blocks + 1 };
  if (inner.blocks > MOST_BLOCKS) {
    refuse(place, node, `Blocks nest at most ${MOST_BLOCKS} deep`);
    return;
  }
  walkCall(node, BLOCKS, place);
  if (node.program?.blockParams?.length) refuse(place, node, 'Block parameters are not part of the language');
  walkProgram(node.program, name === 'each' || name === 'with' ? entered(node, name, inner) : inner);
  walkProgram(node.inverse, inner);
}

function entered(node: hbs.AST.BlockStatement, name: 'each' | 'with', place: Place): Place {
  const eachDepth = place.eachDepth + (name === 'each' ? 1 : 0);
  if (eachDepth > MOST_EACH) refuse(place, node, `{{#each}} nests at most ${MOST_EACH} deep`);
  const [subject] = node.params;
  const shape =
    subject?.type === 'PathExpression'
      ? shapeOf(subject as hbs.AST.PathExpression, { ...place, report: () => {} })
      : ANY;
  return { ...place, eachDepth, scopes: [name === 'each' ? elementOf(shape) : shape, ...place.scopes] };
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
function walkCall(node: Callable, helpers: string[], place: Place): void {
  const name = nameOf(node.path);
  const isBlock = helpers === BLOCKS;
  const isCall = isBlock || node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
  if (!isCall) {
    walkOperand(node.path, place);
    return;
  }
  if (REFUSED.includes(name) || !helpers.includes(name)) {
    const meant = nearest(name, helpers);
    const hint = meant === undefined ? undefined : `"${meant}" may be meant`;
    place.report({
      code: 'template-refused',
      message: `${lineOf(node)}: there is no ${isBlock ? 'block' : 'helper'} "${name}"`,
      hint,
    });
  }
  for (const operand of node.params) walkOperand(operand, place);
  for (const pair of node.hash?.pairs ?? []) walkOperand(pair.value, place);
}

function walkOperand(node: hbs.AST.Expression, place: Place): void {
  if (node.type === 'PathExpression') shapeOf(node as hbs.AST.PathExpression, place);
  else if (node.type === 'SubExpression') walkCall(node as hbs.AST.SubExpression, [...HELPERS, 'eq'], place);
}

/** Follows a path through the contexts around it. */
function shapeOf(node: hbs.AST.PathExpression, place: Place): Shape {
  const parts = node.parts.map(String);
  if (node.data) return dataOf(node, parts, place);
  const scope = place.scopes[node.depth];
  if (!scope) return missing(node, node.original, undefined, place);
  let shape: Shape = scope;
  for (const part of parts) {
    const next: Shape | undefined =
      below(shape, part) ?? (part === 'length' && shape.type === 'list' ? ANY : undefined);
    if (!next) return missing(node, part, shape, place);
    shape = next;
  }
  return shape;
}

function dataOf(node: hbs.AST.PathExpression, parts: string[], place: Place): Shape {
  if (!DATA.includes(parts[0] ?? ''))
    refuse(place, node, `"@${parts.join('.')}" is not part of the language`);
  return ANY;
}

function missing(node: hbs.AST.PathExpression, part: string, above: Shape | undefined, place: Place): Shape {
  const hint = above && hintFor(part, above);
  const message = `${lineOf(node)}: "${node.original}" names nothing that this sheet may show`;
  place.report({ code: 'template-field', message, ...(hint ? { hint } : {}) });
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

function refuse(place: Place, node: { loc: hbs.AST.SourceLocation }, message: string): void {
  place.report({ code: 'template-refused', message: `${lineOf(node)}: ${message}` });
}

function lineOf({ loc }: { loc: hbs.AST.SourceLocation }): string {
  return `Line ${loc.start.line}, column ${loc.start.column + 1}`;
}
