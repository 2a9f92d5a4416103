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
  ['GL', '\u00a0\u202f\u2011'],
  ['WJ', '\u2060\ufeff\u200d'],
  ['ZW', '\u200b'],
  ['OP', '([{“（《〈「『【〔〖｛［¿¡'],
  ['CP', ')]'],
  ['CL', '}”）》〉」』】〕〗｝］、。，．｡､'],
  ['EX', '!?！？'],
  ['IS', ',.:;'],
  ['SY', '/'],
  ['HY', '-'],
  ['BA', '\u3000\u2002\u2003\u2009\u200a\u00ad\u2010\u2012\u2013|\t'],
  ['NS', '：；々〻゛゜ゝゞ・ヽヾ〜‼⁇⁈⁉'],
  ['IN', '…‥'],
  ['B2', '—'],
  ['QU', '"\''],
  ['PI', '‘«‹'],
  ['PF', '’»›'],
  ['PR', '$+\\£¤¥±№−￥￡€'],
  ['PO', '%¢°‰‱′″℃℉％￠'],
];

const CLASS_OF = new Map(LETTERS.flatMap(([name, letters]) => [...letters].map((one) => [one, name])));

const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]/u;
const MARK = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;
const DIGIT = /\p{Nd}/u;
const WIDE = /[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\ufe30-\ufe4f]/u;

/** The class of a letter; what nobody lists is a letter of a word. */
export function lineClassOf(letter: string): LineClass {
  const listed = CLASS_OF.get(letter);
  if (listed !== undefined) return listed;
  if (IDEOGRAPHIC.test(letter) && !'©®™'.includes(letter)) return 'ID';
  if (MARK.test(letter)) return 'CM';
  return DIGIT.test(letter) ? 'NU' : 'AL';
}

/** Whether a letter is as wide as a Chinese one by itself, whatever stands around it. */
export const isEastAsian = (letter: string | undefined): boolean =>
  letter !== undefined && (WIDE.test(letter) || IDEOGRAPHIC.test(letter));
