import type { LazyOperator } from './operator.ts';

/** The first falsy operand, else the last one. */
export const andOperator: LazyOperator = {
  name: 'and',
  arity: [1, 100],
  params: ['any'],
  returns: 'any',
  lazy: true,
};
