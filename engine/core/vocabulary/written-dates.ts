import { foldWidths } from '#core/text/index.ts';
import { type CalendarDate, formatDate, parseDate } from './calendar.ts';

/** What stands between year, month and day besides 年 and 月. */
const MARK = '[-./,、。·\u2010-\u2015\u2212]';
const PARTS = new RegExp(
  `^(\\d{4})(?:${MARK}|年)(\\d{1,2})(?:(?:${MARK}|月)(\\d{1,2}))?(?:[月日号]|${MARK})?$`,
);
const DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;
const MIDNIGHT = /[ T]0{1,2}:00(?::00)?$/;

/**
 * A day or a month in any of the ways in which people write one: `2011.11`, `2011-11`, `2011/11`, `201111`,
 * `2011年11月`, with a day or without, in digits of full width, in Chinese numerals. Null where it is none, or a day
 * that no calendar has: a month without a year, a year of two digits could be anything.
 */
export function readDate(text: string): CalendarDate | null {
  const plain = inDigits(foldWidths(text)).trim().replace(MIDNIGHT, '');
  const close = plain.replace(/(\d)\s+(?=\d)/g, '$1-').replace(/\s+/g, '');
  const [, year, month, day] = PARTS.exec(close) ?? DIGITS.exec(close) ?? [];
  if (year === undefined || month === undefined) return null;
  return parseDate([year, month, ...(day === undefined ? [] : [day])].map(padded).join('-'));
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

const NUMERALS = '〇一二三四五六七八九';
const COUNT = /([二三]?)十([一二三四五六七八九]?)/g;

/** Chinese numerals as digits: `二〇一一年十一月` is `2011年11月`. */
function inDigits(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text;
  const counted = text.replace(COUNT, (_, tens: string, ones: string) =>
    String((tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + Math.max(0, NUMERALS.indexOf(ones || '〇'))),
  );
  return counted.replace(/[〇○零一二三四五六七八九]/g, (sign) => String(Math.max(0, NUMERALS.indexOf(sign))));
}
