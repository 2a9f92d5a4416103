import { interpolate } from '#core/json/index.ts';
import type { Refusal } from '#core/model/index.ts';
import { sentences } from './locales/index.ts';

/** The room's words in a locale; an unknown locale reads English. */
function wordsOf(locale: string): Record<string, string> {
  return sentences[locale] ?? sentences.en ?? {};
}

/** Who fires what nobody fires, as the history of a case calls it. */
export const systemTitle = (locale: string): string => wordsOf(locale).system ?? 'system';

/** A refusal by the engine itself, in the programme's language. */
export function refusal(
  code: 'unknown-event' | 'not-allowed',
  words: { locale: string; event: string; state: string },
): Refusal {
  const sentence = wordsOf(words.locale)[code] ?? code;
  return { code, message: interpolate(sentence, words) };
}
