import type { LazyOperator } from './operator.ts';

/** Which of these paths are unanswered: `{ "missing": ["application.cover.a"] }`. */
export const missingOperator: LazyOperator = {
  name: 'missing',
  arity: [1, 100],
  params: ['path'],
  returns: 'list',
  lazy: true,
};
