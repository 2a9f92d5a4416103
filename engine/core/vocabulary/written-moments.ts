import { foldWidths } from '#core/text/index.ts';
import { isDateTime } from './calendar.ts';
import { written } from './locales/written.ts';
import { readDay } from './written-dates.ts';
import { readClock, writeClock } from './written-times.ts';
import { type ClockTime, clockAt, instantsOf } from './zones.ts';

/** What stands between a day and a time: a blank, the T of ISO, or nothing behind the word for a day. */
const BETWEEN = new RegExp(`[Tt,]\\s*|\\s+|(?<=[${written.day}])`, 'g');
const AT_OFFSET = /^(.*\d)\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i;

/**
 * A moment as it is stored, in the zone's own offset, of a date and time as people write them there; one that names its
 * offset is that moment. Null where the text writes none, or one at which the zone's clocks were put forward.
 */
export function readMoment(text: string, timeZone: string): string | null {
  const plain = foldWidths(text).trim();
  if (isDateTime(plain)) return momentAt(Date.parse(plain.toUpperCase()), timeZone);
  const [, bare, utc, sign = '+', hours = '0', minutes = '0'] = AT_OFFSET.exec(plain) ?? [];
  const isZoned = bare !== undefined && (utc !== undefined || AT_OFFSET.exec(plain)?.[3] !== undefined);
  const named = isZoned ? readShown(bare) : null;
  if (named !== null) {
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    const [instant] = instantsOf(named, 'UTC');
    return instant === undefined ? null : momentAt(instant - offset * 60_000, timeZone);
  }
  const shown = readShown(plain);
  const [instant] = shown === null ? [] : instantsOf(shown, timeZone);
  return instant === undefined ? null : momentAt(instant, timeZone);
}

function readShown(text: string): ClockTime | null {
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) {
    const day = readDay(text.slice(0, index));
    const seconds = readClock(text.slice(index + mark.length));
    if (day !== null && seconds !== null) return { day, seconds };
  }
  return null;
}

/**
 * An instant as it is stored and as rules compare it, in the zone's own offset (`2026-05-01T09:00:00+08:00`); null outside
 * the years 1 to 9999.
 */
export function momentAt(instant: number, timeZone: string): string | null {
  const clock = clockAt(instant, timeZone);
  if (clock === null) return null;
  return `${clock.day}T${clockOf(clock.seconds)}${offsetOf(clock.offset)}`;
}

/** Always with its seconds. */
function clockOf(seconds: number): string {
  const text = writeClock(seconds);
  return text.length === 5 ? `${text}:00` : text;
}

function offsetOf(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${writeClock(Math.abs(offset) * 60)}`;
}

/**
 * A stored moment as the zone's clocks show it: `2026-03-01 09:00`. The second of two moments at which they show the
 * same names its offset. What is no moment stays as it is.
 */
export function writeMoment(text: string, timeZone: string): string {
  const instant = isDateTime(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  const clock = Number.isNaN(instant) ? null : clockAt(instant, timeZone);
  if (clock === null) return text;
  const [first] = instantsOf(clock, timeZone);
  const isFirst = first === undefined || instant - first < 1_000;
  const shown = `${clock.day} ${writeClock(clock.seconds)}`;
  return isFirst ? shown : `${shown} ${offsetOf(clock.offset)}`;
}
