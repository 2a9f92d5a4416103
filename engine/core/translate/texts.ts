import { namedFact } from '#core/facts/index.ts';
import { asObject, isObject, type Json, type JsonObject, pointer } from '#core/json/index.ts';
import { elementKey } from './element.ts';
import { NAMED, TEXT_MAPS, TEXTS, TITLED, UNREAD } from './keywords.ts';

/** A text that people read. */
export type TextSite = {
  /** The way to it by ids, which stays when elements of a list change places. */
  key: string[];
  /** Where it is written. */
  from: string;
  /** Of a value that is shown as it is kept (`enum`, `none`, `blank`): the value. */
  word?: string;
  text: string;
};

/** The way to where the walk stands; `titles`: a title is all that is read here. */
type Way = { key: string[]; from: string; titles: boolean };

/** Every text of a part, or of a whole definition, in the order in which they are written. */
export function textsOf(value: Json): TextSite[] {
  return inKeywords(value, { key: [], from: '', titles: false });
}

const below = ({ key, from, titles }: Way, step: string | number, name = String(step)): Way => ({
  key: [...key, name],
  from: from + pointer(step),
  titles,
});

function inKeywords(value: Json, way: Way): TextSite[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => inKeywords(one, below(way, index, elementKey(one, index))));
  if (!isObject(value)) return [];
  const own = Object.entries(value).flatMap(([keyword, inner]) =>
    ofKeyword(keyword, inner, below(way, keyword), way.titles),
  );
  return [...own, ...presetOf(value, way), ...wordsOf(value, way)];
}

function ofKeyword(keyword: string, value: Json, way: Way, titles: boolean): TextSite[] {
  if (keyword === 'facts') return isOfEdition(way) ? ofFacts(value, way) : [];
  if (UNREAD.has(keyword)) return [];
  if (TEXTS.has(keyword) && (!titles || keyword === 'title') && isTextual(value)) return inTexts(value, way);
  if (TEXT_MAPS.has(keyword)) return inTexts(value, way);
  if (!isObject(value) || !(NAMED.has(keyword) || isPatchById(keyword, value, way)))
    return inKeywords(value, { ...way, titles: titles || TITLED.has(keyword) });
  return Object.entries(value).flatMap(([name, inner]) => inKeywords(inner, below(way, name)));
}

/** Facts of the edition, in its file or in a definition; elsewhere they are values. */
const isOfEdition = ({ key }: Way): boolean => key.length === 1 || (key.length === 2 && key[0] === 'edition');

/** What facts are called, and how they are written out. */
function ofFacts(facts: Json, way: Way): TextSite[] {
  const described = Object.entries(asObject(facts)).filter(([, fact]) => namedFact(fact) !== undefined);
  return described.flatMap(([id, fact]) => inKeywords(fact, below(way, id)));
}

/** Of a section that is laid over, the items of a grid and its columns by their ids. */
function isPatchById(keyword: string, value: JsonObject, { key }: Way): boolean {
  if (key.length !== 3 || key[0] !== 'overlay') return false;
  return (
    keyword === 'items' || (keyword === 'columns' && !('years' in value) && !isTextual(value.title ?? null))
  );
}

const isTextual = (value: Json): boolean => typeof value === 'string' || Array.isArray(value);

/** One text, or the texts of a list or of a map. */
function inTexts(value: Json, way: Way): TextSite[] {
  if (typeof value === 'string') return value === '' ? [] : [{ key: way.key, from: way.from, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' ? inTexts(one, below(way, name)) : [],
  );
}

/**
 * What stands in a free text beforehand is read and sent as it is, whole or put together; what has to be chosen or
 * calculated is no text.
 */
function presetOf({ preset = null, ...field }: JsonObject, way: Way): TextSite[] {
  if (preset === field.none) return [];
  if (['enum', 'code', 'format', 'const', 'pattern'].some((keyword) => keyword in field)) return [];
  const at = below(way, 'preset');
  const { cat } = asObject(preset);
  if (Array.isArray(cat)) return inTexts(cat, below(at, 'cat'));
  return typeof preset === 'string' ? inTexts(preset, at) : [];
}

/** Values that are shown as they are kept, and what is shown for them: `words`. */
function wordsOf(field: JsonObject, way: Way): TextSite[] {
  const { enum: choices, none, blank, words } = field;
  const sources: [string, Json[]][] = [
    ['enum', Array.isArray(choices) ? choices : []],
    ['none', [none ?? null]],
    ['blank', [blank ?? null]],
  ];
  const known = isObject(words) ? words : {};
  const kept = sources.flatMap(([keyword, values]) => values.map((one) => ({ keyword, one })));
  const own = Object.entries(known).flatMap(([name, text]) =>
    typeof text === 'string' ? [site(way, name, text, below(below(way, 'words'), name).from)] : [],
  );
  const bare = kept.flatMap(({ keyword, one }) =>
    typeof one === 'string' && !Object.hasOwn(known, one)
      ? [site(way, one, one, below(way, keyword).from)]
      : [],
  );
  return [...own, ...bare];
}

const site = (way: Way, word: string, text: string, from: string): TextSite => ({
  key: [...way.key, 'words', word],
  from,
  word,
  text,
});
