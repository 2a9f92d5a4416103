import { interpolate, placeholdersOf } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { HintKey, LintWords, SentenceKey } from '../locales/index.ts';

/** What stands in the places of a sentence. A list is written out in quotation marks. */
export type Params = Record<string, Json>;

/** A sentence that says what would mend it, and what stands in it. */
export type Hint = { sentence: HintKey; params?: Params };

/** A sentence of the locale with its places filled. */
export function sentenceFor(key: SentenceKey, params: Params, words: LintWords): string {
  return fill(words.sentences[key], params, words);
}

/** A hint of the locale with its places filled. */
export function hintFor({ sentence, params = {} }: Hint, words: LintWords): string {
  return fill(words.hints[sentence], params, words);
}

function fill(pattern: string, params: Params, words: LintWords): string {
  const texts = placeholdersOf(pattern).flatMap((place): [string, string][] => {
    const [name = '', terms] = place.split(':');
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return [];
    return [[place, terms === undefined ? written(value, words) : termFor(value, terms, words)]];
  });
  return interpolate(pattern, Object.fromEntries(texts));
}

function written(value: Json, { locations }: LintWords): string {
  if (!Array.isArray(value)) return String(value);
  return value.map((item) => interpolate(locations.text, { text: String(item) })).join(locations.list);
}

/** The word of the locale; what it has no word for is written as it is. */
function termFor(value: Json, terms: string, words: LintWords): string {
  const known: Record<string, Record<string, string>> = words.terms;
  const list = Array.isArray(value) ? value : [value];
  return list
    .map((item) => known[terms]?.[String(item)] ?? written([item], words))
    .join(words.locations.list);
}
