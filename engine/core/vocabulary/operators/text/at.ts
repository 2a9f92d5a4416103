import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { describe, toInteger } from '../values.ts';
import { charactersOf } from './characters.ts';

/** `{ "at": [text, 0] }`: one character, or one element of a list; a negative place counts from the end. */
export const at: EagerOperator = {
  name: 'at',
  arity: [2, 2],
  params: ['any', 'number'],
  returns: 'any',
  apply: ([value, place], context) => {
    if (value === null || value === undefined) return null;
    const index = toInteger(place, 'at');
    if (Array.isArray(value)) return value.at(index) ?? null;
    if (typeof value !== 'string') throw new RuleError(`"at" needs text or a list, not ${describe(value)}`);
    const characters = charactersOf(value, context);
    return characters.at(index) ?? null;
  },
};
