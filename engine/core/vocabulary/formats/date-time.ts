import { isDateTime } from '../calendar.ts';
import type { Format } from './format.ts';

/** A moment: date, time and offset. */
export const dateTime: Format = {
  name: 'date-time',
  hint: '2026-03-01T09:00:00+08:00',
  test: isDateTime,
};
