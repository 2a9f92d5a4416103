/**
 * The line breaking class of a letter, as far as prints need them. `EA` marks those whose East Asian width makes a
 * quotation mark beside them a Chinese one. Source: Unicode 16, UAX #14, tables of section 5.
 */
export type LineClass =
  | ('SP' | 'BK' | 'OP' | 'CL' | 'CP' | 'EX' | 'IS' | 'SY' | 'HY' | 'BA' | 'NS' | 'IN' | 'B2')
  | ('QU' | 'PI' | 'PF' | 'PR' | 'PO' | 'NU' | 'AL' | 'ID' | 'CM' | 'GL' | 'WJ' | 'ZW');

const LETTERS: [LineClass, string][] = [
  ['SP', ' '],
  ['BK', '\n'],
  ['GL', '\u00a0\u2007\u202f\u2011'],
  ['WJ', '\u2060\ufeff\u200d'],
  ['ZW', '\u200b'],
  ['OP', '([{“（《〈「『【〔〖〘〚〝｛［｟｢¿¡‚„\u2329︗︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝'],
  ['CP', ')]'],
  ['CL', '}”）》〉」』】〕〗〙〛〞〟｝］｠｣、。，．｡､﹐﹒\u232a︑︒︘︶︸︺︼︾﹀﹂﹄﹈﹚﹜﹞'],
  ['EX', '!?！？︕︖﹖﹗'],
  ['IS', ',.:;︐︓︔'],
  ['SY', '/'],
  ['HY', '-'],
  [
    'BA',
    '\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u00ad\u2010\u2012\u2013‧|\t',
  ],
  ['NS', '：；々〻〼゛゜ゝゞ・･ﾞﾟヽヾ‼⁇⁈⁉﹔﹕'],
  ['IN', '…‥⋯︙'],
  ['B2', '—⸺⸻'],
  ['QU', '"\''],
  ['PI', '‘«‹'],
  ['PF', '’»›'],
  ['PR', '$＄﹩+\\£¤¥±№−∓￥￡€₩￦₫'],
  ['PO', '%﹪¢°‰‱′″‵℃℉％￠'],
];

const CLASS_OF = new Map(LETTERS.flatMap(([name, letters]) => [...letters].map((one) => [one, name])));

const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2ff0-\u303f\u309b-\u30ff\u3190-\u33ff\ufe30-\ufe6b\uff01-\uff9f\uffe0-\uffe6☜☞☟\p{Extended_Pictographic}]/u;
/** Of those, letters of words: signs that were there before there were pictures, which are narrow among Latin ones. */
const AMBIGUOUS = /[©®™‼⁉\u2190-\u21ff\u24c2\u25a0-\u25cf☎☯♀♂♠♣♥♦♻⚠➡⤴⤵⬅⬆⬇\u3248-\u324f\u{1f170}-\u{1f19a}]/u;
const MARK = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;
const DIGIT = /\p{Nd}/u;

/** The class of a letter; what nobody lists is a letter of a word. */
export function lineClassOf(letter: string): LineClass {
  const listed = CLASS_OF.get(letter);
  if (listed !== undefined) return listed;
  if (MARK.test(letter)) return 'CM';
  if (isEastAsian(letter)) return 'ID';
  return DIGIT.test(letter) ? 'NU' : 'AL';
}

/** Whether a letter is as wide as a Chinese one by itself, whatever stands around it. */
export const isEastAsian = (letter: string | undefined): boolean =>
  letter !== undefined && IDEOGRAPHIC.test(letter) && !AMBIGUOUS.test(letter);
