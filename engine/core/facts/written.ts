import { asText, interpolate, isObject, quotientOf } from '#core/json/index.ts';
import type { CodeList, Json, NamedFact } from '#core/model/index.ts';
import { formatDate, numberText, parseDate, writeNumber } from '#core/vocabulary/index.ts';
import { wordsIn } from './locales.ts';

/** What a value is written out with: the language, and the lists whose codes have titles. */
type FactWords = { locale: string; codes: readonly CodeList[] };

/**
 * A value of a fact as texts say it: a number by its pattern and in its unit, a date as people write it, codes by their
 * titles; put into the fact's own `text` where it has one. `fact`: undefined where the value stands alone.
 */
export function factText(value: Json, fact: NamedFact | undefined, words: FactWords): string {
  const bare = valueText(value, fact, words);
  if (fact?.text === undefined || value === null) return bare;
  return interpolate(fact.text, { value: bare, unit: fact.unit ?? '' });
}

function valueText(value: Json, fact: NamedFact | undefined, words: FactWords): string {
  const { nothing, yes, no, list } = wordsIn(words.locale);
  if (value === null) return nothing;
  if (typeof value === 'number') return amountText(value, fact);
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return value.map((one) => valueText(one, fact, words)).join(list);
  if (typeof value !== 'string') return JSON.stringify(value);
  return codeTitle(value, fact, words) ?? dateText(value, words.locale) ?? value;
}

function amountText(value: number, { per = 1, number }: Partial<NamedFact> = {}): string {
  const counted = quotientOf(value, per);
  return number === undefined ? writeNumber(counted) : numberText(counted, number);
}

function codeTitle(code: string, fact: NamedFact | undefined, { codes }: FactWords): string | undefined {
  const list = codes.find(({ id }) => id === fact?.code);
  // An entry may be anything before it has been linted.
  const found: unknown = list?.entries.find((entry: unknown) => isObject(entry) && entry.code === code);
  return isObject(found) ? asText(found.title) : undefined;
}

function dateText(text: string, locale: string): string | undefined {
  const found = parseDate(text);
  if (found === null || found.day === null) return undefined;
  const { date, plain } = wordsIn(locale);
  const [year = '', month = '', day = ''] = formatDate(found).split('-');
  const part = (digits: string) => (plain ? String(Number(digits)) : digits);
  return interpolate(date, { year, month: part(month), day: part(day) });
}
