import Handlebars from 'handlebars';
import type { Shown } from '#core/model/index.ts';
import { beyondReading } from '#core/vocabulary/index.ts';

/** A place in what a template sees: whole, only asked whether something stands there, or what is read below it. */
type Coverage = { whole: boolean; asked: boolean; below: Map<string, Coverage> };

const uncovered = (): Coverage => ({ whole: false, asked: false, below: new Map() });

/** The contexts around a part of the template, innermost first. */
type Scopes = Coverage[];

/**
 * What of a form's sections a template can show: the paths that it prints or asks for, `*` being every element of a
 * list that it goes through, and `?` whether something stands there. What cannot be told counts whole, and so does
 * everything where the text is no template, or more of one than is read.
 */
export function shownBy(template: string): Shown {
  const view = uncovered();
  if (beyondReading(template)) return true;
  try {
    walk(Handlebars.parse(template), [view]);
  } catch {
    return true;
  }
  const sections = view.below.get('sections');
  return view.whole || sections?.whole ? true : shown(sections ?? uncovered());
}

function shown({ whole, asked, below }: Coverage): Shown {
  if (whole) return true;
  const parts = [...below].map(([key, inner]) => [key, shown(inner)] as const);
  return Object.fromEntries(asked ? [...parts, ['?', true as const]] : parts);
}

function walk(program: hbs.AST.Program | undefined, scopes: Scopes): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scopes);
}

function walkStatement(statement: hbs.AST.Statement, scopes: Scopes): void {
  if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
  if (statement.type === 'MustacheStatement') show(statement as hbs.AST.MustacheStatement, scopes);
  else if (statement.type === 'BlockStatement') walkBlock(statement as hbs.AST.BlockStatement, scopes);
  else for (const scope of scopes) scope.whole = true;
}

/** Prints a path, or what a helper makes of its operands. */
function show(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scopes: Scopes): void {
  const isCall = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
  for (const operand of isCall ? operandsOf(call) : [call.path]) read(operand, scopes);
}

const operandsOf = ({ params, hash }: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>) => [
  ...params,
  ...(hash?.pairs ?? []).map(({ value }) => value),
];

function read(operand: hbs.AST.Node, scopes: Scopes): void {
  if (operand.type === 'SubExpression') show(operand as hbs.AST.SubExpression, scopes);
  else if (operand.type === 'PathExpression')
    coverageAt(operand as hbs.AST.PathExpression, scopes).whole = true;
}

function walkBlock(block: hbs.AST.BlockStatement, scopes: Scopes): void {
  const name = (block.path as hbs.AST.PathExpression).original;
  const [subject] = block.params;
  const path = subject?.type === 'PathExpression' ? (subject as hbs.AST.PathExpression) : undefined;
  const enters = name === 'each' || name === 'with';
  if (path && enters) walk(block.program, [entered(coverageAt(path, scopes), name), ...scopes]);
  else if (path && (name === 'if' || name === 'unless')) coverageAt(path, scopes).asked = true;
  else for (const operand of operandsOf(block)) read(operand, scopes);
  // What is gone into without a path cannot be told apart from what stands around it.
  if (enters && !path) walk(block.program, [uncovered(), ...scopes]);
  if (!enters) walk(block.program, scopes);
  walk(block.inverse, scopes);
}

/** The context inside the block; going in asks whether something is there. */
function entered(subject: Coverage, block: 'each' | 'with'): Coverage {
  subject.asked = true;
  return block === 'each' ? below(subject, '*') : subject;
}

/** A place that stands nowhere takes what is read by `@index` and its like. */
function coverageAt({ data, depth, parts }: hbs.AST.PathExpression, scopes: Scopes): Coverage {
  const scope = data ? undefined : scopes[depth];
  return scope === undefined ? uncovered() : parts.reduce((at, part) => below(at, String(part)), scope);
}

function below(at: Coverage, key: string): Coverage {
  const known = at.below.get(key) ?? uncovered();
  at.below.set(key, known);
  return known;
}
