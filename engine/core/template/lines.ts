import { isObject } from '#core/json/index.ts';

/** Stands for a line break while a template runs; no answer holds it, since it is taken out of them on their way in. */
const MARK = '\u2028';

/** What a template reads, with the line breaks of its texts marked: a template's own are nothing but layout. */
export function withLinesMarked<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\r\n?|\n/g, MARK) as T & string;
  if (Array.isArray(value)) return value.map(withLinesMarked) as T & unknown[];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLinesMarked(part)])) as T;
}

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** A page in which marked lines are lines, whatever the sheet's style says of blanks; in attributes they are blanks. */
export function withLines(html: string): string {
  return html.replace(TAG, (tag) => tag.replaceAll(MARK, ' ')).replaceAll(MARK, '<br>');
}
