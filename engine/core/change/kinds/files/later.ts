import { isObject, type Json } from '#core/json/index.ts';
import { TEXTS } from '#core/translate/index.ts';
import { mod11_2 } from '#core/vocabulary/index.ts';

const DAY = /^(\d{4})(-\d{2}-\d{2}.*)$/;
/** A year, and the day behind it where that is 29 February. */
const YEAR_OR_DAY = /(?<!\d)((?:19|20)\d\d)(?!\d)(-02-29)?/g;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** The number of a resident's identity card: six digits, a birth date, three digits, a check character. */
const RESIDENT = /^(\d{6})((?:19|20)\d{6})(\d{3})[\dXx]$/;
const CHECKS = '0123456789X';
/** What names something else of the definition, and is no answer. */
const NAMES = new Set(['category', 'extends', 'source', 'rule', 'slot', 'code']);

/** The same value with its days so many years later; 29 February becomes 28 where there is none. */
export function datesLater(value: Json, years: number): Json {
  if (typeof value === 'string')
    return value.replace(DAY, (_, year: string, rest: string) => dayLater(year, rest, years));
  if (Array.isArray(value)) return value.map((one) => datesLater(one, years));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, datesLater(one, years)]));
}

function dayLater(year: string, rest: string, years: number): string {
  const later = Number(year) + years;
  const isClipped = isLeap(Number(year)) && !isLeap(later);
  return `${later}${isClipped ? rest.replace(/^-02-29/, '-02-28') : rest}`;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * An example of a cycle of this year so many years later: every year in it, also of columns and in pointers, and birth
 * dates in identity numbers.
 */
export function exampleLater(value: Json, years: number, year: number): Json {
  if (typeof value === 'string') return textLater(value, years);
  if (value === year) return year + years;
  if (Array.isArray(value)) return value.map((one) => exampleLater(one, years, year));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] =>
      NAMES.has(key) ? [key, one] : [textLater(key, years), exampleLater(one, years, year)],
    ),
  );
}

function textLater(text: string, years: number): string {
  const resident = RESIDENT.exec(text);
  if (resident) return residentLater(resident, text, years);
  return text.replace(YEAR_OR_DAY, (_, year: string, rest = '') => dayLater(year, rest, years));
}

/** One that was wrong stays wrong: only a right check character is made right again. */
function residentLater(
  [, region = '', birth = '', order = '']: RegExpExecArray,
  text: string,
  years: number,
): string {
  if (!mod11_2(text.toUpperCase())) return text;
  const day = dayLater(birth.slice(0, 4), `-${birth.slice(4, 6)}-${birth.slice(6)}`, years).replaceAll(
    '-',
    '',
  );
  const next = withCheck(region + day + order);
  return text.endsWith('x') ? next.toLowerCase() : next;
}

const withCheck = (digits: string): string =>
  digits + ([...CHECKS].find((check) => mod11_2(digits + check)) ?? '');

/** Texts, and templates, that name one year name the other. */
export function textsLater(value: Json, from: string, to: string, isText = typeof value === 'string'): Json {
  if (typeof value === 'string')
    return isText ? value.replace(YEAR, (year) => (year === from ? to : year)) : value;
  if (Array.isArray(value)) return value.map((one) => textsLater(one, from, to, isText));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, textsLater(one, from, to, TEXTS.has(key))]),
  );
}
