import { UNCONFIRMED } from '#core/vocabulary/index.ts';
import { sentenceWords } from './locales/index.ts';

/**
 * The clause that a part of a definition follows, as people of this language read it: what marks a part that nobody
 * has confirmed yet is a word of the definitions' language, and the same in each.
 */
export function sourceText(source: string, locale: string): string {
  return source.replaceAll(UNCONFIRMED, sentenceWords(locale).marks.unconfirmed);
}
