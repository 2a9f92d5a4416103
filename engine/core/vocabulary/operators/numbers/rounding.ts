import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toInteger, toNumber, toResult } from '../values.ts';

const MOST_DIGITS = 10;

/** `{ "floor": x }`: the next whole number below. */
export const floor: EagerOperator = {
  name: 'floor',
  arity: [1, 1],
  params: ['number'],
  returns: 'number',
  apply: ([value]) => toResult(Math.floor(toNumber(value, 'floor')), 'floor'),
};

/** `{ "abs": x }`: without its sign. */
export const abs: EagerOperator = {
  name: 'abs',
  arity: [1, 1],
  params: ['number'],
  returns: 'number',
  apply: ([value]) => Math.abs(toNumber(value, 'abs')),
};

/** `{ "round": [x, 2] }`: halves go away from zero, as people round on paper. */
export const round: EagerOperator = {
  name: 'round',
  arity: [1, 2],
  params: ['number', 'number'],
  returns: 'number',
  steps: 6,
  apply: (args) => {
    const digits = args.length === 1 ? 0 : toInteger(args[1], 'round');
    if (digits < 0 || digits > MOST_DIGITS) throw new RuleError(`"round" keeps 0 to ${MOST_DIGITS} digits`);
    return rounded(toNumber(args[0], 'round'), 10 ** digits);
  },
};

/** 15 digits first, or 1.005 would lose its half to the binary fraction. */
function rounded(value: number, factor: number): number {
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return toResult((Math.sign(value) * Math.round(scaled)) / factor, 'round');
}
