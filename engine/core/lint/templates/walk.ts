import { meantHint } from '../nearest.ts';
import type { Hint } from '../report/index.ts';
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
/** How many operands a helper takes: with fewer it would print something else. */
const OPERANDS: Record<string, number> = {
  ...{ if: 1, unless: 1, each: 1, with: 1, eq: 2, repeat: 1 },
  ...{ date: 2, inc: 1, default: 2, join: 2 },
};
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
  const { type } = statement;
  if (type.startsWith('Partial')) refuse(inside, statement, 'partial');
  else if (type.startsWith('Decorator')) refuse(inside, statement, 'decorator');
  else refuse(inside, statement, 'statement', { statement: type });
}

function walkMustache(node: hbs.AST.MustacheStatement, inside: TemplateScope): void {
  if (!node.escaped) refuse(inside, node, 'raw');
  walkCall(node, HELPERS, inside);
}

function walkBlock(node: hbs.AST.BlockStatement, inside: TemplateScope): void {
  const name = nameOf(node.path);
  const inner = { ...inside, blocks: inside.blocks + 1 };
  if (inner.blocks > MOST_BLOCKS) {
    refuse(inside, node, 'blocks', { most: MOST_BLOCKS });
    return;
  }
  walkCall(node, BLOCKS, inside);
  if (node.program?.blockParams?.length) refuse(inside, node, 'params');
  walkProgram(node.program, name === 'each' || name === 'with' ? entered(node, name, inner) : inner);
  walkProgram(node.inverse, inner);
}

function entered(node: hbs.AST.BlockStatement, name: 'each' | 'with', inside: TemplateScope): TemplateScope {
  const eachDepth = inside.eachDepth + (name === 'each' ? 1 : 0);
  if (eachDepth > MOST_EACH) refuse(inside, node, 'each', { most: MOST_EACH });
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
    inside.report({
      code: 'template-refused',
      sentence: isBlock ? 'template-refused.block' : 'template-refused.helper',
      params: { ...lineOf(node), name },
      ...meantHint(name, helpers),
    });
  } else if (node.params.length !== OPERANDS[name]) {
    inside.report({
      code: 'template-refused',
      sentence: 'template-refused.operands',
      params: { ...lineOf(node), name, wanted: OPERANDS[name] ?? 0, found: node.params.length },
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
  if (!DATA.includes(parts[0] ?? '')) refuse(inside, node, 'data', { name: parts.join('.') });
  return ANY;
}

function missing(
  node: hbs.AST.PathExpression,
  part: string,
  above: Shape | undefined,
  inside: TemplateScope,
): Shape {
  const hint = above && hintFor(part, above);
  inside.report({ code: 'template-field', params: { ...lineOf(node), path: node.original }, ...hint });
  return ANY;
}

function hintFor(part: string, above: Shape): { hint?: Hint } {
  if (above.type === 'text') return { hint: { sentence: 'oneText', params: { part } } };
  return meantHint(part, keysOf(above));
}

function nameOf(path: hbs.AST.Expression): string {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}

type Refusal = 'partial' | 'decorator' | 'statement' | 'raw' | 'blocks' | 'params' | 'each' | 'data';

function refuse(
  inside: TemplateScope,
  node: { loc: hbs.AST.SourceLocation },
  why: Refusal,
  params: Record<string, string | number> = {},
): void {
  inside.report({
    code: 'template-refused',
    sentence: `template-refused.${why}`,
    params: { ...lineOf(node), ...params },
  });
}

function lineOf({ loc }: { loc: hbs.AST.SourceLocation }): { line: number; column: number } {
  return { line: loc.start.line, column: loc.start.column + 1 };
}
