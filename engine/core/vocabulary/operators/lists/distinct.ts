import type { Json } from '#core/model/index.ts';
import type { EagerOperator } from '../operator.ts';
import { paidFor, payValue } from '../paying.ts';
import { elements } from './elements.ts';

/** Steps of writing down an element, to find it again. */
const WRITING = 4;

/** Every value once, in the order of its first appearance. */
export const distinct: EagerOperator = {
  name: 'distinct',
  arity: [1, 1],
  params: ['list'],
  returns: 'list',
  apply: ([list], context) => {
    const seen = new Map<string, Json>();
    for (const value of elements(list, 'distinct', context)) {
      payValue(value, context);
      paidFor(value, context);
      context.spend(WRITING);
      const key = JSON.stringify(canonical(value));
      if (!seen.has(key)) seen.set(key, value);
    }
    return [...seen.values()];
  },
};

/** Objects with their keys in order, so that equal ones are written alike. */
function canonical(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.keys(value)
    .sort()
    .map((key) => [key, canonical(value[key] ?? null)]);
}
