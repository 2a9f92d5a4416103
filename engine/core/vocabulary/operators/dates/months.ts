import type { Json } from '#core/model/index.ts';
import { monthsBetween } from '../../calendar.ts';
import type { EagerOperator } from '../operator.ts';
import { toDate } from './convert.ts';
import { toMonthRange } from './ranges.ts';

/** Whole months: of a month-range with both end months counted, or from one date to another. Null while it is open. */
export const months: EagerOperator = {
  name: 'months',
  arity: [1, 2],
  params: ['any', 'date'],
  returns: 'number',
  steps: 3,
  apply: (args, context) => {
    if (args.length === 1) return ofRange(args[0]);
    const [from, to] = [toDate(args[0], 'months', context), toDate(args[1], 'months', context)];
    return from === null || to === null ? null : monthsBetween(from, to);
  },
};

function ofRange(value: Json | undefined): number | null {
  const range = toMonthRange(value, 'months');
  if (range === null || range.end === null) return null;
  return monthsBetween(range.start, range.end) + 1;
}
