import type { FieldSchema, Json } from '../../../engine/core/model/index.ts';
import { isAnswered, isObject } from '../json.ts';
import type { Lists } from './choices.ts';

export type TextWords = { yes: string; no: string; untilNow: string };

/** A value as a person reads it: codes by title, objects by their `text`, open ranges in words; '' for no answer. */
export function textOfValue(value: Json | undefined, schema: FieldSchema, lists: Lists, words: TextWords): string {
  if (!isAnswered(value) || value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return listText(value, schema, lists, words);
  if (isObject(value)) return objectText(value, schema, lists, words);
  if (schema.code) return titleOf(schema.code, String(value), lists);
  if (schema.format === 'month-range') return rangeText(String(value), words);
  return String(value);
}

const titleOf = (list: string, code: string, { codes }: Lists): string =>
  codes[list]?.entries.find((entry) => entry.code === code)?.title ?? code;

const rangeText = (value: string, words: TextWords): string => (value.endsWith('-') ? `${value}${words.untilNow}` : value);

const listText = (value: Json[], schema: FieldSchema, lists: Lists, words: TextWords): string =>
  value.map((item) => textOfValue(item, schema.items ?? {}, lists, words)).join('; ');

function objectText(value: { [key: string]: Json }, schema: FieldSchema, lists: Lists, words: TextWords): string {
  const part = (key: string): string => textOfValue(value[key], schema.properties?.[key] ?? {}, lists, words);
  if (schema.text) return schema.text.replace(/\{(\w+)\}/g, (_, key: string) => part(key) || '0');
  const keys = Object.keys(schema.properties ?? value);
  return keys.map(part).filter(Boolean).join(' ');
}
