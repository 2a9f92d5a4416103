import { foldWidths } from '#core/text/index.ts';
import { written } from './locales/written.ts';
import { isNoDate, readDay, readMonth } from './written-dates.ts';

/** How a kind of range is stored: what stands between its ends, and how each end is read. */
export type RangeKind = { between: '-' | '/'; open: boolean; read: (text: string) => string | null };
/** Both ends as they stand in two boxes; '' where there is none. */
export type RangeEnds = { start: string; end: string };

/** From month to month, dots inside, the end open while it goes on: `2020.09-2023.07`, `2020.09-`. */
export const monthRangeKind: RangeKind = {
  between: '-',
  open: true,
  read: (text) => readMonth(text)?.replace('-', '.') ?? null,
};

/** From day to day: `2026-03-01/2026-03-07`. */
export const dateRangeKind: RangeKind = { between: '/', open: false, read: readDay };

const { to: TO, untilNow } = written;
const UNTIL_NOW = new RegExp(`^(?:${untilNow.join('|')})$`, 'i');
const NOTHING = new RegExp(`^[-/\\u2010-\\u2015\\u2212~${TO}]*$`);

/**
 * One end as it is stored: a date where the text writes one, '' where it is empty or says that it goes on; else the
 * text itself, which the format refuses.
 */
export function readEnd(kind: RangeKind, text: string, side: keyof RangeEnds): string {
  const plain = text.trim();
  if (NOTHING.test(foldWidths(plain))) return '';
  if (kind.open && side === 'end' && UNTIL_NOW.test(plain)) return '';
  return kind.read(plain) ?? plain.replace(spacedBetween(kind), kind.between);
}

const spacedBetween = ({ between }: RangeKind) => new RegExp(`\\s*\\${between}\\s*`, 'g');

/**
 * A range as one text, undefined without any end. Ends that cannot be read are kept between blanks, so that they can
 * be told apart again: what was typed is not lost.
 */
export function joinRange(kind: RangeKind, { start, end }: RangeEnds): string | undefined {
  if (start === '' && end === '') return undefined;
  const isRead = [start, end].every((one) => one === '' || kind.read(one) === one);
  return isRead
    ? `${start}${kind.between}${end}`
    : [start, kind.between, end].filter((part) => part !== '').join(' ');
}

/** The ends of a stored range. */
export function rangeEnds(kind: RangeKind, text: string): RangeEnds {
  const spaced = new RegExp(`^(.*?)(?:^| )\\${kind.between}(?: |$)(.*)$`).exec(text);
  if (spaced) return { start: spaced[1] ?? '', end: spaced[2] ?? '' };
  const at = text.indexOf(kind.between);
  return at < 0 ? { start: text, end: '' } : { start: text.slice(0, at), end: text.slice(at + 1) };
}

/** Why a range that is stored as it was typed is none; undefined where its ends are not written as dates. */
export function amissInRange(kind: RangeKind, text: string): 'no-date' | 'backwards' | undefined {
  const ends = Object.values(rangeEnds(kind, text));
  if (ends.some(isNoDate)) return 'no-date';
  return ends.every((one) => one !== '' && kind.read(one) !== null) ? 'backwards' : undefined;
}

/** What may stand between the ends where a range is written on one line. */
const BETWEEN = new RegExp(`[${TO}~/]|[-\\u2010-\\u2015\\u2212]+`, 'g');

/** A range that is written on one line, as it is stored; null where there is no way to read both its ends. */
export function readRange(kind: RangeKind, text: string): string | null {
  const plain = foldWidths(text).trim();
  for (const { 0: mark, index } of plain.matchAll(BETWEEN)) {
    const start = kind.read(plain.slice(0, index));
    const end = readEnd(kind, plain.slice(index + mark.length), 'end');
    const isEnd = end === '' ? kind.open : kind.read(end) === end;
    if (start !== null && isEnd) return `${start}${kind.between}${end}`;
  }
  return null;
}
