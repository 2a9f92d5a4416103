import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toNumber, toResult } from '../values.ts';

type Fold = (left: number, right: number) => number;

function binary(name: string, compute: Fold): EagerOperator {
  const apply = ([a, b]: readonly Json[]) => toResult(compute(toNumber(a, name), toNumber(b, name)), name);
  return { name, arity: [2, 2], params: ['number', 'number'], returns: 'number', steps: 3, apply };
}

function variadic(name: string, first: number, compute: Fold): EagerOperator {
  const apply = (args: readonly Json[]) => {
    let total = first;
    for (const value of args) total = compute(total, toNumber(value, name));
    return toResult(total, name);
  };
  return { name, arity: [1, 100], params: ['number'], returns: 'number', steps: 3, apply };
}

function divisor(value: number, name: string): number {
  if (value === 0) throw new RuleError(`"${name}" by zero`);
  return value;
}

/** `{ "+": [a, b, …] }`. */
export const plus = variadic('+', 0, (total, value) => total + value);
/** `{ "*": [a, b, …] }`. */
export const times = variadic('*', 1, (total, value) => total * value);
/** `{ "/": [a, b] }`. Throws RuleError where b is zero. */
export const divide = binary('/', (a, b) => a / divisor(b, '/'));
/** `{ "%": [a, b] }`. Throws RuleError where b is zero. */
export const remainder = binary('%', (a, b) => a % divisor(b, '%'));

/** With one operand, its negative. */
export const minus: EagerOperator = {
  name: '-',
  arity: [1, 2],
  params: ['number', 'number'],
  returns: 'number',
  steps: 3,
  apply: (args) => {
    const left = toNumber(args[0], '-');
    return toResult(args.length === 1 ? -left : left - toNumber(args[1], '-'), '-');
  },
};
