import { interpolate } from '#core/json/index.ts';
import type { Context } from './context.ts';
import type { SentenceWords } from './locales/index.ts';
import type { Node } from './nodes/node.ts';
import { ATOM, type Phrase } from './phrase.ts';

/** The name of a phrase in the locales. */
export type PhraseKey = keyof SentenceWords['phrases'];

/** The text of a phrase where at most this level is allowed; anything looser gets brackets. */
export function within(phrase: Phrase, level: number, { words }: Pick<Context, 'words'>): string {
  return phrase.level <= level ? phrase.text : interpolate(words.marks.group, { 0: phrase.text });
}

type Parts = { operands?: readonly string[]; all?: string; level: number; node?: Node | undefined };

/** A phrase of the locale with its operands put in. */
export function phraseOf(
  key: PhraseKey,
  context: Pick<Context, 'words'>,
  { operands = [], all, level, node }: Parts,
): Phrase {
  const texts: Record<string, string> = Object.fromEntries(
    operands.map((text, index) => [String(index), text]),
  );
  if (all !== undefined) texts.all = all;
  return {
    text: interpolate(context.words.phrases[key], texts),
    level,
    ...(node === undefined ? {} : { node }),
  };
}

/** Whether the locale has a phrase of this name. */
export function isPhrase(key: string, { words }: Pick<Context, 'words'>): key is PhraseKey {
  return Object.hasOwn(words.phrases, key);
}

/** The first of these phrases that the locale has. */
export function firstPhrase(keys: readonly string[], context: Pick<Context, 'words'>): PhraseKey {
  const found = keys.find((key) => isPhrase(key, context));
  if (found === undefined) throw new Error(`no phrase for ${keys.join(', ')}`);
  return found as PhraseKey;
}

/** A title in quotation marks. */
export function titled(title: string, { words }: Pick<Context, 'words'>): Phrase {
  return { text: interpolate(words.marks.title, { 0: title }), level: ATOM };
}

/** Texts side by side. */
export function listed(texts: readonly string[], { words }: Pick<Context, 'words'>): string {
  return texts.join(words.marks.list);
}
