import { isDateTime, parseDate, parseDateRange, parseMonthRange } from '../calendar.ts';
import { isNoDate, readDay, readMonth } from '../written-dates.ts';
import { readMoment, writeMoment } from '../written-moments.ts';
import { amissInRange, dateRangeKind, monthRangeKind, readRange } from '../written-ranges.ts';
import { readTime } from '../written-times.ts';
import type { Format } from './format.ts';

const amissInDate = (text: string) => (isNoDate(text) ? 'no-date' : undefined);

/** A day of the calendar. */
export const date: Format = {
  name: 'date',
  hint: '2026-03-01',
  test: (text) => (parseDate(text)?.day ?? null) !== null,
  read: readDay,
  amiss: amissInDate,
};

/** A month of the calendar. */
export const month: Format = {
  name: 'month',
  hint: '2026-03',
  test: (text) => parseDate(text)?.day === null,
  read: readMonth,
  amiss: amissInDate,
};

/** A moment: date, time and offset. People write it as the clocks of the programme show it. */
export const dateTime: Format = {
  name: 'date-time',
  hint: '2026-03-01 09:00',
  test: isDateTime,
  read: readMoment,
  write: writeMoment,
};

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, to the minute. */
export const time: Format = { name: 'time', hint: '09:30', test: (text) => TIME.test(text), read: readTime };

/** From month to month; an open end is `2020.09-`. */
export const monthRange: Format = {
  name: 'month-range',
  hint: '2020.09-2023.07',
  test: (text) => parseMonthRange(text) !== null,
  read: (text) => readRange(monthRangeKind, text),
  amiss: (text) => amissInRange(monthRangeKind, text),
};

/** From day to day. */
export const dateRange: Format = {
  name: 'date-range',
  hint: '2026-03-01/2026-03-07',
  test: (text) => parseDateRange(text) !== null,
  read: (text) => readRange(dateRangeKind, text),
  amiss: (text) => amissInRange(dateRangeKind, text),
};
