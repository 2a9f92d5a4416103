/** The usual case, told by one look: printed ASCII, Chinese and its punctuation, nothing at the ends to take off. */
const PLAIN =
  /^(?:[!-~\u2018-\u201d\u3001-\u3003\u4e00-\u9fff\uff01-\uff5e](?:[ -~\u2018-\u201d\u3001-\u3003\u4e00-\u9fff\uff01-\uff5e]*[!-~\u2018-\u201d\u3001-\u3003\u4e00-\u9fff\uff01-\uff5e])?)?$/;

const BEGINS_PLAINLY = /^[!-~\u4e00-\u9fff]/;

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control characters but for line breaks, halves of surrogate pairs, and what Unicode says is no character. */
const NO_TEXT = /[^\P{Cc}\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
/** Marks that show nothing: of width, of direction, joiners, fillers, selectors, annotations. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

/**
 * One line of text as it may be kept: NFC; without control characters, halves of characters, marks of direction and
 * marks that nobody sees; line breaks and tabs as blanks; no blanks at its ends.
 */
export function cleanLine(text: string): string {
  return PLAIN.test(text) ? text : cleanLines(text).replace(/\s*\n\s*/g, ' ');
}

/** Text of several lines, cleaned as `cleanLine` does; its lines stay, and end in `\n` whatever wrote them. */
export function cleanLines(text: string): string {
  if (PLAIN.test(text)) return text;
  const lines = text.replace(LINE_BREAK, '\n').replace(/\t/g, ' ').replace(NO_TEXT, '');
  return withoutInvisible(lines).normalize('NFC').trim();
}

/** Is there nothing to be seen: blanks, accents without a letter, invisible marks? */
export function showsNothing(text: string): boolean {
  if (BEGINS_PLAINLY.test(text)) return false;
  return !/[^\s\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

function withoutInvisible(text: string): string {
  if (!INVISIBLE.test(text)) return text;
  const signs = [...text];
  let kept = '';
  let before = '';
  for (const [index, sign] of signs.entries()) {
    if (INVISIBLE.test(sign) && !isMeant(sign, before, signs[index + 1] ?? '')) continue;
    kept += sign;
    before = sign;
  }
  return kept;
}

const SELECTOR = /^[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const HAS_VARIANTS = /^[\p{Script=Han}\p{Script=Mongolian}\p{Extended_Pictographic}]$/u;
const JOINER = /^[\u200c\u200d]$/;
const PICTURE = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)$/u;
const JOINS =
  /^[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}]$/u;

/** Some marks change what is seen: the variant of a sign, the parts of one picture, letters that join. */
function isMeant(mark: string, before: string, after: string): boolean {
  if (SELECTOR.test(mark))
    return HAS_VARIANTS.test(before) || (after === '\u20e3' && /^[0-9#*]$/.test(before));
  if (!JOINER.test(mark)) return false;
  if (PICTURE.test(before)) return /^\p{Extended_Pictographic}$/u.test(after);
  return JOINS.test(before) && JOINS.test(after);
}
