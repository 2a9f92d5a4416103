import type { Json } from '#core/model/index.ts';
import { dayNumber } from '../../calendar.ts';
import { elements } from '../lists/elements.ts';
import type { EagerOperator, OperatorContext } from '../operator.ts';
import { toInteger } from '../values.ts';
import { toDay } from './convert.ts';

/** Steps of reading a day. */
const READING = 3;

/**
 * `{ "withinDays": [a, b, 30] }`: do two days, or all of a list, lie at most so many days apart? Two of which one is
 * missing do not; in a list what is missing is passed over.
 */
export const withinDays: EagerOperator = {
  name: 'withinDays',
  arity: [2, 3],
  params: ['any', 'any', 'number'],
  returns: 'boolean',
  steps: 6,
  apply: (args, context) => {
    const most = toInteger(args.at(-1), 'withinDays');
    if (args.length === 2) return areNear(daysOf(elements(args[0], 'withinDays', context), context), most);
    const days = daysOf(args.slice(0, 2), context);
    return days.length === 2 && areNear(days, most);
  },
};

function daysOf(values: readonly Json[], context: OperatorContext): number[] {
  return values.flatMap((value) => {
    context.spend(READING);
    const date = toDay(value, 'withinDays', context);
    return date === null ? [] : [dayNumber(date)];
  });
}

function areNear(days: readonly number[], most: number): boolean {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return last - first <= most;
}
