import { foldWidths } from '#core/text/index.ts';
import { ALPHABET, fromBase32, toBase32 } from './base32.ts';

/** Signs of a code before its check sign: 55 bits. */
export const CODE_LENGTH = 11;
const GROUP = 4;
/** Signs that are not in the alphabet, as people read them. */
const TAKEN_FOR: Record<string, string> = { I: '1', L: '1', O: '0', U: 'V' };

/** A code for typing: eleven signs and a check sign, in groups of four. */
export const writeCode = (signs: string): string => inGroups(signs + checkSign(signs));

/**
 * A code as somebody typed it, in the form that is kept; null where it is none. Small letters, blanks, dashes, full-width
 * signs and signs that are taken for others do no harm.
 */
export function readCode(typed: string): string | null {
  const signs = [...foldWidths(typed).toUpperCase()]
    .filter((sign) => !/[\s\p{Pd}]/u.test(sign))
    .map((sign) => TAKEN_FOR[sign] ?? sign)
    .join('');
  if (signs.length !== CODE_LENGTH + 1) return null;
  if ([...signs].some((sign) => !ALPHABET.includes(sign))) return null;
  const body = signs.slice(0, CODE_LENGTH);
  return checkSign(body) === signs.at(-1) ? inGroups(signs) : null;
}

const inGroups = (signs: string): string =>
  Array.from({ length: Math.ceil(signs.length / GROUP) }, (_, at) =>
    signs.slice(at * GROUP, (at + 1) * GROUP),
  ).join('-');

/**
 * The remainder of the signs as a polynomial over GF(32), as Reed-Solomon codes take it: one sign that is wrong, and any
 * two that were exchanged, are always found, because no two weights are alike.
 */
function checkSign(signs: string): string {
  const remainder = [...signs].reduce((sum, sign) => timesRoot(sum ^ ALPHABET.indexOf(sign)), 0);
  return ALPHABET.charAt(remainder);
}

/** x^5 + x^2 + 1, which is primitive over GF(2). */
const POLYNOMIAL = 0b100101;

function timesRoot(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ POLYNOMIAL : shifted;
}

/** The code that a signed text out of a QR code is of: it stands behind the first byte. Null where it is no such text. */
export function codeInSigned(text: string): string | null {
  const bytes = fromBase32(text.toUpperCase());
  return bytes === null || bytes.length < 8
    ? null
    : writeCode(toBase32(bytes.subarray(1, 8)).slice(0, CODE_LENGTH));
}
