import { interpolate } from '#core/json/index.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhCN } from './zh-CN.ts';

const LOCALES: Record<string, Words> = { 'zh-CN': zhCN, en };

/** The sentences of a locale; English where the engine has none of its own. */
export const wordsOf = (locale: string): Words => LOCALES[locale] ?? en;

/** The sentence of a code, its placeholders filled in. A code without a sentence is a fault of the program: throws. */
export function sentenceFor(
  words: Words,
  code: string,
  params: Record<string, string | number> = {},
): string {
  const sentence = words[code];
  if (sentence === undefined)
    throw new Error(`No sentence for "${code}" in the locale files of engine/server/http`);
  return interpolate(sentence, params);
}
