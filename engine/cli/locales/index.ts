import { interpolate } from '#core/json/index.ts';
import { en } from './en.ts';
import { type CliWords, zhCN } from './zh-CN.ts';

export type { CliWords } from './zh-CN.ts';

const locales: Record<string, CliWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function cliWords(locale: string): CliWords {
  return locales[locale] ?? en;
}

/** The locale of the machine: where no programme is loaded that has its own. */
export function systemLocale({ LC_ALL, LC_MESSAGES, LANG }: Record<string, string | undefined>): string {
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-CN' : 'en';
}

/** A sentence of the locale with its places filled; lists are written out. */
export function sentenceOf(
  key: keyof CliWords['sentences'],
  words: CliWords,
  values: Record<string, string | number | readonly string[]> = {},
): string {
  return interpolate(words.sentences[key], written(values, words));
}

/** A list as text; "none" where it is empty. */
export function written(
  values: Record<string, string | number | readonly string[]>,
  { list, none }: CliWords,
): Record<string, string | number> {
  const texts = Object.entries(values).map(([key, value]): [string, string | number] => {
    if (typeof value === 'string' || typeof value === 'number') return [key, value];
    return [key, value.length === 0 ? none : value.join(list)];
  });
  return Object.fromEntries(texts);
}
