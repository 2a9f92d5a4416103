import { en } from './en/index.ts';
import type { SentenceWords } from './words.ts';
import { zhCN } from './zh-CN/index.ts';

export type { SentenceWords } from './words.ts';

/** Every locale in which rules are said. */
export const sentenceLocales: Record<string, SentenceWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function sentenceWords(locale: string): SentenceWords {
  return sentenceLocales[locale] ?? en;
}
