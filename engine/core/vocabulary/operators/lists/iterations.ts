import type { LazyOperator, ValueType } from '../operator.ts';

function iteration(name: string, returns: ValueType): LazyOperator {
  return { name, arity: [2, 2], params: ['list', 'logic'], returns, lazy: true };
}

/** Inside the second operand the element is the data: `{ "var": "" }` is it, `{ "var": "amount" }` its field. */
export const map = iteration('map', 'list');
/** `{ "filter": [list, logic] }`: the elements for which the logic is truthy. */
export const filter = iteration('filter', 'list');
/** `{ "all": [list, logic] }`: false for an empty list, as JsonLogic has it. */
export const all = iteration('all', 'boolean');
/** `{ "some": [list, logic] }`. */
export const some = iteration('some', 'boolean');
/** `{ "none": [list, logic] }`: true for an empty list. */
export const none = iteration('none', 'boolean');

/** `{ "reduce": [list, logic over current and accumulator, first accumulator] }`. */
export const reduce: LazyOperator = {
  name: 'reduce',
  arity: [2, 3],
  params: ['list', 'logic', 'any'],
  returns: 'any',
  lazy: true,
};
