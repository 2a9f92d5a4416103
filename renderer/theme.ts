import type { ThemeConfig } from 'antd';
import { theme } from 'antd';

const CJK = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC'";

/** Light backgrounds: those that antd derives from dark, readable colours look muddy. */
const PAPER = {
  colorPrimaryBg: '#e6eff8',
  colorInfo: '#1f5fa8',
  colorInfoBg: '#eef4fb',
  colorInfoBorder: '#a9c6e6',
  colorWarningBg: '#fdf6e7',
  colorWarningBorder: '#e3c67f',
  colorErrorBg: '#fdf1f0',
  colorErrorBorder: '#e6aaa5',
  colorSuccessBg: '#eef6f0',
  colorSuccessBorder: '#a5cdb2',
};

/** Dark backgrounds: the one that antd derives from a light blue is too light for blue text. */
const NIGHT = { colorPrimaryBg: '#17263a', colorInfo: '#7fb0e8' };

/** On a dark ground a colour that can be read as text is too light to carry white: it carries ink. */
const INK = { primaryColor: '#0b1626', dangerColor: '#1d0b09' };

/** What the window and the system ask for. */
type Ground = { narrow: boolean; dark: boolean; still: boolean };

/**
 * The theme of every screen: quiet blue on white, an 8 px grid, no ornament. Dark mode and reduced motion follow the
 * system.
 */
export function themeOf({ narrow, dark, still }: Ground): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? NIGHT : PAPER),
      motion: !still,
      colorPrimary: dark ? '#7fb0e8' : '#1f5fa8',
      colorLink: dark ? '#7fb0e8' : '#1f5fa8',
      colorError: dark ? '#f59a93' : '#b3261e',
      colorSuccess: dark ? '#6fb48a' : '#1e6b3c',
      colorWarning: dark ? '#d9a441' : '#8a5a00',
      colorTextDescription: dark ? '#a3a9b1' : '#595f69',
      colorTextPlaceholder: dark ? '#9aa0a8' : '#6b7280',
      fontFamily: `system-ui, -apple-system, 'Segoe UI', ${CJK}, sans-serif`,
      fontSize: narrow ? 16 : 14,
      borderRadius: 3,
      controlHeight: narrow ? 40 : 32,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
      boxShadow: '0 1px 4px rgb(0 0 0 / 12%)',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        dangerShadow: 'none',
        defaultShadow: 'none',
        ...(dark ? INK : {}),
      },
    },
  };
}
