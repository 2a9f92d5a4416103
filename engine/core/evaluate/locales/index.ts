import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The words and patterns in which values are written out. */
export type ValueWords = typeof en;

const words: Record<string, ValueWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function wordsOf(locale: string): ValueWords {
  return words[locale] ?? en;
}

/** Puts values in the places of a pattern: `{name}`. What has no value leaves nothing behind. */
export function filled(pattern: string, partOf: (name: string) => string | undefined): string {
  const parts = partsOf(pattern);
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2)
    text += (partOf(parts[index] ?? '') ?? '') + (parts[index + 1] ?? '');
  return text;
}

const patterns = new Map<string, string[]>();
const mostPatterns = 1000;

/** Text and names of places in turn. Few patterns write many values: each is taken apart once. */
function partsOf(pattern: string): string[] {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const parts = pattern.split(/\{(\w+)\}/);
  if (patterns.size < mostPatterns) patterns.set(pattern, parts);
  return parts;
}
