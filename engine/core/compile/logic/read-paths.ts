import type { ExpressionDefinition, Logic } from '#core/model/index.ts';
import { beyond } from '#core/vocabulary/index.ts';
import { ITERATING } from './check-operator.ts';
import { namedPaths, pathOperands } from './missing.ts';
import { asOperands, isCall } from './shape.ts';

/** Operators that hand on elements of the list that they are given. */
const PASSING = new Set(['filter', 'distinct', 'values']);

/** Where `var` starts: '' at the rule's data, `application.costs.*` at an element, `*` at an element of a computed list. */
type PathScope = { base: string; reduce: boolean; outer: PathScope | null };
type Expressions = Readonly<Record<string, ExpressionDefinition>>;
type Walk = {
  paths: Set<string>;
  expressions: Expressions;
  /** The named expressions that have been read: each once, or those that use one another would be read without end. */
  read: Set<string>;
};

const RULE: PathScope = { base: '', reduce: false, outer: null };

/**
 * The paths that an expression reads, each once: `application.cover.title`. Inside iterations they run through an
 * element: `application.costs.*.amount`, or `*.amount` where the list is computed. With `expressions` the paths of
 * the named expressions that it uses are among them, their parameters left out.
 */
export function readPaths(logic: Logic, expressions: Expressions = {}): string[] {
  return [...pathsIn(logic, expressions)].filter((path) => path !== '');
}

/** Whether an expression, or a named one that it uses, reads the data as a whole: `{ "var": "" }` outside iterations. */
export function readsWhole(logic: Logic, expressions: Expressions): boolean {
  return pathsIn(logic, expressions).has('');
}

function pathsIn(logic: Logic, expressions: Expressions): ReadonlySet<string> {
  const walk: Walk = { paths: new Set(), expressions, read: new Set() };
  visit(logic, RULE, walk);
  return walk.paths;
}

function visit(logic: Logic | undefined, scope: PathScope, walk: Walk): void {
  if (Array.isArray(logic)) {
    for (const item of logic) visit(item, scope, walk);
    return;
  }
  if (!isCall(logic)) return;
  for (const [name, value] of Object.entries(logic)) visitCall(name, asOperands(value), scope, walk);
}

function visitCall(name: string, args: readonly Logic[], scope: PathScope, walk: Walk): void {
  if (name === 'var') visitVar(args, scope, walk);
  else if (name === 'missing' || name === 'missing_some') visitMissing(name, args, scope, walk);
  else visitOperands(name, args, scope, walk);
}

function visitOperands(name: string, args: readonly Logic[], scope: PathScope, walk: Walk): void {
  if (name === 'use') visitExpression(args[0], walk);
  args.forEach((operand, index) => {
    const inside = ITERATING.has(name) && index === 1;
    const element = { base: elementOf(args[0], scope), reduce: name === 'reduce', outer: scope };
    visit(operand, inside ? element : scope, walk);
  });
}

function visitMissing(name: string, args: readonly Logic[], scope: PathScope, walk: Walk): void {
  for (const operand of pathOperands(name, args)) {
    const { paths, conditions } = namedPaths(operand) ?? { paths: [], conditions: [] };
    for (const path of paths) add(path, scope, walk);
    for (const condition of conditions) visit(condition, scope, walk);
  }
}

function visitVar([path, fallback]: readonly Logic[], scope: PathScope, walk: Walk): void {
  add(path, scope, walk);
  visit(fallback, scope, walk);
}

function add(path: Logic | undefined, scope: PathScope, walk: Walk): void {
  const resolved = resolve(path, scope);
  if (resolved !== null && resolved !== '*') walk.paths.add(resolved);
}

/** In a `reduce`, `current` is the element and `accumulator` is nothing that is read. */
function resolve(path: Logic | undefined, { base, reduce, outer }: PathScope): string | null {
  if (typeof path !== 'string' && typeof path !== 'number') return null;
  const text = String(path);
  const rest = outer === null ? null : beyond(text);
  if (outer !== null && rest !== null) return resolve(rest, outer);
  if (!reduce) return joined(base, text);
  if (text === 'current') return base;
  return text.startsWith('current.') ? joined(base, text.slice('current.'.length)) : null;
}

function joined(base: string, path: string): string {
  return base === '' || path === '' ? base + path : `${base}.${path}`;
}

/** The element's path of a list that is read, also through operators that only hand elements on. */
function elementOf(list: Logic | undefined, scope: PathScope): string {
  if (!isCall(list)) return '*';
  const [name, value] = Object.entries(list)[0] ?? ['', null];
  if (PASSING.has(name)) return elementOf(asOperands(value)[0], scope);
  const path = name === 'var' ? resolve(asOperands(value)[0], scope) : null;
  return path === null || path === '' ? '*' : `${path}.*`;
}

function visitExpression(name: Logic | undefined, walk: Walk): void {
  if (typeof name !== 'string' || walk.read.has(name) || !Object.hasOwn(walk.expressions, name)) return;
  walk.read.add(name);
  const inner: Walk = { ...walk, paths: new Set() };
  visit(walk.expressions[name]?.logic, RULE, inner);
  for (const path of inner.paths) if (path !== 'params' && !path.startsWith('params.')) walk.paths.add(path);
}
