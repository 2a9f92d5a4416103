import type { Operator } from '../operator.ts';
import { addDays, addMonths, addYears } from './add.ts';
import { age, days } from './date-distance.ts';
import { date, day, month, year } from './date-parts.ts';
import { minutes } from './minutes.ts';
import { months } from './months.ts';
import { rangeEnd, rangeStart } from './ranges.ts';
import { withinDays } from './within.ts';

/** Days, months and the ranges between them. */
export const dates: readonly Operator[] = [
  year,
  month,
  day,
  date,
  age,
  months,
  days,
  minutes,
  withinDays,
  addDays,
  addMonths,
  addYears,
  rangeStart,
  rangeEnd,
];
