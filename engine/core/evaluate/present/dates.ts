import { interpolate } from '#core/json/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import type { ValueWords } from '../locales/index.ts';

type Zone = { words: ValueWords; timeZone: string };

const MOMENT = /^(\d{4})-(\d{2})-(\d{2}) (.*)$/;

/** Writes out a value of a date format as the locale's patterns say; what is no such date stays as it is. */
export const dateTexts: Record<string, (text: string, zone: Zone) => string> = {
  date: (text, { words }) => parts(/^(\d{4})-(\d{2})-(\d{2})$/, text, words.date),
  month: (text, { words }) => parts(/^(\d{4})-(\d{2})$/, text, words.month),
  'date-time': (text, { words, timeZone }) =>
    parts(MOMENT, formats['date-time']?.write?.(text, timeZone) ?? text, words.dateTime),
  'month-range': (text, { words }) =>
    range(/^(\d{4}\.\d{2})-(\d{4}\.\d{2})?$/, text, words.monthRange, words),
  'date-range': (text, { words }) =>
    range(/^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})?$/, text, words.dateRange, words),
};

function parts(shape: RegExp, text: string, pattern: string): string {
  const found = shape.exec(text);
  if (found === null) return text;
  const [, year, month, day, time] = found;
  return interpolate(pattern, { year, month, day, time });
}

function range(shape: RegExp, text: string, pattern: string, words: ValueWords): string {
  const found = shape.exec(text);
  if (found === null) return text;
  const [, from, to = words.open] = found;
  return interpolate(pattern, { from, to });
}
