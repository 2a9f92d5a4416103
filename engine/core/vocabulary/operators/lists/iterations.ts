import type { LazyOperator, ValueType } from '../operator.ts';

function iteration(name: string, returns: ValueType): LazyOperator {
  return { name, arity: [2, 2], params: ['list', 'logic'], returns, lazy: true };
}

/** Inside the second operand the element is the data: `{ "var": "" }` is it, `{ "var": "amount" }` its field. */
export const map = iteration('map', 'list');
export const filter = iteration('filter', 'list');
export const all = iteration('all', 'boolean');
export const some = iteration('some', 'boolean');
export const none = iteration('none', 'boolean');

/** `{ "reduce": [list, logic over current and accumulator, first accumulator] }`. */
export const reduce: LazyOperator = {
  name: 'reduce',
  arity: [2, 3],
  params: ['list', 'logic', 'any'],
  returns: 'any',
  lazy: true,
};
