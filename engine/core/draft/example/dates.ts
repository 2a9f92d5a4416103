import { addMonths, formatDate, parseDate } from '#core/vocabulary/index.ts';

/** A day, or a month, wherever it stands in a text: `2026-03-01`, `2026-03`, `2020.09`. */
const DAY_OR_MONTH = /(\d{4})([-.])(\d{2})(?:\2(\d{2}))?/g;
const TIME = /^(\d{2}):(\d{2})$/;
const DATED: ReadonlySet<string> = new Set(['date', 'month', 'date-time', 'month-range', 'date-range']);
const DAY_MINUTES = 1440;

/** Whether a format is one of dates, which all move by the same months: what lies between them stays. */
export const isDated = (format: string | undefined): boolean => format !== undefined && DATED.has(format);

/** A text with all its days and months moved. */
export function movedDates(text: string, months: number): string {
  return text.replace(DAY_OR_MONTH, (whole, year: string, between: string, month: string, day?: string) => {
    const date = parseDate(`${year}-${month}-${day ?? '01'}`);
    const moved = date && addMonths(date, months);
    if (!moved) return whole;
    const text = formatDate(moved);
    return (day === undefined ? text.slice(0, 7) : text).replaceAll('-', between);
  });
}

/** A time of day, moved by so many minutes. */
export function movedTime(text: string, minutes: number): string {
  const [, hour, minute] = TIME.exec(text) ?? [];
  if (hour === undefined) return text;
  const all = (Number(hour) * 60 + Number(minute) + minutes + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
