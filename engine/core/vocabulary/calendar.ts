/** Calendar dates without a clock: no Date, no time zone, so that a day is a day everywhere. */

/** A day, or a whole month where `day` is null. */
export type CalendarDate = { year: number; month: number; day: number | null };

/** From a day or month to another; `end` is null while the range is open. */
export type CalendarRange = { start: CalendarDate; end: CalendarDate | null };

const DATE_TIME =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|[+-]([0-9]{2}):([0-9]{2}))$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** `2026-03-01` or `2026-03`; null for anything that no calendar has. */
export function parseDate(text: string): CalendarDate | null {
  const { length } = text;
  if ((length !== 7 && length !== 10) || text[4] !== '-') return null;
  const day = length === 7 ? null : text[7] === '-' ? digits(text, 8, 10) : -1;
  return checked(digits(text, 0, 4), digits(text, 5, 7), day);
}

/**
 * The number that stands between two places, -1 where anything but digits does. Read digit by digit: rules read the
 * same few dates thousands of times, and a pattern makes a list of texts of each.
 */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function checked(year: number, month: number, day: number | null): CalendarDate | null {
  if (year < 1 || month < 1 || month > 12) return null;
  if (day !== null && (day < 1 || day > lengthOfMonth(year, month))) return null;
  return { year, month, day };
}

/** The date as ISO text: `2026-03`, or `2026-03-01` where it has a day. */
export function formatDate({ year, month, day }: CalendarDate): string {
  const text = `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits(month)}`;
  return day === null ? text : `${text}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Is it an ISO date and time with an offset, of a day and an hour that there are? */
export function isDateTime(text: string): boolean {
  // Dates and months are the usual case: recognised by their length, not by a pattern that fails.
  if (text.length < 20) return false;
  const match = DATE_TIME.exec(text);
  if (!match || parseDate(match[1] ?? '') === null) return false;
  if (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4]) > 59) return false;
  return Number(match[5] ?? 0) <= 14 && Number(match[6] ?? 0) <= 59;
}

/** Moves by months and clips the day to the month's end; null when it leaves the years 1 to 9999. */
export function addMonths(date: CalendarDate, months: number): CalendarDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  if (year < 1 || year > 9999) return null;
  const month = total - year * 12 + 1;
  return { year, month, day: date.day === null ? null : Math.min(date.day, lengthOfMonth(year, month)) };
}

/** Days since 1970-01-01, by the era arithmetic of the proleptic Gregorian calendar; a month counts as its first day. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (day ?? 1) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day of a number of `dayNumber`; null when it leaves the years 1 to 9999. */
export function dayOfNumber(number: number): CalendarDate | null {
  const era = Math.floor((number + 719468) / 146097);
  const dayOfEra = number + 719468 - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year < 1 || year > 9999
    ? null
    : { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Whole months from one date to a later one: the most that `addMonths` can go without passing it. Negative backwards. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (dayNumber(from) > dayNumber(to)) return 0 - monthsBetween(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (from.day === null || to.day === null) return months;
  const clipped = Math.min(from.day, lengthOfMonth(to.year, to.month));
  return to.day < clipped ? months - 1 : months;
}

/** `2020.09-2023.07`, `2020.09-` (still going on); null when malformed or backwards. */
export function parseMonthRange(text: string): CalendarRange | null {
  const { length } = text;
  if ((length !== 8 && length !== 15) || text[7] !== '-') return null;
  const start = dottedMonth(text, 0);
  return length === 15 ? ordered(start, dottedMonth(text, 8)) : start && { start, end: null };
}

/** `2020.09`, from this place on. */
function dottedMonth(text: string, from: number): CalendarDate | null {
  if (text[from + 4] !== '.') return null;
  return checked(digits(text, from, from + 4), digits(text, from + 5, from + 7), null);
}

/** `2026-03-01/2026-03-07`; null when malformed or backwards. */
export function parseDateRange(text: string): CalendarRange | null {
  if (text.length !== 21 || text[10] !== '/') return null;
  return ordered(parseDate(text.slice(0, 10)), parseDate(text.slice(11)));
}

function ordered(start: CalendarDate | null, end: CalendarDate | null): CalendarRange | null {
  if (start === null || end === null) return null;
  return dayNumber(start) <= dayNumber(end) ? { start, end } : null;
}
