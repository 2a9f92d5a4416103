import { choiceTitle } from '#core/form/index.ts';
import { interpolate, isObject } from '#core/json/index.ts';
import type { CodeList, CompiledEdition, FieldSchema, Json } from '#core/model/index.ts';
import { entryOf, numberText } from '#core/vocabulary/index.ts';
import { isFilled } from '../answers.ts';
import { type ValueWords, wordsOf } from '../locales/index.ts';
import { dateTexts } from './dates.ts';

/** What values are written out with: code lists for titles, words of the locale, the zone whose clocks are meant. */
export type Writer = { codes: Record<string, CodeList>; words: ValueWords; timeZone: string };

/** The writer of an edition, in its programme's language. */
export function writerOf(edition: CompiledEdition): Writer {
  const { locale, timeZone } = edition.definition.programme;
  return { codes: edition.codes, words: wordsOf(locale), timeZone };
}

/** A value as people read it: codes and choices by title, values by their `words`, dates as the locale writes them, objects by their `text`. */
export function textOf(field: FieldSchema, value: Json | undefined, writer: Writer): string {
  if (!isFilled(value) || value === undefined || value === null) return '';
  const chosen = choiceTitle(field, value);
  if (chosen !== undefined) return chosen;
  if (typeof value === 'boolean') return value ? writer.words.yes : writer.words.no;
  if (Array.isArray(value))
    return value.map((item) => textOf(field.items ?? {}, item, writer)).join(writer.words.separator);
  if (isObject(value)) return objectText(field, value, writer);
  if (typeof value === 'number' && field.number !== undefined) return numberText(value, field.number);
  const text = String(value);
  const word = field.words;
  if (word && Object.hasOwn(word, text)) return word[text] ?? text;
  if (field.code !== undefined) return titleOf(writer.codes[field.code], text);
  return field.format === undefined ? text : (dateTexts[field.format]?.(text, writer) ?? text);
}

/** `textOf` of one field, for the many values that are written of it: what needs nothing but the value is told once. */
export function writing(field: FieldSchema, writer: Writer): (value: Json | undefined) => string {
  const { oneOf, number, words, code, format } = field;
  const isPlain = [oneOf, number, words, code, format].every((part) => part === undefined);
  if (!isPlain) return (value) => textOf(field, value, writer);
  return (value) => {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return textOf(field, value, writer);
    return isFilled(value) ? value : '';
  };
}

function titleOf(list: CodeList | undefined, code: string): string {
  return list === undefined ? code : (entryOf(list, code)?.title ?? code);
}

function objectText(field: FieldSchema, value: Record<string, Json>, writer: Writer): string {
  const fields = field.properties ?? {};
  const part = (name: string): string =>
    Object.hasOwn(value, name) ? textOf(fields[name] ?? {}, value[name], writer) : '';
  if (field.text !== undefined) {
    const parts = new Map(Object.keys(fields).map((name) => [name, part(name)]));
    const text = interpolate(field.text, (name) => parts.get(name));
    return [...parts.values()].includes('') ? withoutGaps(text) : text;
  }
  return Object.keys(field.properties ?? value)
    .map(part)
    .filter((text) => text !== '')
    .join(writer.words.separator);
}

/** Brackets in which nothing stands: `4（）`. */
const NOTHING_IN = /\s*(?:（\s*）|\(\s*\)|【\s*】|\[\s*\])/g;

/** A blank beside what is open: behind a bracket that opens, before one that closes. */
const INSIDE = /(?<=[（(【[])\s+|\s+(?=[）)】\]])/g;

/** A text of which some parts are open, as people write it: without the brackets and blanks that were for them. */
const withoutGaps = (text: string): string => text.replace(NOTHING_IN, '').replace(INSIDE, '').trim();
