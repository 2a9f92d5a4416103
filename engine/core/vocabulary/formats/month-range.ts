import { parseMonthRange } from '../calendar.ts';
import type { Format } from './format.ts';

/** From month to month; an open end is `2020.09-`. */
export const monthRange: Format = {
  name: 'month-range',
  hint: '2020.09-2023.07',
  test: (text) => parseMonthRange(text) !== null,
};
