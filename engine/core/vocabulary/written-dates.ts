import { foldWidths } from '#core/text/index.ts';
import { type CalendarDate, formatDate, parseDate } from './calendar.ts';
import { written } from './locales/written.ts';

const { year: YEAR, month: MONTH, day: DAY, marks, numerals, zeros, ten } = written;

/** What stands between year, month and day where no word does. */
const MARK = `[-./,${marks}\u2010-\u2015\u2212]`;
const PARTS = new RegExp(
  `^(\\d{4})(?:${MARK}|${YEAR})(\\d{1,2})(?:(?:${MARK}|${MONTH})(\\d{1,2}))?(?:[${MONTH}${DAY}]|${MARK})?$`,
);
const DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;
const MIDNIGHT = /[ T]0{1,2}:00(?::00)?$/;

/**
 * A day or a month in any of the ways in which people write one: `2011.11`, `2011-11`, `2011/11`, `201111`,
 * with the words for year and month, with a day or without, in digits of full width, in Chinese numerals. Null where it
 * is none, or a day that no calendar has: a month without a year, a year of two digits could be anything.
 */
function readDate(text: string): CalendarDate | null {
  const iso = isoOf(text);
  return iso === null ? null : parseDate(iso);
}

/** Is it written as a day or a month, of which no calendar has any: `2023.2.29`, `202413`? */
export function isNoDate(text: string): boolean {
  const iso = isoOf(text);
  return iso !== null && parseDate(iso) === null;
}

/** As a date is stored, whether or not there is such a day; null where the text is not written as one. */
function isoOf(text: string): string | null {
  const plain = inDigits(foldWidths(text)).trim().replace(MIDNIGHT, '');
  const close = plain.replace(/(\d)\s+(?=\d)/g, '$1-').replace(/\s+/g, '');
  const [, year, month, day] = PARTS.exec(close) ?? DIGITS.exec(close) ?? [];
  if (year === undefined || month === undefined) return null;
  return [year, month, ...(day === undefined ? [] : [day])].map(padded).join('-');
}

const padded = (part: string): string => part.padStart(2, '0');

/** A day as it is stored; null where the text writes none. */
export function readDay(text: string): string | null {
  const date = readDate(text);
  return date === null || date.day === null ? null : formatDate(date);
}

/** A month as it is stored; null where the text writes none, or a day of it. */
export function readMonth(text: string): string | null {
  const date = readDate(text);
  return date === null || date.day !== null ? null : formatDate(date);
}

const ANY_NUMERAL = new RegExp(`[${zeros}${numerals}${ten}]`);
const DIGIT = new RegExp(`[${zeros}${numerals}]`, 'g');
/** Up to ninety-nine, written with the sign for ten. */
const COUNT = new RegExp(`([${numerals}]?)${ten}([${numerals}]?)`, 'g');

/** Chinese numerals as digits. */
export function inDigits(text: string): string {
  if (!ANY_NUMERAL.test(text)) return text;
  const counted = text.replace(COUNT, (_, tens: string, ones: string) =>
    String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))),
  );
  return counted.replace(DIGIT, (sign) => String(digit(sign)));
}

const digit = (sign: string): number => Math.max(0, numerals.indexOf(sign));
