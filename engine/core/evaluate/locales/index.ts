import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The words and patterns in which values are written out. */
export type ValueWords = typeof en;

const words: Record<string, ValueWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function wordsOf(locale: string): ValueWords {
  return words[locale] ?? en;
}
