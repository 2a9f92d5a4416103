import type { LazyOperator } from './operator.ts';

/** Calls a named expression: `{ "use": ["dueDate", { "var": "…" }, 30] }`. What it reads as `params.<name>` comes in order. */
export const useOperator: LazyOperator = {
  name: 'use',
  arity: [1, 20],
  params: ['name', 'any'],
  returns: 'any',
  lazy: true,
};
