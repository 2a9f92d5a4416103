import { theme as antdTheme, ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useDark, useNarrow, useStill } from '#renderer/frame/index.ts';
import { type Locale, useLocale } from '#renderer/locales/index.ts';
import { themeOf } from './theme.ts';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** These files are ES modules to the bundler and CommonJS to the compiler: what stands inside is the same. */
const inside = (module: AntdLocale | { default: AntdLocale }): AntdLocale =>
  'default' in module ? module.default : module;

const antdLocales: Record<Locale, AntdLocale> = { 'zh-CN': inside(zhCN), en: inside(enUS) };

/** What was typed into a dialog is not lost by a press beside it. */
const STAYS = { mask: { closable: false } };

/** The class below which the theme's values are known. */
const VALUES = { key: 'theme-values' };

/** How the controls of desks look. `ground`: they fill the page, so that the theme draws what is below them too. */
export default function Theme({ ground = false, children }: { ground?: boolean; children: ReactNode }) {
  const locale = useLocale();
  const theme = themeOf({ narrow: useNarrow(), dark: useDark(), still: useStill() });
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      theme={{ ...theme, cssVar: VALUES }}
      locale={antdLocales[locale]}
      modal={STAYS}
      drawer={STAYS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {ground ? <Ground>{children}</Ground> : children}
    </ConfigProvider>
  );
}

/** What the page inherits is written with the theme's values, which are known where their class stands. */
function Ground({ children }: { children: ReactNode }) {
  // Has them written even before a control is drawn.
  antdTheme.useToken();
  return <div className={`ground themed ${VALUES.key}`}>{children}</div>;
}
