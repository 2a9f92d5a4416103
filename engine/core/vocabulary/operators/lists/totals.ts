import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { payValue } from '../paying.ts';
import { isAnswered, toNumber, toResult, truthy } from '../values.ts';
import { elements } from './elements.ts';

/** Steps of finding out whether what is no number counts. */
const READING = 4;

type Total = { sum: number; terms: number };

/** Over numbers side by side and the numbers in lists or objects. */
function totalling(name: string, result: (total: Total) => Json): EagerOperator {
  const apply = (args: readonly Json[], context: OperatorContext) => {
    const total: Total = { sum: 0, terms: 0 };
    for (const value of args) {
      if (typeof value !== 'object') add(value, total, name, context);
      else for (const element of elements(value, name, context)) add(element, total, name, context);
    }
    return result(total);
  };
  return { name, arity: [1, 100], params: ['any'], returns: 'number', steps: 3, apply };
}

function add(value: Json, total: Total, name: string, context: OperatorContext): void {
  if (typeof value !== 'number') {
    payValue(value, context);
    context.spend(READING);
    if (!counts(value)) return;
  }
  total.sum += toNumber(value, name);
  total.terms += 1;
}

/** What is unanswered adds nothing, and neither does a word for "not applicable": text without a digit in it. */
function counts(value: Json): boolean {
  return isAnswered(value) && (typeof value !== 'string' || /[0-9]/.test(value));
}

/** `{ "sum": list }`: of the numbers that are there. */
export const sum = totalling('sum', (total) => toResult(total.sum, 'sum'));

/** The mean of the numbers that are there; null of none. */
export const avg = totalling('avg', ({ sum, terms }) =>
  terms === 0 ? null : toResult(toResult(sum, 'avg') / terms, 'avg'),
);

/** How many elements are truthy. */
export const count: EagerOperator = {
  name: 'count',
  arity: [1, 1],
  params: ['list'],
  returns: 'number',
  apply: ([list], context) => elements(list, 'count', context).filter(truthy).length,
};
