import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The words and patterns in which values are written out. */
export type ValueWords = typeof en;

const words: Record<string, ValueWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function wordsOf(locale: string): ValueWords {
  return words[locale] ?? en;
}

/** Puts values in the places of a pattern: `{name}`. What has no value leaves nothing behind. */
export function filled(pattern: string, values: Record<string, string | undefined>): string {
  return pattern.replace(/\{(\w+)\}/g, (_place, name: string) => values[name] ?? '');
}
