import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The words in which problems are told. */
export type ProblemWords = {
  row: string;
  /** What the keys of an item that somebody added to a grid are called. */
  own: Record<string, string>;
  messages: Record<string, string>;
};

const words: Record<string, ProblemWords> = { en, 'zh-CN': zhCN };

/** The words of a locale; English for one that has none. */
export function problemWords(locale: string): ProblemWords {
  return words[locale] ?? en;
}

/** Puts values in the places of a sentence: `{name}`. A place without a value stays as it is. */
export function told(sentence: string, params: Record<string, unknown>): string {
  if (!sentence.includes('{')) return sentence;
  return partsOf(sentence)
    .map((part, index) => (index % 2 === 0 ? part : written(part, params)))
    .join('');
}

function written(name: string, params: Record<string, unknown>): string {
  return Object.hasOwn(params, name) ? String(params[name]) : `{${name}}`;
}

const sentences = new Map<string, string[]>();
const mostSentences = 1000;

/** Text and names of places in turn. Few sentences are told many times: each is taken apart once. */
function partsOf(sentence: string): string[] {
  const known = sentences.get(sentence);
  if (known !== undefined) return known;
  const parts = sentence.split(/\{(\w+)\}/);
  if (sentences.size < mostSentences) sentences.set(sentence, parts);
  return parts;
}
