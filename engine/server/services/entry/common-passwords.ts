import type { ProgrammeDefinition } from '#core/model/index.ts';
import common from './common-passwords.json' with { type: 'json' };

const WHOLE = new Set(common.whole);
/** Between common words a password must have more than this many other letters. */
const OWN_LETTERS = 4;

/** Signs that people use in place of a letter. */
const LIKENESS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether it is among the passwords that are tried first: one of the list, or nothing but common words and words of the
 * programme's own title, with digits and signs added?
 */
export function isCommon(
  password: string,
  programme: Pick<ProgrammeDefinition, 'id' | 'title' | 'shortTitle'>,
): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (WHOLE.has(lower)) return true;
  const words = [...common.words, ...titleWords(programme)].sort((a, b) => b.length - a.length);
  return [lower, dressedDown(lower)].some((text) => isMadeOf(words, text));
}

function isMadeOf(words: string[], text: string): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text);
  return rest !== text && rest.replace(/[^\p{L}]/gu, '').length < OWN_LETTERS;
}

const dressedDown = (text: string): string => [...text].map((sign) => LIKENESS[sign] ?? sign).join('');

function titleWords({
  id,
  title,
  shortTitle = '',
}: Pick<ProgrammeDefinition, 'id' | 'title' | 'shortTitle'>): string[] {
  const words = [...id.split('-'), title, shortTitle].map((word) => word.toLowerCase());
  return words.filter((word) => word.length >= OWN_LETTERS);
}
