import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import { elementKey } from './element.ts';

/**
 * The same definition in another of its languages: texts of the locale in place of those that are written, everything
 * else as it was. What the locale lacks stays as it is written; a language that it does not have changes nothing.
 */
export function translated(definition: Definition, language: string): Definition {
  const locale = definition.locales?.find(({ id }) => id === language);
  if (locale === undefined) return definition;
  const laid = laidOver(definition as unknown as Json, locale.texts) as unknown as Definition;
  return { ...laid, programme: { ...laid.programme, locale: language } };
}

/** Lays texts, nested by the ids on the way to them, over a value. What names nothing is passed over. */
function laidOver(value: Json, texts: Json | undefined): Json {
  if (typeof texts === 'string') return typeof value === 'string' ? texts : value;
  if (!isObject(texts)) return value;
  if (Array.isArray(value))
    return value.map((element, index) => laidOver(element, own(texts, elementKey(element, index))));
  if (!isObject(value)) return value;
  const laid = Object.entries(value).map(([key, inner]) => [key, laidOver(inner, own(texts, key))]);
  return { ...Object.fromEntries(laid), ...newWords(value, own(texts, 'words')) };
}

/** Values of a field that are shown as they are kept get other words only here. */
function newWords(field: JsonObject, words: Json | undefined): JsonObject {
  const shows = ['enum', 'none', 'blank'].some((keyword) => Object.hasOwn(field, keyword));
  if (!shows || !isObject(words)) return {};
  return { words: { ...(isObject(field.words) ? field.words : {}), ...words } };
}

const own = (texts: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;
