import type { EagerOperator } from '../operator.ts';
import { elements } from './elements.ts';

/** The values of an object as a list: `{ "values": { "var": "application.grid.cells.weeks" } }`. */
export const values: EagerOperator = {
  name: 'values',
  arity: [1, 1],
  params: ['object'],
  returns: 'list',
  apply: ([value], context) => [...elements(value, 'values', context)],
};
