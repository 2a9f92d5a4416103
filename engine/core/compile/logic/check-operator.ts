import type { Logic } from '#core/model/index.ts';
import {
  type ChecksumFault,
  checksumFault,
  checksumNames,
  isHostile,
  operators,
  outerSteps,
  patternProblem,
  splitPath,
} from '#core/vocabulary/index.ts';
import { namedPaths, pathOperands } from './missing.ts';

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
  | 'nothing-outside'
  | ChecksumFault
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
  if (name === 'missing' || name === 'missing_some') checkMissing(name, args, location, walk);
  if (name === 'checksum') checkChecksum(args, location, walk);
  if (name === 'matches' && typeof args[1] === 'string') checkPattern(args[1], location, walk);
  if (name === 'get' && typeof args[1] === 'string') checkHostile(args[1], location, walk);
}

function checkMissing(name: string, args: readonly Logic[], location: LogicLocation, walk: Walk): void {
  for (const operand of pathOperands(name, args)) {
    const named = namedPaths(operand);
    if (named === null) report(walk, location.pointer, 'not-literal', { operator: name });
    for (const path of named?.paths ?? []) checkPath(path, location, walk);
  }
}

/** The sum and its weights are written out, so that it is seen here whether there is one. */
function checkChecksum(args: readonly Logic[], location: LogicLocation, walk: Walk): void {
  const fault = typeof args[0] === 'string' ? checksumFault(args[0], args.slice(2)) : null;
  const params = { name: String(args[0]), known: checksumNames.join(', ') };
  if (fault !== null) report(walk, location.pointer, fault, params);
}

function checkLiteral(name: string, operand: Logic | undefined, location: LogicLocation, walk: Walk): void {
  if (typeof operand === 'string') return;
  if (typeof operand === 'number' && name === 'var') return;
  report(walk, location.pointer, 'not-literal', { operator: name });
}

function checkPath(path: Logic | undefined, location: LogicLocation, walk: Walk): void {
  checkHostile(path, location, walk);
  const steps = typeof path === 'string' ? outerSteps(path) : 0;
  if (steps > location.iterations)
    report(walk, location.pointer, 'nothing-outside', { steps, most: location.iterations });
}

function checkHostile(path: Logic | undefined, location: LogicLocation, walk: Walk): void {
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
    not: '!',
    concat: 'cat',
    eq: '==',
    substring: 'substr',
  };
  const meant = Object.hasOwn(habits, name)
    ? habits[name]
    : [...operators.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
  return meant;
}
