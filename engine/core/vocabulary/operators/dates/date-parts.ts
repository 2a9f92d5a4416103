import type { CalendarDate } from '../../calendar.ts';
import { formatDate } from '../../calendar.ts';
import type { EagerOperator } from '../operator.ts';
import { toDate, toDay } from './convert.ts';

function part(name: string, read: typeof toDate, take: (date: CalendarDate) => number | null): EagerOperator {
  return {
    name,
    arity: [1, 1],
    params: ['date'],
    returns: 'number',
    steps: 3,
    apply: ([value], context) => {
      const date = read(value, name, context);
      return date === null ? null : take(date);
    },
  };
}

/** `{ "year": date }` as a number. */
export const year = part('year', toDate, (date) => date.year);
/** `{ "month": date }`, 1 to 12. */
export const month = part('month', toDate, (date) => date.month);
/** `{ "day": date }`, 1 to 31; a month is refused. */
export const day = part('day', toDay, (date) => date.day);

/** The date of a date and time, in the programme's time zone. */
export const date: EagerOperator = {
  name: 'date',
  arity: [1, 1],
  params: ['date'],
  returns: 'date',
  steps: 3,
  apply: ([value], context) => {
    const found = toDay(value, 'date', context);
    return found === null ? null : formatDate(found);
  },
};
