import { productOf, quotientOf } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { cleanLine, cleanLines, comparisonKey, foldWidths, showsNothing } from '#core/text/index.ts';
import { formats, isPercent, numberText, readNumber, writeNumber } from '#core/vocabulary/index.ts';

/** What decides how a field's text is read. */
type Readable = Pick<FieldSchema, 'type' | 'format' | 'none' | 'number' | 'words'>;

/** What decides how an answer is written as text. */
type Written = {
  format?: string | undefined;
  number?: string | undefined;
  words?: FieldSchema['words'] | undefined;
};

type How = { lines?: boolean; timeZone?: string | undefined };

/**
 * What a text answers to a field: undefined where it shows nothing, the word for "there is none", a number, a date as
 * dates are stored, clean text. Text that cannot be read stays text, which validation refuses with a sentence: nothing
 * that was written is lost. `lines` keeps its line breaks; in `timeZone` a date and time is a moment. Reading what it gave changes nothing more.
 */
export function readAnswer(
  field: Readable,
  text: string,
  { lines = false, timeZone = 'UTC' }: How = {},
): Json | undefined {
  const clean = lines ? cleanLines(text) : cleanLine(text);
  if (showsNothing(clean)) return undefined;
  if (isNone(field, clean)) return field.none;
  if (field.type === 'number' || field.type === 'integer') return readCounted(field, clean) ?? clean;
  return formats[field.format ?? '']?.read?.(clean, timeZone) ?? clean;
}

/** The word as it is kept or shown, in another width or case. */
function isNone({ none, words = {} }: Readable, text: string): boolean {
  if (none === undefined) return false;
  return [none, words[none] ?? none].some(
    (word) => text === word || comparisonKey(text) === comparisonKey(word),
  );
}

/** A number; of a field of per cent in hundredths, with the sign or without. */
function readCounted({ number }: Readable, text: string): number | null {
  if (!isPercent(number)) return readNumber(text);
  const hundredths = readNumber(foldWidths(text).replace(/\s*%$/, ''));
  return hundredths === null ? null : quotientOf(hundredths, 100);
}

/** An answer as text in a field, as `readAnswer` reads it; '' for what is neither text nor number. */
export function writeAnswer(
  value: Json | undefined,
  { format = '', number, words = {} }: Written = {},
  timeZone = 'UTC',
): string {
  if (typeof value === 'number')
    return isPercent(number) ? `${writeNumber(productOf([value, 100]))}%` : writeNumber(value);
  if (typeof value !== 'string') return '';
  if (Object.hasOwn(words, value)) return words[value] ?? value;
  return formats[format]?.write?.(value, timeZone) ?? value;
}

/** An answer as a field shows it while nobody types: a number by its pattern where that hides nothing of it. */
export function shownAnswer(field: Pick<Readable, 'type' | 'number'>, value: Json | undefined): string {
  const plain = writeAnswer(value, field);
  if (field.number === undefined || typeof value !== 'number') return plain;
  const shown = numberText(value, field.number);
  return readAnswer({ ...field, type: 'number' }, shown) === value ? shown : plain;
}
