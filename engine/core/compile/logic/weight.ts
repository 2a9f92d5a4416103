import type { Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { asOperands, isCall } from './shape.ts';

/** Characters of a path that are read in a step. */
const PATH = 16;

const WEIGHTS = new WeakMap<object, number>();

/**
 * The steps of carrying out a piece of logic once, whatever it reads: one for each operator and for each list that is
 * made, more for operators that say so. What is written out costs nothing, and neither does what elements, used
 * expressions and long texts cost: that is paid for while it runs.
 */
export function weightOf(logic: Logic | undefined): number {
  if (typeof logic !== 'object' || logic === null) return 0;
  const known = WEIGHTS.get(logic) ?? weigh(logic);
  WEIGHTS.set(logic, known);
  return known;
}

function weigh(logic: object): number {
  if (Array.isArray(logic)) return listed(logic);
  if (!isCall(logic as Logic)) return 0;
  const [name = '', value] = Object.entries(logic)[0] ?? [];
  const args = asOperands(value);
  return (operators.get(name)?.steps ?? 1) + inside(args) + pathsOf(name, args);
}

/** A list that is written out is made once. */
function listed(list: readonly Logic[]): number {
  const weight = inside(list);
  return weight === 0 ? 0 : weight + 1;
}

function inside(parts: readonly Logic[]): number {
  return parts.reduce<number>((sum, part) => sum + weightOf(part), 0);
}

/** What the paths cost that are read: of `var` the operator's own step is that of its path. */
function pathsOf(name: string, args: readonly Logic[]): number {
  if (name === 'var') return args.flat().reduce<number>((sum, path) => sum + pathWeight(path), 0);
  return name === 'missing' || name === 'missing_some' ? eachPath(args) : 0;
}

/** A step for every path that may be looked at, also of those that `merge` joins and `if` chooses. */
function eachPath(part: Logic | readonly Logic[]): number {
  if (typeof part === 'string') return 1 + pathWeight(part);
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + eachPath(one), 0);
  if (!isCall(part as Logic)) return 0;
  const [name = '', value] = Object.entries(part as object)[0] ?? [];
  return name === 'merge' || name === 'if' ? eachPath(asOperands(value)) : 0;
}

function pathWeight(path: Logic): number {
  return typeof path === 'string' ? Math.floor(path.length / PATH) : 0;
}
