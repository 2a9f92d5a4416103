import type { CalendarDate } from '../../calendar.ts';
import { dayNumber } from '../../calendar.ts';
import type { EagerOperator } from '../operator.ts';
import { toDate, toDay } from './convert.ts';

function distance(
  name: string,
  read: typeof toDate,
  measure: (from: CalendarDate, to: CalendarDate) => number,
): EagerOperator {
  return {
    name,
    arity: [2, 2],
    params: ['date', 'date'],
    returns: 'number',
    steps: 3,
    apply: ([from, to], context) => {
      const [start, end] = [read(from, name, context), read(to, name, context)];
      return start === null || end === null ? null : measure(start, end);
    },
  };
}

/** Full years: somebody born on 29 February grows older on 1 March. */
function fullYears(birth: CalendarDate, on: CalendarDate): number {
  const years = on.year - birth.year;
  const reached = on.month > birth.month || (on.month === birth.month && dayReached(birth, on));
  return reached ? years : years - 1;
}

function dayReached(birth: CalendarDate, on: CalendarDate): boolean {
  return birth.day === null || on.day === null || on.day >= birth.day;
}

/** `{ "age": [birth, on] }`. */
export const age = distance('age', toDate, fullYears);

/** `{ "days": [from, to] }`. */
export const days = distance('days', toDay, (from, to) => dayNumber(to) - dayNumber(from));
