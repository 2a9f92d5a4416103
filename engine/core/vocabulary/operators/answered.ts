import type { EagerOperator } from './operator.ts';
import { isAnswered } from './values.ts';

/** Not missing, not blank text, not an empty list. */
export const answered: EagerOperator = {
  name: 'answered',
  arity: [1, 1],
  params: ['any'],
  returns: 'boolean',
  apply: (args) => isAnswered(args[0]),
};
