import { pointer } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { type Operator, operators } from '#core/vocabulary/index.ts';
import {
  checkSpecial,
  ITERATING,
  type LogicLocation,
  type LogicProblem,
  nearest,
  report,
  type Walk,
} from './check-operator.ts';
import { asOperands, isCall } from './shape.ts';

const DEEPEST = 32;
const MOST_NODES = 500;
const MOST_BYTES = 16 * 1024;

/** Gives everything that is wrong with the shape of an expression; an empty list lets it be compiled. */
export function checkLogic(logic: Logic): LogicProblem[] {
  const walk: Walk = { problems: [], nodes: 0 };
  check(logic, { pointer: '', depth: 1, iterations: 0, inReduce: false }, walk);
  const tooDeep = walk.problems.some((problem) => problem.code === 'too-deep');
  if (walk.nodes > MOST_NODES) report(walk, '', 'too-many-nodes', { most: MOST_NODES });
  else if (!tooDeep && bytesOf(logic) > MOST_BYTES)
    report(walk, '', 'too-large', { most: MOST_BYTES / 1024 });
  return walk.problems;
}

function check(logic: Logic | undefined, location: LogicLocation, walk: Walk): void {
  walk.nodes += 1;
  if (walk.nodes > MOST_NODES) return;
  if (location.depth > DEEPEST) report(walk, location.pointer, 'too-deep', { most: DEEPEST });
  else if (Array.isArray(logic)) checkAll(logic, location, walk);
  else if (isCall(logic)) checkCall(logic, location, walk);
  else checkLiteralValue(logic, location, walk);
}

function checkLiteralValue(value: Logic | undefined, location: LogicLocation, walk: Walk): void {
  const json = value !== undefined && (typeof value !== 'number' || Number.isFinite(value));
  if (!json) report(walk, location.pointer, 'not-json');
}

function checkAll(list: readonly Logic[], location: LogicLocation, walk: Walk): void {
  for (const [index, item] of list.entries()) check(item, below(location, index), walk);
}

function below(location: LogicLocation, key: string | number): LogicLocation {
  return { ...location, pointer: location.pointer + pointer(key), depth: location.depth + 1 };
}

function checkCall(logic: { [key: string]: Json }, location: LogicLocation, walk: Walk): void {
  const [name, ...others] = Object.keys(logic);
  if (name === undefined || others.length > 0) {
    report(walk, location.pointer, 'not-one-operator');
    return;
  }
  const operator = operators.get(name);
  if (operator) checkOperator(operator, logic[name], location, walk);
  else report(walk, location.pointer, 'unknown-operator', { operator: name }, nearest(name));
}

function checkOperator(
  { name, arity }: Operator,
  value: Logic | undefined,
  location: LogicLocation,
  walk: Walk,
): void {
  const args = asOperands(value);
  const [least, most] = arity;
  if (args.length < least || args.length > most) {
    report(walk, location.pointer, 'arity', { operator: name, count: args.length, least, most });
  }
  checkSpecial(name, args, location, walk);
  checkOperands(name, args, Array.isArray(value), location, walk);
}

/** Operands of the operator: the short form `{ "var": "x" }` has no index in its pointer. */
function checkOperands(
  name: string,
  args: readonly Logic[],
  listed: boolean,
  location: LogicLocation,
  walk: Walk,
): void {
  const inner = { ...location, pointer: location.pointer + pointer(name) };
  args.forEach((operand, index) => {
    const at = listed ? below(inner, index) : { ...inner, depth: location.depth + 1 };
    check(operand, ITERATING.has(name) && index === 1 ? iterated(at, name) : at, walk);
  });
}

function iterated(location: LogicLocation, name: string): LogicLocation {
  return {
    ...location,
    iterations: location.iterations + 1,
    inReduce: location.inReduce || name === 'reduce',
  };
}

/** Bytes of the JSON text in UTF-8. */
function bytesOf(logic: Logic): number {
  let bytes = 0;
  for (const character of JSON.stringify(logic) ?? '') {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
