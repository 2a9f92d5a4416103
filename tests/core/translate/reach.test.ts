import { describe, expect, it } from 'vitest';
import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { translated } from '#core/translate/index.ts';
import { TEXT_MAPS, TEXTS } from '#core/translate/keywords.ts';
import { commonSchema, metaSchemas } from '#core/vocabulary/index.ts';
import { loaded, TITLES, withLanguage } from './programmes.ts';

/** What holds a text that is none to be read in another language, and why. */
const NOT_TEXTS: Record<string, string> = {
  id: 'an identifier',
  code: 'what is kept',
  name: 'a pointer; the name of an organisation or of an example is an answer',
  source: 'a citation, in the language of what it cites',
  timeZone: 'an identifier',
};

/** Properties of the meta-schemas that hold a text: `name` and `text` are the two kinds of them. */
function textual(schema: Json, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema) textual(one, found);
  if (!isObject(schema)) return found;
  for (const [key, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    const inner = isObject(property) && isObject(property.items) ? property.items : property;
    const named =
      isObject(inner) && isObject(inner.additionalProperties) ? inner.additionalProperties : inner;
    if (isObject(named) && /definitions\/(name|text)$/.test(String(named.$ref))) found.add(key);
  }
  // The sentences of problems have names of their own: all of them are texts.
  for (const [key, inner] of Object.entries(schema)) if (key !== 'messages') textual(inner, found);
  return found;
}

describe('everything that is shown can be translated', () => {
  it('each keyword of the language that holds a text is known as one, or as none', () => {
    const { case: _case, demo: _demo, locale: _locale, ...read } = metaSchemas;
    const keywords = textual([commonSchema, ...Object.values(read)]);
    expect(keywords.size).toBeGreaterThan(15);
    const known = [...TEXTS, ...TEXT_MAPS, 'words', ...Object.keys(NOT_TEXTS)];
    expect([...keywords].filter((keyword) => !known.includes(keyword))).toEqual([]);
  });

  it('no Chinese is left of the health programme where all its texts are said in other words', async () => {
    const { definition } = await loaded(TITLES);
    const english = withLanguage(definition, 'en', () => 'words');
    const { cases: _cases, demo: _demo, locales: _locales, ...view } = translated(english, 'en');
    const left = chineseIn(view as unknown as Json, []);
    expect(left).toEqual([]);
  });
});

/** Where Chinese stands that nobody reads as a text of the form. */
const PASSED_OVER = [
  // citations
  /\/source$/,
  // logic: what it compares with and computes is kept, and the same in every language
  /\/(visibleWhen|requiredWhen|readOnlyWhen|optionsWhen|offeredWhen|availableWhen|when|require|derive|logic|value|applies|guard|where|subtotalBy)(\/|$)/,
  // what is kept; `words` are shown for it
  /\/(enum(\/\d+)?|none|blank|const|preset)$/,
  // names of organisations are answers
  /\/seed\/organisations\/\d+\/name$/,
  // keys of `words` are the values themselves
  /\/edition\/facts\//,
  /\/pattern$/,
  // examples
  /^\/expressions\/\d+\/cases\//,
  // templates have files of their own in each language
  /^\/sheets\/\d+\/(template|css)$/,
];

function chineseIn(value: Json, path: (string | number)[]): string[] {
  const at = `/${path.join('/')}`;
  if (typeof value === 'string')
    return /\p{Script=Han}/u.test(value) && !PASSED_OVER.some((one) => one.test(at))
      ? [`${at}: ${value}`]
      : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => chineseIn(one, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => chineseIn(inner, [...path, key]));
}
