import { App as AntApp, ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { KeysProvider, PointerProvider, useDark, useNarrow, useStill } from '#renderer/frame/index.ts';
import { HelpProvider } from '#renderer/help/index.ts';
import { type Locale, LocaleProvider } from '#renderer/locales/index.ts';
import { themeOf } from './theme.ts';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** These files are ES modules to the bundler and CommonJS to the compiler: what stands inside is the same. */
const inside = (module: AntdLocale | { default: AntdLocale }): AntdLocale =>
  'default' in module ? module.default : module;

const antdLocales: Record<Locale, AntdLocale> = { 'zh-CN': inside(zhCN), en: inside(enUS) };

/** What was typed into a dialog is not lost by a press beside it. */
const STAYS = { mask: { closable: false } };

/** Everything that screens need around them: theme, language, messages, keys, help. */
export function AppProviders({ locale, children }: { locale: Locale; children: ReactNode }) {
  const theme = themeOf({ narrow: useNarrow(), dark: useDark(), still: useStill() });
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocales[locale]}
      modal={STAYS}
      drawer={STAYS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp className="ground">
        <LocaleProvider locale={locale}>
          <KeysProvider>
            <PointerProvider>
              <HelpProvider>{children}</HelpProvider>
            </PointerProvider>
          </KeysProvider>
        </LocaleProvider>
      </AntApp>
    </ConfigProvider>
  );
}
