import type { LazyOperator } from './operator.ts';

/** `{ "if": [condition, value, condition, value, else] }`: the first value whose condition holds. */
export const ifOperator: LazyOperator = {
  name: 'if',
  arity: [1, 100],
  params: ['any'],
  returns: 'any',
  lazy: true,
};
