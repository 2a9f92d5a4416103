import { formats } from '#core/vocabulary/index.ts';
import { movedDates } from './dates.ts';

type Next = (count: number) => number;

const CHARACTERS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHECKED = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BIRTHDAY = /^(\d{6})(\d{4})(\d{2})(\d{2})(\d{2})(\d)[\dX]$/i;

/** A text of the same length and make: signs stay where they stand, letters, digits and characters become others. */
function disguised(text: string, next: Next): string {
  return [...text].map((sign) => otherSign(sign, next)).join('');
}

function otherSign(sign: string, next: Next): string {
  if (/\d/.test(sign)) return String(next(10));
  const letter = LETTERS.charAt(next(LETTERS.length));
  if (/\p{Lu}/u.test(sign)) return letter.toUpperCase();
  if (/\p{Script=Han}/u.test(sign)) return CHARACTERS.charAt(next(CHARACTERS.length));
  return /\p{L}/u.test(sign) ? letter : sign;
}

/** Texts of formats in which something has to be right besides the make. */
const MADE: Readonly<Record<string, (text: string, next: Next, months: number) => string>> = {
  'resident-id': (text, next, months) => {
    const [, , year, month, day, , gender] = BIRTHDAY.exec(text) ?? [];
    if (year === undefined) return disguised(text, next);
    const birthday = movedDates(`${year}-${month}-${day}`, months).replaceAll('-', '');
    const sequence = String(next(100)).padStart(2, '0');
    return lastSign(`110101${birthday}${sequence}${gender}`, 'resident-id', '0123456789X');
  },
  'credit-code': (text, next) => {
    const middle = Array.from({ length: 15 }, () => CHECKED.charAt(next(CHECKED.length))).join('');
    return lastSign(`${text.slice(0, 2)}${middle}`, 'credit-code', CHECKED);
  },
  email: (_text, next) => `${disguised('person', next)}@example.org`,
  uri: (_text, next) => `https://example.org/${disguised('page', next)}`,
  phone: (text, next) => disguised(text.replace(/[^\d]/g, '').padEnd(11, '0').slice(0, 11), next),
};

/** With the one sign at its end that makes it right. */
function lastSign(body: string, format: string, signs: string): string {
  const right = [...signs].find((sign) => formats[format]?.test(body + sign));
  return body + (right ?? '');
}

/** Numbers that are known by themselves, whatever the field takes besides. */
const KNOWN = ['resident-id', 'credit-code'];

/** Another text of a format, or of the same make where it has none. */
export function otherText(text: string, format: string | undefined, next: Next, months: number): string {
  const own = KNOWN.find((name) => formats[name]?.test(text)) ?? format;
  const make = own === undefined ? undefined : MADE[own];
  return make ? make(text, next, months) : disguised(text, next);
}
