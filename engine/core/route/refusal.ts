import type { Refusal } from '../model/index.ts';
import { sentences } from './locales/index.ts';

/** A refusal that the engine itself speaks, in the programme's language. */
export function refusal(code: 'unknown-event' | 'not-allowed', words: { locale: string; event: string; state: string }): Refusal {
  const sentence = (sentences[words.locale] ?? sentences.en)?.[code] ?? code;
  return { code, message: sentence.replace('{event}', words.event).replace('{state}', words.state) };
}
