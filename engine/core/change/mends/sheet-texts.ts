import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';

/** An example that expects of a sheet's sentence what stands there now. */
export function withSentence(example: JsonObject, sheet: string, was: string, is: string): JsonObject {
  const expects = asObject(example.expects);
  const sheets = asObject(expects.sheets);
  const own = sheets[sheet];
  if (!isObject(own)) return example;
  const next = Object.fromEntries(
    Object.entries(own).map(([key, texts]): [string, Json] => [
      key,
      Array.isArray(texts) ? texts.map((text) => reworded(text, was, is)) : texts,
    ]),
  );
  return { ...example, expects: { ...expects, sheets: { ...sheets, [sheet]: next } } };
}

const reworded = (text: Json, was: string, is: string): Json =>
  typeof text === 'string' && was !== '' ? text.replaceAll(was, () => is) : text;
