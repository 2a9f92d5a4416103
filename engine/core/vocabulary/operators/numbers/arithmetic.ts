import { productOf, quotientOf, remainderOf, sumOf } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toResult, toTerm } from '../values.ts';

function binary(name: string, compute: (left: number, right: number) => number): EagerOperator {
  const apply = ([a, b]: readonly Json[], context: OperatorContext) =>
    toResult(compute(toTerm(a, name, context), toTerm(b, name, context)), name);
  return { name, arity: [2, 2], params: ['number', 'number'], returns: 'number', steps: 3, apply };
}

/** `whole` gives the same of two whole numbers, where it and they are small enough to be held exactly. */
function variadic(
  name: string,
  compute: (numbers: readonly number[]) => number,
  whole: (a: number, b: number) => number,
): EagerOperator {
  const apply = (args: readonly Json[], context: OperatorContext) => {
    const [a, b] = args;
    if (args.length === 2 && isSmallWhole(a) && isSmallWhole(b)) {
      const result = whole(a, b);
      if (isSmallWhole(result)) return result + 0;
    }
    return toResult(compute(args.map((value) => toTerm(value, name, context))), name);
  };
  return { name, arity: [1, 100], params: ['number'], returns: 'number', steps: 3, apply };
}

function isSmallWhole(value: Json | undefined): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < SMALL;
}

/** Below it every whole number is held exactly, and written with digits alone. */
const SMALL = 1e15;

function divisor(value: number, name: string): number {
  if (value === 0) throw new RuleError(`"${name}" by zero`);
  return value;
}

/** `{ "+": [a, b, …] }`. */
export const plus = variadic('+', sumOf, (a, b) => a + b);
/** `{ "*": [a, b, …] }`. */
export const times = variadic('*', productOf, (a, b) => a * b);
/** `{ "/": [a, b] }`. Throws RuleError where b is zero. */
export const divide = binary('/', (a, b) => quotientOf(a, divisor(b, '/')));
/** `{ "%": [a, b] }`. Throws RuleError where b is zero. */
export const remainder = binary('%', (a, b) => remainderOf(a, divisor(b, '%')));

/** With one operand, its negative. */
export const minus: EagerOperator = {
  name: '-',
  arity: [1, 2],
  params: ['number', 'number'],
  returns: 'number',
  steps: 3,
  apply: (args, context) => {
    const left = toTerm(args[0], '-', context);
    return toResult(args.length === 1 ? 0 - left : sumOf([left, 0 - toTerm(args[1], '-', context)]), '-');
  },
};
