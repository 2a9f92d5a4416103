import type Handlebars from 'handlebars';
import { readAnswer } from '#core/normalise/index.ts';
import { numberText } from '#core/vocabulary/index.ts';

/** What a block helper is handed last; Handlebars calls these `fn` and `inverse`. */
type Block = Handlebars.HelperOptions;

const MOST_REPEATS = 200;

/** A block, or an operand as in `{{#if (eq a b)}}`: then there is nothing to write between. */
function isEqual(this: unknown, left: unknown, right: unknown, block: Partial<Block>): string | boolean {
  const equal = String(left) === String(right);
  if (block.fn === undefined) return equal;
  return (equal ? block.fn(this) : block.inverse?.(this)) ?? '';
}

/** `{{#repeat 3}}…{{/repeat}}`: blank rows that fill a page. */
function repeat(this: unknown, times: unknown, block: Block): string {
  const count = Math.min(Math.max(Math.trunc(Number(times) || 0), 0), MOST_REPEATS);
  return Array.from({ length: count }, (_, index) => block.fn(this, { data: { index } })).join('');
}

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

function inc(value: unknown): number {
  return Number(value) + 1;
}

function orElse(value: unknown, other: unknown): unknown {
  return value === undefined || value === null || value === '' ? other : value;
}

function join(list: unknown, separator: unknown): string {
  return Array.isArray(list) ? list.join(String(separator)) : '';
}

/** The helpers of the language, besides Handlebars' own `if`, `unless`, `each`, `with`. */
export const helpers = { eq: isEqual, repeat, date, number, capital, inc, default: orElse, join };
