import { compare } from '../comparing/comparison.ts';
import type { EagerOperator } from '../operator.ts';
import { elements } from './elements.ts';

/** Does the list never descend? What is missing is passed over. */
export const sorted: EagerOperator = {
  name: 'sorted',
  arity: [1, 1],
  params: ['list'],
  returns: 'boolean',
  apply: ([list], context) => {
    const present = elements(list, 'sorted', context).filter((value) => value !== null);
    return present.every(
      (value, index) => index === 0 || compare(present[index - 1], value, 'sorted', context) <= 0,
    );
  },
};
