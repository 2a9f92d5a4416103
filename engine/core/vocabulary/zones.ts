/** What the clocks of a time zone show, and the moment at which they show it. */

import { type CalendarDate, dayNumber, dayOfNumber, formatDate, parseDate } from './calendar.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;

/** What a clock shows: a day as ISO text, and the seconds since its midnight. */
export type ClockTime = { day: string; seconds: number };

/** As much of Temporal as is needed here; not every engine has it yet. */
type TemporalLike = {
  Instant: {
    fromEpochMilliseconds(instant: number): {
      toZonedDateTimeISO(timeZone: string): { offsetNanoseconds: number };
    };
  };
};

const { Temporal } = globalThis as { Temporal?: TemporalLike };

/**
 * How many minutes the clocks of a zone are ahead of UTC at an instant; what zones once had of seconds is left out.
 * Asked of Temporal where there is one: on a slow computer the first formatter of Intl takes a tenth of a second.
 */
export function offsetAt(instant: number, timeZone: string): number {
  if (!Temporal) return namedOffsetAt(instant, timeZone);
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return Math.trunc(zoned.offsetNanoseconds / (MINUTE * 1_000_000));
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost far more to make than to use. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const found =
    FORMATTERS.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  FORMATTERS.set(timeZone, found);
  return found;
}

const OFFSET = /([+-])(\d{2}):(\d{2})/;

function namedOffsetAt(instant: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(new Date(instant));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '00', minutes = '00'] = OFFSET.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What the clocks of a zone show at an instant; null outside the years 1 to 9999. `offset` is in minutes. */
export function clockAt(instant: number, timeZone: string): (ClockTime & { offset: number }) | null {
  const offset = offsetAt(instant, timeZone);
  const shown = Math.floor((instant + offset * MINUTE) / SECOND);
  const date = dayOfNumber(Math.floor((shown * SECOND) / DAY));
  if (date === null) return null;
  const seconds = shown - Math.floor((shown * SECOND) / DAY) * (DAY / SECOND);
  return { day: formatDate(date), seconds, offset };
}

/** The last answer of `dayIn`: rules ask for the day of one `now` again and again. */
let last = { dateTime: '', timeZone: '', day: null as CalendarDate | null };

/** The day on which an instant falls in a time zone; null outside the years 1 to 9999. */
export function dayIn(dateTime: string, timeZone: string): CalendarDate | null {
  if (last.dateTime === dateTime && last.timeZone === timeZone) return last.day;
  const instant = Date.parse(dateTime);
  const day = dayOfNumber(Math.floor((instant + offsetAt(instant, timeZone) * MINUTE) / DAY));
  last = { dateTime, timeZone, day };
  return day;
}

/**
 * The instants at which the clocks of a zone show this, the first one first: none where they were put forward over it,
 * two where they were put back.
 */
export function instantsOf({ day, seconds }: ClockTime, timeZone: string): number[] {
  const date = parseDate(day);
  if (date === null) return [];
  const shown = dayNumber(date) * DAY + seconds * SECOND;
  const offsets = new Set([shown - DAY, shown + DAY].map((near) => offsetAt(near, timeZone)));
  return [...offsets]
    .map((offset) => ({ offset, instant: shown - offset * MINUTE }))
    .filter(({ offset, instant }) => offsetAt(instant, timeZone) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a - b);
}
