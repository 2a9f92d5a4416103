import { type CalendarDate, dayNumber, dayOfNumber, addMonths as moveMonths } from '../../calendar.ts';
import type { EagerOperator } from '../operator.ts';
import { toInteger } from '../values.ts';
import { fromDate, toDate, toDay } from './convert.ts';

function adding(
  name: string,
  read: typeof toDate,
  move: (date: CalendarDate, by: number) => CalendarDate | null,
): EagerOperator {
  return {
    name,
    arity: [2, 2],
    params: ['date', 'number'],
    returns: 'date',
    steps: 3,
    apply: ([value, by], context) => {
      const date = read(value, name, context);
      return date === null ? null : fromDate(move(date, toInteger(by, name)), name);
    },
  };
}

/** `{ "addDays": [date, n] }`; a month is refused, for it has no day. */
export const addDays = adding('addDays', toDay, (date, by) => dayOfNumber(dayNumber(date) + by));
/** The day is clipped to the month's end; a month stays a month. */
export const addMonths = adding('addMonths', toDate, moveMonths);
/** `{ "addYears": [date, n] }`: the day is clipped to the month's end. */
export const addYears = adding('addYears', toDate, (date, by) => moveMonths(date, by * 12));
