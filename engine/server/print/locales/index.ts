import type { Paper } from '#core/fit/index.ts';
import { interpolate } from '#core/json/index.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

const words: Record<string, typeof en> = { en, 'zh-CN': zhCN };

/** On what paper a sheet is printed and how, as a sentence; in English for a locale without words. */
export function paperName({ size, orientation, nUp }: Paper, locale: string): string {
  const { paper, nUp: twoUp, portrait, landscape } = words[locale] ?? en;
  const turned = { portrait, landscape }[orientation];
  return interpolate(paper, { size, orientation: turned, nUp: nUp ? twoUp : '' });
}

/** What stands beside the code of an official print. */
export function markWords(locale: string): { code: string; site: string } {
  const { code, site } = words[locale] ?? en;
  return { code, site };
}

/** How much of which cell is too much for a sheet; without a cell, that the sheet is too long. */
export function overflowText(params: Record<string, string | number>, locale: string): string {
  const { overflow, overflowUnnamed } = words[locale] ?? en;
  return interpolate('cell' in params ? overflow : overflowUnnamed, params);
}
