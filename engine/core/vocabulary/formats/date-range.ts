import { parseDateRange } from '../calendar.ts';
import type { Format } from './format.ts';

/** From day to day. */
export const dateRange: Format = {
  name: 'date-range',
  hint: '2026-03-01/2026-03-07',
  test: (text) => parseDateRange(text) !== null,
};
