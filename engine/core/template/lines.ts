import { isObject, type JsonObject } from '#core/json/index.ts';

/** Stands for a line break while a template runs; no answer holds it, since it is taken out of them on their way in. */
const MARK = '\u2028';

const BREAK = /\r\n?|\n/g;

/**
 * What a template reads, with the line breaks of its texts marked: a template's own are nothing but layout. What holds
 * none is handed on as it is: hardly any text of a form does.
 */
export function withLinesMarked<T>(value: T): T {
  if (typeof value === 'string') return (hasBreak(value) ? value.replace(BREAK, MARK) : value) as T & string;
  if (Array.isArray(value)) {
    const list = value.map(withLinesMarked);
    return list.every((part, index) => part === value[index]) ? value : (list as T & unknown[]);
  }
  return isObject(value) ? (markedObject(value) as T) : value;
}

const hasBreak = (text: string): boolean => text.includes('\n') || text.includes('\r');

function markedObject(value: JsonObject): JsonObject {
  let marked: JsonObject | undefined;
  for (const key of Object.keys(value)) {
    const part = value[key];
    const found = withLinesMarked(part);
    if (found !== part && found !== undefined) marked = { ...(marked ?? value), [key]: found };
  }
  return marked ?? value;
}

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** A page in which marked lines are lines, whatever the sheet's style says of blanks; in attributes they are blanks. */
export function withLines(html: string): string {
  if (!html.includes(MARK)) return html;
  return html.replace(TAG, (tag) => tag.replaceAll(MARK, ' ')).replaceAll(MARK, '<br>');
}
