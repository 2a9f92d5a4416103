import type { Json } from '../../model/index.ts';
import { elements } from './elements.ts';
import type { EagerOperator, OperatorContext } from './operator.ts';
import { isAnswered, toNumber, toResult, truthy } from './values.ts';

type Totalling = (numbers: number[]) => Json;

/** Over numbers side by side and the numbers in lists or objects. */
function totalling(name: string, total: Totalling): EagerOperator {
  const apply = (args: readonly Json[], context: OperatorContext) => {
    const values = args.flatMap((value) =>
      typeof value === 'object' ? elements(value, name, context) : [value],
    );
    return total(values.filter(counts).map((value) => toNumber(value, name)));
  };
  return { name, arity: [1, 100], params: ['any'], returns: 'number', apply };
}

/** What is unanswered adds nothing, and neither does a word for "not applicable": text without a digit in it. */
function counts(value: Json): boolean {
  return isAnswered(value) && (typeof value !== 'string' || /[0-9]/.test(value));
}

function added(numbers: number[], name: string): number {
  return toResult(
    numbers.reduce((total, number) => total + number, 0),
    name,
  );
}

export const sum = totalling('sum', (numbers) => added(numbers, 'sum'));

/** The mean of the numbers that are there; null of none. */
export const avg = totalling('avg', (numbers) =>
  numbers.length === 0 ? null : toResult(added(numbers, 'avg') / numbers.length, 'avg'),
);

/** How many elements are truthy. */
export const count: EagerOperator = {
  name: 'count',
  arity: [1, 1],
  params: ['list'],
  returns: 'number',
  apply: ([list], context) => elements(list, 'count', context).filter(truthy).length,
};
