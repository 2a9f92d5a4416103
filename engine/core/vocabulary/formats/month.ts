import { parseDate } from '../calendar.ts';
import type { Format } from './format.ts';

/** A month of the calendar. */
export const month: Format = {
  name: 'month',
  hint: '2026-03',
  test: (text) => parseDate(text)?.day === null,
};
