import { createContext, type ReactNode, useContext } from 'react';

/** The languages that the engine's own words exist in. */
export type Locale = 'zh-CN' | 'en';

/** The words of one screen area, once a language: the compiler checks that both have the same keys. */
export type Words<T> = Record<Locale, T>;

const LocaleContext = createContext<Locale>('zh-CN');

/** The language of a programme's locale tag; an unknown one gives English. */
export const localeOf = (tag: string): Locale => (tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export const useLocale = (): Locale => useContext(LocaleContext);

/** The words of an area in the language of the page. */
export const useWords = <T,>(words: Words<T>): T => words[useLocale()];
