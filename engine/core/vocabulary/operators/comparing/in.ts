import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { describe, same } from '../values.ts';

/** Text in text, value in list; nothing is in what is missing. */
export const inOperator: EagerOperator = {
  name: 'in',
  arity: [2, 2],
  params: ['any', 'any'],
  returns: 'boolean',
  apply: ([needle, hay], context) => {
    if (hay === null || hay === undefined) return false;
    if (Array.isArray(hay)) {
      context.spend(hay.length);
      return hay.some((value) => same(value, needle));
    }
    if (typeof hay !== 'string') throw new RuleError(`"in" needs a list or text, not ${describe(hay)}`);
    if (needle === null || needle === undefined) return false;
    if (typeof needle !== 'string')
      throw new RuleError(`"in" looks for text in text, not ${describe(needle)}`);
    return hay.includes(needle);
  },
};
