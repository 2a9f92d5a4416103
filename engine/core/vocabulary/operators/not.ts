import type { EagerOperator } from './operator.ts';
import { truthy } from './values.ts';

export const not: EagerOperator = {
  name: '!',
  arity: [1, 1],
  params: ['any'],
  returns: 'boolean',
  apply: ([value]) => !truthy(value),
};

export const holds: EagerOperator = {
  name: '!!',
  arity: [1, 1],
  params: ['any'],
  returns: 'boolean',
  apply: ([value]) => truthy(value),
};
