import { filled, type ValueWords } from '../locales/index.ts';

/** Writes out a value of a date format as the locale's patterns say; what is no such date stays as it is. */
export const dateTexts: Record<string, (text: string, words: ValueWords) => string> = {
  date: (text, words) => parts(/^(\d{4})-(\d{2})-(\d{2})$/, text, words.date),
  month: (text, words) => parts(/^(\d{4})-(\d{2})$/, text, words.month),
  'date-time': (text, words) => parts(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/, text, words.dateTime),
  'month-range': (text, words) => range(/^(\d{4}\.\d{2})-(\d{4}\.\d{2})?$/, text, words.monthRange, words),
  'date-range': (text, words) =>
    range(/^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})?$/, text, words.dateRange, words),
};

function parts(shape: RegExp, text: string, pattern: string): string {
  const found = shape.exec(text);
  if (found === null) return text;
  const values = new Map([
    ['year', found[1]],
    ['month', found[2]],
    ['day', found[3]],
    ['time', found[4]],
  ]);
  return filled(pattern, (name) => values.get(name));
}

function range(shape: RegExp, text: string, pattern: string, words: ValueWords): string {
  const found = shape.exec(text);
  if (found === null) return text;
  const values = new Map([
    ['from', found[1]],
    ['to', found[2] ?? words.open],
  ]);
  return filled(pattern, (name) => values.get(name));
}
