import { productOf, sumOf } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import { isDated, movedDates, movedTime } from './dates.ts';
import { otherText } from './texts.ts';

/** What stands for answers of a person: the same for the same, so that what was alike stays so. */
export type Substitutes = {
  next: (count: number) => number;
  /** By how many months all dates move. */
  months: number;
  /** How far numbers move, as a part of them. */
  spread: number;
  /** Every text of the source: none of them may stand in the example. */
  taken: ReadonlySet<string>;
  known: Map<string, Json | undefined>;
  /** Is it a code of any list, or a kind of organisation: a word of the definition, and nobody's own? */
  isWord: (text: string) => boolean;
};

const TRIES = 40;
const HALF_HOUR = 30;

/** Another answer for a field; undefined where none can be made. What is chosen from a list is nobody's own, and stays. */
export function substitute(
  value: string | number,
  schema: FieldSchema | undefined,
  substitutes: Substitutes,
): Json | undefined {
  const { format = '', pattern = '', sensitive = false } = schema ?? {};
  if (isChosen(value, schema, substitutes)) return sensitive ? otherChoice(value, schema) : value;
  const key = JSON.stringify([value, format, pattern, schema?.minimum, schema?.maximum, schema?.multipleOf]);
  if (!substitutes.known.has(key)) substitutes.known.set(key, made(value, schema, substitutes));
  return substitutes.known.get(key);
}

/** Words that the definition has: codes, choices, the word for "there is none". */
function isChosen(value: string | number, schema: FieldSchema | undefined, { isWord }: Substitutes): boolean {
  if (schema === undefined) return typeof value === 'string' && isWord(value);
  if (value === schema.none || value === schema.blank || value === schema.const) return true;
  if (schema.enum?.includes(value)) return true;
  if (schema.oneOf?.some((one) => one.const === value)) return true;
  return schema.code !== undefined && typeof value === 'string' && isWord(value);
}

function otherChoice(value: string | number, { oneOf, enum: all }: FieldSchema = {}): Json | undefined {
  const choices = all ?? oneOf?.map((one) => one.const) ?? [];
  return choices.find((one) => one !== value);
}

function made(
  value: string | number,
  schema: FieldSchema | undefined,
  substitutes: Substitutes,
): Json | undefined {
  for (let time = 0; time < TRIES; time += 1) {
    const other =
      typeof value === 'number'
        ? otherNumber(value, schema, substitutes)
        : otherAnswer(value, schema, substitutes);
    if (other !== value && !isTaken(other, schema, substitutes) && fits(other, schema)) return other;
  }
  return undefined;
}

/** Numbers and days are few: that another answer of the person has the same says nothing. */
const isTaken = (other: string | number, schema: FieldSchema | undefined, { taken }: Substitutes): boolean =>
  typeof other === 'string' && !isDated(schema?.format) && schema?.format !== 'time' && taken.has(other);

function otherNumber(
  value: number,
  { minimum, maximum, multipleOf, type }: FieldSchema = {},
  { next, spread }: Substitutes,
): number {
  const step = multipleOf ?? (type === 'integer' || Number.isInteger(value) ? 1 : 0.01);
  const reach = Math.max(2, Math.round((Math.abs(value) * spread) / step));
  const moved = productOf([Math.round(value / step) + next(2 * reach + 1) - reach, step]);
  // What is out of its bounds stays so, or the example would be of something else.
  if (maximum !== undefined && value > maximum) return Math.max(moved, sumOf([maximum, step]));
  if (minimum !== undefined && value < minimum) return Math.min(moved, sumOf([minimum, -step]));
  const least = minimum ?? (value < 0 ? moved : 0);
  return Math.min(maximum ?? moved, Math.max(least, moved));
}

function otherAnswer(text: string, schema: FieldSchema | undefined, { next, months }: Substitutes): string {
  const { format } = schema ?? {};
  if (isDated(format)) return movedDates(text, months);
  if (format === 'time') return movedTime(text, HALF_HOUR * (1 + next(8)));
  return otherText(text, format, next, months);
}

function fits(value: string | number, schema: FieldSchema | undefined): boolean {
  if (typeof value === 'number' || schema === undefined) return true;
  const { format, pattern, maxLength = Number.POSITIVE_INFINITY } = schema;
  if (value.length > maxLength) return false;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return false;
  return format === undefined || (formats[format]?.test(value) ?? true);
}
