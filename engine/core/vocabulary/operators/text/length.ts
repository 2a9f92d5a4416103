import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { describe } from '../values.ts';
import { charactersOf } from './characters.ts';

/** Characters of a text, elements of a list; 0 of what is missing. */
export const length: EagerOperator = {
  name: 'length',
  arity: [1, 1],
  params: ['any'],
  returns: 'number',
  apply: ([value], context) => {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) return value.length;
    if (typeof value === 'string') return charactersOf(value, context).length;
    throw new RuleError(`"length" needs text or a list, not ${describe(value)}`);
  },
};
