import type { Paper } from '#core/fit/index.ts';
import { interpolate } from '#core/json/index.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

const words: Record<string, typeof en> = { en, 'zh-CN': zhCN };

/** On what paper a sheet is printed and how, as a sentence; in English for a locale without words. */
export function paperName({ size, orientation, nUp }: Paper, locale: string): string {
  const { paper, nUp: twoUp, ...orientations } = words[locale] ?? en;
  return interpolate(paper, { size, orientation: orientations[orientation], nUp: nUp ? twoUp : '' });
}
