/** What the clocks of a time zone show, and the moment at which they show it. */

import { dayNumber, dayOfNumber, formatDate, parseDate } from './calendar.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;

/** What a clock shows: a day as ISO text, and the seconds since its midnight. */
export type ClockTime = { day: string; seconds: number };

const ZONES = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost far more to make than to use. */
function zone(timeZone: string): Intl.DateTimeFormat {
  const found =
    ZONES.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  ZONES.set(timeZone, found);
  return found;
}

const OFFSET = /([+-])(\d{2}):(\d{2})/;

/** How many minutes the clocks of a zone are ahead of UTC at an instant; what zones once had of seconds is left out. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = zone(timeZone).formatToParts(new Date(instant));
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
