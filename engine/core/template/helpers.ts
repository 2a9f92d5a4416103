import { readAnswer } from '#core/normalise/index.ts';
import { numberText } from '#core/vocabulary/index.ts';

const ISO_DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?/;

/** `{{date value "YYYY年MM月"}}`: an ISO date or month in another shape; anything else stays as it is. */
function date(value: unknown, pattern: unknown): string {
  const found = ISO_DATE.exec(String(value ?? ''));
  if (!found) return String(value ?? '');
  const [, year = '', month = '', day = ''] = found;
  return String(pattern).replace('YYYY', year).replace('MM', month).replace('DD', day);
}

/** `{{number value "#,##0.00"}}`: a number in another shape; anything else stays as it is. */
function number(value: unknown, pattern: unknown): string {
  const text = String(value ?? '');
  const written = String(pattern);
  const found = readAnswer(
    { type: 'number', number: text.endsWith('%') ? '0%' : written.replace('%', '') },
    text,
  );
  return typeof found === 'number' ? numberText(found, written) : text;
}

/** `{{capital amount}}`: an amount of money in Chinese capitals. */
const capital = (value: unknown): string => number(value, 'capital');

const inc = (value: unknown): number => Number(value) + 1;

const orElse = (value: unknown, other: unknown): unknown =>
  value === undefined || value === null || value === '' ? other : value;

const join = (list: unknown, separator: unknown): string =>
  Array.isArray(list) ? list.join(String(separator)) : '';

/** `{{joined "，" from (date on "YYYY") by}}`: the texts that are there, each of them once. */
const joined = (separator: unknown, ...parts: unknown[]): string =>
  [...new Set(parts.map((part) => String(part ?? '')).filter((text) => text.trim() !== ''))].join(
    String(separator),
  );

/**
 * `{{joinedBut "无" "，" from by}}`: as `joined`, but what is answered by that word alone is left out where something else
 * is there: people write "无" once, and not among other values.
 */
function joinedBut(none: unknown, separator: unknown, ...parts: unknown[]): string {
  const rest = parts.filter((part) => String(part ?? '').trim() !== String(none));
  return joined(separator, ...rest) || joined(separator, ...parts);
}

/** `{{#if (longer 200 name text)}}`: whether one of the texts has more letters. */
const longer = (letters: unknown, ...texts: unknown[]): boolean =>
  texts.some((text) => [...String(text ?? '')].length > Number(letters));

const isEqual = (left: unknown, right: unknown): boolean => String(left) === String(right);

type Helper = (...operands: unknown[]) => unknown;

/** What makes one value of others: `{{date from "YYYY"}}`, `{{#if (eq a b)}}`. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map<string, Helper>(
  Object.entries({
    eq: isEqual,
    date,
    number,
    capital,
    inc,
    default: orElse,
    join,
    joined,
    joinedBut,
    longer,
  }),
);
