import { cleanLine } from './clean.ts';

const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** The dots between the parts of a name, as keyboards give them. */
const MIDDLE_DOTS = /\s*[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\u318d\u4e36\u16eb\u2e31\u2e33]\s*/g;
const DOT_IN_CHINESE = /(?<=\p{Script=Han})\s*[.\u3002]\s*(?=\p{Script=Han})/gu;
const BLANK_IN_CHINESE = /(?<=[\p{Script=Han}·])\s+(?=[\p{Script=Han}·])/gu;

/** Text without differences of width, case, composition, and without marks that nobody sees: what user names are told apart by. */
export function caseKey(text: string): string {
  const plain = cleanLine(text).normalize('NFKC').replace(IGNORED, '');
  // Up, then down: letters with several small forms (ß, ς) become one.
  return plain.toUpperCase().toLowerCase().normalize('NFKC').trim();
}

/**
 * What text is compared by in searches: no difference of width, case, composition, of the dots between names, of
 * blanks between Chinese characters, of marks that nobody sees.
 */
export function comparisonKey(text: string): string {
  return caseKey(text)
    .replace(MIDDLE_DOTS, '·')
    .replace(DOT_IN_CHINESE, '·')
    .replace(/\s+/g, ' ')
    .replace(BLANK_IN_CHINESE, '')
    .trim();
}

/** What an identifier is compared by: its letters and digits alone, whatever marks and blanks stand between them. */
export function identifierKey(text: string): string {
  return comparisonKey(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

/** Greek and Cyrillic capitals that look like Latin ones, and what is mistaken for one another in numbers. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries([
    ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZH1KMN0PTYX'),
    ...pairs('АВЕЅЗІЈКМНОРСТУХЅԚԜ', 'ABES31JKMH0PCTYXSQW'),
    ...pairs('OIL', '011'),
  ]),
);

function pairs(from: string, to: string): [string, string][] {
  const others = [...to];
  return [...from].map((sign, index) => [sign, others[index] ?? sign]);
}

/** One form for letters and digits that look alike: О (Cyrillic), O and 0; I, l and 1. In capitals. */
export function withoutLookalikes(text: string): string {
  return [...text.toUpperCase()].map((sign) => LOOKALIKES[sign] ?? sign).join('');
}
