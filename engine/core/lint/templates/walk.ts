import { isNumberPattern, templateLimits } from '#core/vocabulary/index.ts';
import { meantHint } from '../nearest.ts';
import { ANY, type Shape } from '../shapes/shape.ts';
import { isAnswerFree } from './answer-free.ts';
import { readBlock, readOutput } from './markup/reader.ts';
import { readText } from './markup/text.ts';
import { shapeOf } from './paths.ts';
import { spotOf, type TemplateScope } from './scope.ts';

export const BLOCKS = ['if', 'unless', 'each', 'with', 'eq', 'repeat'];
/** How many operands a helper takes: with fewer it would print something else. */
const OPERANDS: Record<string, number> = {
  ...{ if: 1, unless: 1, each: 1, with: 1, eq: 2, repeat: 1 },
  ...{ date: 2, number: 2, capital: 1, inc: 1, default: 2, join: 2 },
};
/** Of a helper that takes as many as there are: how many at least. */
const LEAST_OPERANDS: Record<string, number> = { joined: 3, joinedBut: 4, longer: 2 };
export const HELPERS = [
  'date',
  'number',
  'capital',
  'inc',
  'default',
  'join',
  'joined',
  'joinedBut',
  'longer',
];
const MOST_EACH = 3;
const MOST_BLOCKS = templateLimits.blocks;
const REFUSED = ['lookup', 'log', 'helperMissing', 'blockHelperMissing'];

/** Walks a template as it would be executed and reports what the language does not allow. */
export function walkProgram(program: hbs.AST.Program | undefined, inside: TemplateScope): void {
  for (const statement of program?.body ?? []) walkStatement(statement, inside);
}

function walkStatement(statement: hbs.AST.Statement, inside: TemplateScope): void {
  if (statement.type === 'CommentStatement') return;
  if (statement.type === 'ContentStatement') walkContent(statement as hbs.AST.ContentStatement, inside);
  else if (statement.type === 'MustacheStatement')
    walkMustache(statement as hbs.AST.MustacheStatement, inside);
  else if (statement.type === 'BlockStatement') walkBlock(statement as hbs.AST.BlockStatement, inside);
  else refuseStatement(statement, inside);
}

/** What is printed of it: Handlebars takes the blanks off around blocks that stand on lines of their own. */
function walkContent(content: hbs.AST.ContentStatement, { markup }: TemplateScope): void {
  const { line, column } = spotOf(content);
  const original = String(content.original);
  const taken = original.slice(0, original.indexOf(content.value));
  const lines = taken.split('\n');
  const behind = lines.length === 1 ? column : 1;
  const spot = { line: line + lines.length - 1, column: behind + (lines.at(-1)?.length ?? 0) };
  readText(markup, content.value, spot);
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
  refuseParts(node, inside);
  readOutput(inside.markup, {
    ...spotOf(node),
    source: sourceOf(node),
    isAnswerFree: () => isAnswerFree(node, inside),
  });
}

/** What is made of parts and has no text of its own would be printed as nothing that people can read. */
function refuseParts({ path, params }: hbs.AST.MustacheStatement, inside: TemplateScope): void {
  const isCall = params.length > 0;
  if (isCall && !HELPERS.includes(nameOf(path))) return;
  for (const operand of isCall ? params : [path]) {
    if (operand.type !== 'PathExpression') continue;
    const printed = operand as hbs.AST.PathExpression;
    if (shapeOf(printed, { ...inside, report: () => {} }).type !== 'record') continue;
    inside.report({
      code: 'template-field',
      sentence: 'template-field.parts',
      severity: 'warning',
      params: { ...spotOf(printed), path: printed.original },
    });
  }
}

/** An output as the template writes it, near enough to find it. */
function sourceOf({ path, params }: hbs.AST.MustacheStatement): string {
  const operands = params.map((one) => (one as hbs.AST.PathExpression).original ?? '(…)');
  return `{{${[nameOf(path), ...operands].join(' ')}}}`;
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
  const within = name === 'each' || name === 'with' ? entered(node, name, inner) : inner;
  readBlock(inside.markup, {
    ...spotOf(node),
    name,
    branches: [
      () => walkProgram(node.program, within),
      node.inverse ? () => walkProgram(node.inverse, inner) : null,
    ],
  });
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
      params: { ...spotOf(node), name },
      ...meantHint(name, helpers),
    });
  } else checkOperands(node, name, inside);
  if (name === 'number') checkPattern(node, inside);
  for (const operand of node.params) walkOperand(operand, inside);
  for (const pair of node.hash?.pairs ?? []) walkOperand(pair.value, inside);
}

function checkOperands(node: Callable, name: string, inside: TemplateScope): void {
  const { [name]: least } = LEAST_OPERANDS;
  const found = node.params.length;
  if (least === undefined ? found === OPERANDS[name] : found >= least) return;
  inside.report({
    code: 'template-refused',
    sentence: least === undefined ? 'template-refused.operands' : 'template-refused.few-operands',
    params: { ...spotOf(node), name, wanted: least ?? OPERANDS[name] ?? 0, found },
  });
}

/** The pattern of numbers is written out, so that it is seen here whether there is one. */
function checkPattern(node: Callable, inside: TemplateScope): void {
  const [, pattern] = node.params;
  const text = pattern?.type === 'StringLiteral' ? (pattern as hbs.AST.StringLiteral).value : '';
  if (pattern === undefined || isNumberPattern(text)) return;
  inside.report({
    code: 'template-refused',
    sentence: 'template-refused.pattern',
    params: { ...spotOf(node), pattern: text },
  });
}

function walkOperand(node: hbs.AST.Expression, inside: TemplateScope): void {
  if (node.type === 'PathExpression') shapeOf(node as hbs.AST.PathExpression, inside);
  else if (node.type === 'SubExpression') walkCall(node as hbs.AST.SubExpression, [...HELPERS, 'eq'], inside);
}

function nameOf(path: hbs.AST.Expression): string {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}

type Refusal = 'partial' | 'decorator' | 'statement' | 'raw' | 'blocks' | 'params' | 'each';

function refuse(
  inside: TemplateScope,
  node: { loc: hbs.AST.SourceLocation },
  why: Refusal,
  params: Record<string, string | number> = {},
): void {
  inside.report({
    code: 'template-refused',
    sentence: `template-refused.${why}`,
    params: { ...spotOf(node), ...params },
  });
}
