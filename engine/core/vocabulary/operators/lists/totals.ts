import { quotientOf, sumOf } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { payValue } from '../paying.ts';
import { isAnswered, toResult, toTerm, truthy } from '../values.ts';
import { elements } from './elements.ts';

/** Steps of finding out whether what is no number counts. */
const READING = 4;

/** Over numbers side by side and the numbers in lists or objects. */
function totalling(name: string, result: (terms: readonly number[]) => Json): EagerOperator {
  const apply = (args: readonly Json[], context: OperatorContext) => {
    const terms: number[] = [];
    for (const value of args) {
      if (typeof value !== 'object') add(value, terms, name, context);
      else for (const element of elements(value, name, context)) add(element, terms, name, context);
    }
    return result(terms);
  };
  return { name, arity: [1, 100], params: ['any'], returns: 'number', steps: 3, apply };
}

function add(value: Json, terms: number[], name: string, context: OperatorContext): void {
  if (typeof value !== 'number') {
    payValue(value, context);
    context.spend(READING);
    if (!counts(value)) return;
  }
  terms.push(toTerm(value, name, context));
}

/** What is unanswered adds nothing, and neither does a word for "not applicable": text without a digit in it. */
function counts(value: Json): boolean {
  return isAnswered(value) && (typeof value !== 'string' || /[0-9]/.test(value));
}

/** `{ "sum": list }`: of the numbers that are there. */
export const sum = totalling('sum', (terms) => toResult(sumOf(terms), 'sum'));

/** The mean of the numbers that are there; null of none. */
export const avg = totalling('avg', (terms) =>
  terms.length === 0 ? null : toResult(quotientOf(toResult(sumOf(terms), 'avg'), terms.length), 'avg'),
);

/** How many elements are truthy. */
export const count: EagerOperator = {
  name: 'count',
  arity: [1, 1],
  params: ['list'],
  returns: 'number',
  apply: ([list], context) => elements(list, 'count', context).filter(truthy).length,
};
