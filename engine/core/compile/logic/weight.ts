import type { Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { asOperands, isCall } from './shape.ts';

/** Characters of a path that are read in a step. */
const PATH = 16;

const READING = new Set(['var', 'missing', 'missing_some']);

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
  const paths = READING.has(name) ? args.flat().reduce<number>((sum, path) => sum + pathWeight(path), 0) : 0;
  return (operators.get(name)?.steps ?? 1) + inside(args) + paths;
}

/** A list that is written out is made once. */
function listed(list: readonly Logic[]): number {
  const weight = inside(list);
  return weight === 0 ? 0 : weight + 1;
}

function inside(parts: readonly Logic[]): number {
  return parts.reduce<number>((sum, part) => sum + weightOf(part), 0);
}

function pathWeight(path: Logic): number {
  return typeof path === 'string' ? Math.floor(path.length / PATH) : 0;
}
