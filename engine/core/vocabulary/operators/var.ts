import type { LazyOperator } from './operator.ts';

/** Reads the data at a path, with a default for what is missing: `{ "var": ["application.cover.n", 0] }`. */
export const varOperator: LazyOperator = {
  name: 'var',
  arity: [1, 2],
  params: ['path', 'any'],
  returns: 'any',
  lazy: true,
};
