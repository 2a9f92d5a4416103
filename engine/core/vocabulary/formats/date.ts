import { parseDate } from '../calendar.ts';
import type { Format } from './format.ts';

/** A day of the calendar. */
export const date: Format = {
  name: 'date',
  hint: '2026-03-01',
  test: (text) => (parseDate(text)?.day ?? null) !== null,
};
