import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The sentences of problems. */
export type ProblemWords = {
  row: string;
  /** What the keys of an item that somebody added to a grid are called. */
  own: Record<string, string>;
  /** How the sentences about characters name them. */
  characters: typeof en.characters;
  messages: Record<string, string> & { none: string };
  /** How an example came out otherwise than expected. */
  cases: typeof en.cases;
};

const words: Record<string, ProblemWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function problemWords(locale: string): ProblemWords {
  return words[locale] ?? en;
}
