import { en } from './en/index.ts';
import type { LintWords } from './words.ts';
import { zhCN } from './zh-CN/index.ts';

export type { HintKey, LintWords, SentenceKey } from './words.ts';

/** Every locale in which problems are told. */
export const lintLocales: Record<string, LintWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function lintWords(locale: unknown): LintWords {
  return (typeof locale === 'string' ? lintLocales[locale] : undefined) ?? en;
}
