import { interpolate, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { apply } from './apply.ts';
import { createEditor } from './editor/editor.ts';
import { withFacts } from './find/named-facts.ts';
import { titlesIn } from './find/titles.ts';
import { KINDS } from './kinds/index.ts';
import type { Kind, Words } from './kinds/kind.ts';
import { type ChangeWords, changeWords } from './locales/index.ts';
import type { Change } from './model.ts';
import { ChangeRefused } from './refused.ts';

/**
 * A change as people read it, in the titles of the files that it is made to: as they are before it. A change that names
 * what is not there is read with the ids that it names.
 */
export function sentence(change: Change, files: readonly SourceFile[], locale: string): string {
  const words = changeWords(locale);
  if (change.kind === 'revert') return reverted(change, files, locale, words);
  const kind = KINDS.get(change.kind);
  if (!kind) return change.kind;
  const { form, ...values } = wordsOf(kind, change, files, words);
  const template = words.sentences[form === undefined ? change.kind : `${change.kind}.${form}`];
  const texts = Object.entries(values).map(([name, value]) => [name, written(name, value, words)] as const);
  const whole = interpolate(template ?? change.kind, Object.fromEntries(texts));
  return withFacts(whole, createEditor(files), change.cycle);
}

/** What was done is read in the files as they were before it; taken back twice it is made again. */
function reverted(change: Change, files: readonly SourceFile[], locale: string, words: ChangeWords): string {
  const of = isObject(change.of) ? change.of : {};
  if (typeof of.kind !== 'string') return change.kind;
  if (of.kind === 'revert' && isObject(of.of) && typeof of.of.kind === 'string') {
    const again = { ...of.of, kind: of.of.kind };
    return interpolate(words.again, { sentence: sentence(again, files, locale) });
  }
  const back = apply(files, change);
  const before = 'problem' in back ? files : back.files;
  return interpolate(words.back, { sentence: sentence({ ...of, kind: of.kind }, before, locale) });
}

function wordsOf(kind: Kind, change: Change, files: readonly SourceFile[], words: ChangeWords): Words {
  const reading = createEditor(files);
  try {
    return kind.words(parametersOf(change), titlesIn(reading, words.keywords), reading);
  } catch (error) {
    if (error instanceof ChangeRefused) return parametersOf(change);
    throw error;
  }
}

function parametersOf(change: Change): JsonObject {
  const given = Object.entries(change).filter(([key]) => key !== 'kind' && key !== 'reason');
  return Object.fromEntries(given.map(([key, value]) => [key, value ?? null]));
}

/** A word of a sentence: a text as it is, anything else as people write it. */
function written(name: string, value: Json | undefined, words: ChangeWords): string {
  if (name === 'required') return value === true ? words.required : words.optional;
  if (name === 'patch' && isObject(value)) return patchWritten(value, words);
  return valueWritten(value, words);
}

function patchWritten(patch: JsonObject, words: ChangeWords): string {
  const parts = Object.entries(patch).map(([key, value]) => {
    const word = Object.hasOwn(words.keywords, key) ? (words.keywords[key] ?? key) : key;
    const isShort = value === null || typeof value !== 'object';
    return isShort ? interpolate(words.keyword, { word, value: valueWritten(value, words) }) : word;
  });
  return parts.join(words.comma);
}

function valueWritten(value: Json | undefined, words: ChangeWords): string {
  if (value === undefined || value === null) return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((one) => valueWritten(one, words)).join(words.and);
  return isObject(value) ? words.more : String(value);
}
