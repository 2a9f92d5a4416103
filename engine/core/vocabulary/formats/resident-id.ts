import { foldWidths } from '#core/text/index.ts';
import { parseDate } from '../calendar.ts';
import { mod11_2 } from '../checksums.ts';
import type { Format } from './format.ts';

/** GB 11643: 18 characters, a birthday of the calendar, the check character. Area codes are not looked up: old ones are common. */
export const residentId: Format = {
  name: 'resident-id',
  hint: '11010519491231002X',
  test: (text) => /^[0-9]{17}[0-9Xx]$/.test(text) && isBirthday(text) && mod11_2(text),
  read: (text) => foldWidths(text).replace(/[\s-]/g, '').toUpperCase(),
};

function isBirthday(text: string): boolean {
  return parseDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`) !== null;
}
