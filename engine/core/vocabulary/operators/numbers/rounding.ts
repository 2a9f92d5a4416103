import { type Rounding, roundedTo } from '#core/json/index.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toInteger, toNumber, toResult, toTerm } from '../values.ts';

const MOST_PLACES = 10;

function rounding(name: string, way: Rounding): EagerOperator {
  return {
    name,
    arity: [1, 2],
    params: ['number', 'number'],
    returns: 'number',
    steps: 12,
    apply: (args, context) => {
      const places = args.length === 1 ? 0 : toInteger(args[1], name);
      if (places < 0 || places > MOST_PLACES)
        throw new RuleError(`"${name}" keeps 0 to ${MOST_PLACES} decimals`);
      return toResult(roundedTo(toTerm(args[0], name, context), places, way), name);
    },
  };
}

/** `{ "round": [x, 2] }`: halves go away from zero, as people round on paper. */
export const round = rounding('round', 'half');
/** `{ "floor": x }`: the next whole number below; with places the next decimal. */
export const floor = rounding('floor', 'down');
/** `{ "ceil": x }`: the next whole number above; with places the next decimal. */
export const ceil = rounding('ceil', 'up');

/** `{ "abs": x }`: without its sign. */
export const abs: EagerOperator = {
  name: 'abs',
  arity: [1, 1],
  params: ['number'],
  returns: 'number',
  apply: ([value]) => Math.abs(toNumber(value, 'abs')),
};
