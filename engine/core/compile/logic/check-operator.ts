import type { Logic } from '#core/model/index.ts';
import { isHostile, operators, patternProblem, splitPath } from '#core/vocabulary/index.ts';

/** What is wrong with an expression itself, whatever the data. `pointer` runs inside the expression. */
export type LogicProblem = {
  pointer: string;
  /** What is wrong, in one word, and what it is said with. */
  code: LogicFault;
  params: Record<string, string | number>;
  /** The word that was probably meant. */
  meant?: string;
};

type LogicFault =
  | 'too-deep'
  | 'too-many-nodes'
  | 'too-large'
  | 'not-json'
  | 'not-one-operator'
  | 'unknown-operator'
  | 'arity'
  | 'nested-iterations'
  | 'growing-reduce'
  | 'not-literal'
  | 'hostile-path'
  | 'unsafe-pattern';

const DEEPEST_ITERATION = 3;

/** Operators whose second operand is evaluated once an element. */
export const ITERATING = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none']);
const GROWING = new Set(['cat', 'merge']);

/** Operands that must be written out, so that lint can see what they name: operator -> positions. */
const LITERAL: Readonly<Record<string, readonly number[]>> = {
  var: [0],
  use: [0],
  code: [0, 2],
  matches: [1],
  checksum: [0],
};

/** Where the check stands. */
export type LogicLocation = { pointer: string; depth: number; iterations: number; inReduce: boolean };
/** What a check has found so far, and how many nodes it has seen. */
export type Walk = { problems: LogicProblem[]; nodes: number };

/** Adds one problem. */
export function report(
  walk: Walk,
  pointer: string,
  code: LogicFault,
  params: LogicProblem['params'] = {},
  meant?: string,
): void {
  walk.problems.push({ pointer, code, params, ...(meant === undefined ? {} : { meant }) });
}

/** What each operator asks of its own operands: literal names, safe patterns, iterations that stay small. */
export function checkSpecial(
  name: string,
  args: readonly Logic[],
  location: LogicLocation,
  walk: Walk,
): void {
  if (ITERATING.has(name) && location.iterations >= DEEPEST_ITERATION) {
    report(walk, location.pointer, 'nested-iterations', { most: DEEPEST_ITERATION });
  }
  if (GROWING.has(name) && location.inReduce) {
    report(walk, location.pointer, 'growing-reduce', { operator: name });
  }
  for (const position of LITERAL[name] ?? []) checkLiteral(name, args[position], location, walk);
  if (name === 'var') checkPath(args[0], location, walk);
  if (name === 'missing') checkMissing(args, location, walk);
  if (name === 'matches' && typeof args[1] === 'string') checkPattern(args[1], location, walk);
  if (name === 'get' && typeof args[1] === 'string') checkPath(args[1], location, walk);
}

function checkMissing(args: readonly Logic[], location: LogicLocation, walk: Walk): void {
  for (const path of args.flat()) {
    checkLiteral('missing', path, location, walk);
    checkPath(path, location, walk);
  }
}

function checkLiteral(name: string, operand: Logic | undefined, location: LogicLocation, walk: Walk): void {
  if (typeof operand === 'string') return;
  if (typeof operand === 'number' && (name === 'var' || name === 'missing')) return;
  report(walk, location.pointer, 'not-literal', { operator: name });
}

function checkPath(path: Logic | undefined, location: LogicLocation, walk: Walk): void {
  const hostile = typeof path === 'string' ? splitPath(path).find(isHostile) : undefined;
  if (hostile !== undefined) report(walk, location.pointer, 'hostile-path', { name: hostile });
}

function checkPattern(pattern: string, location: LogicLocation, walk: Walk): void {
  const problem = patternProblem(pattern);
  if (problem !== null) report(walk, location.pointer, 'unsafe-pattern', { fault: problem });
}

/** The operator that was meant: other capitals, or the word of another dialect. */
export function nearest(name: string): string | undefined {
  const habits: Readonly<Record<string, string>> = {
    '?:': 'if',
    not: '!',
    missing_some: 'missing',
    concat: 'cat',
    eq: '==',
    substring: 'substr',
  };
  const meant = Object.hasOwn(habits, name)
    ? habits[name]
    : [...operators.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
  return meant;
}
