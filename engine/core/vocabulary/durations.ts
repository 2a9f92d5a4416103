import { addMonths, dayNumber, dayOfNumber, formatDate, parseDate } from './calendar.ts';

/** A length of time of one unit: years, months, weeks, days, hours (`TH`) or minutes (`TM`). */
export type Duration = { count: number; unit: 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM' };

const WRITTEN = /^P(?:([0-9]{1,6})([YMWD])|T([0-9]{1,6})([HM]))$/;

/** A duration of ISO 8601 in one unit: `P14D`, `P2W`, `P6M`, `P1Y`, `PT12H`, `PT30M`; null for anything else. */
export function parseDuration(text: string): Duration | null {
  const [, days, unit, hours, part] = WRITTEN.exec(text) ?? [];
  const written = days === undefined ? `T${part}` : unit;
  const count = Number(days ?? hours);
  return Number.isNaN(count) ? null : { count, unit: written as Duration['unit'] };
}

const MINUTES = { TH: 60, TM: 1 };

/**
 * When a duration is over that began at a moment: the last day for one in days or longer, in which the day of the
 * beginning does not count; a moment for one in hours or minutes. Null where the calendar ends before.
 */
export function endOfDuration(since: string, { count, unit }: Duration): string | null {
  if (unit === 'TH' || unit === 'TM')
    return new Date(Date.parse(since) + count * MINUTES[unit] * 60_000).toISOString();
  const begun = parseDate(since.slice(0, 'YYYY-MM-DD'.length));
  if (begun === null) return null;
  const end =
    unit === 'Y' || unit === 'M'
      ? addMonths(begun, unit === 'Y' ? count * 12 : count)
      : dayOfNumber(dayNumber(begun) + (unit === 'W' ? count * 7 : count));
  return end && formatDate(end);
}
