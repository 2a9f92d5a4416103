/** Moments of time limits: a date and time, or a day, which lasts until it ends. */

const DAY = 86_400_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Whether it is a day and no moment. */
const isDay = (text: string): boolean => text.length === DATE_LENGTH;

const endOf = (text: string | null): number => Date.parse(text ?? '') + (isDay(text ?? '') ? DAY : 0);

/** What ends first comes first. */
export const byTime = (a: string | null, b: string | null): number => endOf(a) - endOf(b);

/** The one that ends first; null where there is none. */
export const earliest = (ends: string[]): string | null => [...ends].sort(byTime)[0] ?? null;

/** Whether it is over at this moment, which is written in the programme's time zone. */
export const isOver = (end: string, now: string): boolean =>
  isDay(end) ? now.slice(0, DATE_LENGTH) > end : Date.parse(now) >= Date.parse(end);
