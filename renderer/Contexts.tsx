import { type ReactNode, useEffect } from 'react';
import { KeysProvider, PointerProvider } from '#renderer/frame/index.ts';
import { HelpProvider } from '#renderer/help/index.ts';
import { type Locale, LocaleProvider } from '#renderer/locales/index.ts';

/** What every page has, with or without the theme of the desks: language, keys, pointer, help. */
export function Contexts({ locale, children }: { locale: Locale; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <LocaleProvider locale={locale}>
      <KeysProvider>
        <PointerProvider>
          <HelpProvider>{children}</HelpProvider>
        </PointerProvider>
      </KeysProvider>
    </LocaleProvider>
  );
}
