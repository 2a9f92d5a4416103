import { en } from './en.ts';
import type { ChangeWords } from './words.ts';
import { zhCN } from './zh-CN.ts';

export type { ChangeWords, RefusalKey } from './words.ts';

/** Every locale in which changes are read. */
export const changeLocales: Record<string, ChangeWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function changeWords(locale: string): ChangeWords {
  return changeLocales[locale] ?? en;
}
