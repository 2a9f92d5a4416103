import { creditCode } from './credit-code.ts';
import { date, dateRange, dateTime, month, monthRange, time } from './dates.ts';
import { email } from './email.ts';
import type { Format } from './format.ts';
import { identifier } from './identifier.ts';
import { phone } from './phone.ts';
import { postcodeCn } from './postcode-cn.ts';
import { residentId } from './resident-id.ts';
import { uri } from './uri.ts';

const list: readonly Format[] = [
  // calendar
  ...[date, month, dateTime, time, monthRange, dateRange],
  // addresses
  ...[email, phone, postcodeCn, uri],
  // identifiers
  ...[residentId, creditCode, identifier],
];

/** Every format of the language, by name. */
export const formats: Readonly<Record<string, Format>> = Object.freeze(
  Object.fromEntries(list.map((format) => [format.name, format])),
);
