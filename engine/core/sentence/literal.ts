import { interpolate } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { formatDate, formats, isDateTime, parseDate } from '#core/vocabulary/index.ts';
import { listed, titled } from './compose.ts';
import type { Context } from './context.ts';
import type { Node } from './nodes/node.ts';
import { ATOM, type Phrase, SUM } from './phrase.ts';

type Words = Pick<Context, 'words'>;

/** A value that stands in the logic itself; beside something whose values have titles, by its title. */
export function literal(value: Json, context: Words, node?: Node): Phrase {
  const title = node?.valueTitle?.(value);
  if (title !== undefined) return titled(title, context);
  const { marks } = context.words;
  if (value === null) return { text: marks.nothing, level: ATOM };
  if (typeof value === 'boolean')
    return { ...titled(value ? marks.yes : marks.no, context), node: { kind: 'boolean' } };
  if (typeof value === 'number')
    return { text: String(value), level: value < 0 ? SUM : ATOM, node: { kind: 'number' } };
  if (typeof value === 'string') return textLiteral(value, context);
  if (!Array.isArray(value)) return { text: marks.record, level: ATOM };
  return listLiteral(value, context, node);
}

function textLiteral(value: string, { words: { marks } }: Words): Phrase {
  if (value === '') return { text: marks.blank, level: ATOM, node: { kind: 'text' } };
  const date = dateText(value, marks);
  if (date !== null) return { text: date, level: ATOM, node: { kind: 'date' } };
  return {
    text: interpolate(marks.text, { 0: value.replace(/\s*\n\s*/g, ' ') }),
    level: ATOM,
    node: { kind: 'text' },
  };
}

function listLiteral(value: Json[], context: Words, node?: Node): Phrase {
  if (value.length === 0) return { text: context.words.marks.emptyList, level: ATOM, node: { kind: 'list' } };
  const texts = value.map((item) => literal(item, context, node?.element).text);
  return {
    text: interpolate(context.words.marks.group, { 0: listed(texts, context) }),
    level: ATOM,
    node: { kind: 'list' },
  };
}

/** A day, a month, a moment or a time of day as people write it; null for any other text. */
function dateText(text: string, marks: Context['words']['marks']): string | null {
  if (formats.time?.test(text)) return text;
  if (isDateTime(text)) {
    const [day = '', time = ''] = text.split(/[Tt]/);
    return written(day, marks.moment, time.slice(0, 5));
  }
  const date = parseDate(text);
  if (date === null) return null;
  return written(formatDate(date), date.day === null ? marks.month : marks.date);
}

function written(iso: string, pattern: string, time = ''): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const plain = pattern.includes('-') ? (part: string) => part : (part: string) => String(Number(part));
  return interpolate(pattern, { year, month: plain(month), day: plain(day), time });
}
