import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { KeysProvider, useDark, useNarrow } from './frame/index.ts';
import { type Locale, LocaleProvider } from './locales/index.ts';
import { themeOf } from './theme.ts';

/** Everything that screens stand on: theme, language, messages, keys. */
export function Look({ locale, children }: { locale: Locale; children: ReactNode }) {
  const theme = themeOf(useNarrow(), useDark());
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <ConfigProvider theme={theme} locale={locale === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp>
        <LocaleProvider locale={locale}>
          <KeysProvider>{children}</KeysProvider>
        </LocaleProvider>
      </AntApp>
    </ConfigProvider>
  );
}
