import type { Failure } from '#server/services/ground/index.ts';
import { sentenceFor, wordsOf } from './locales/index.ts';

/** What a refusal says to people: the definition's own sentence, else that of the locale. */
export function refusalSentence({ code, details }: Failure, locale: string): string {
  return details.message ?? sentenceFor(wordsOf(locale), code, details.params);
}
