import type { LazyOperator } from './operator.ts';

/** The first truthy operand, else the last one. */
export const orOperator: LazyOperator = {
  name: 'or',
  arity: [1, 100],
  params: ['any'],
  returns: 'any',
  lazy: true,
};
