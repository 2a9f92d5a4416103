import { asciiChance, isAscii } from './ascii-chances.ts';
import { isEastAsian, type LineClass, lineClassOf } from './line-class.ts';

/** The letters on both sides of a place between two of them. */
type Gap = {
  letters: readonly string[];
  classes: readonly LineClass[];
  /** Index of the letter behind the place. */
  at: number;
  before: LineClass;
  after: LineClass;
};

const isOneOf =
  (...classes: LineClass[]) =>
  (one: LineClass | undefined): boolean =>
    one !== undefined && classes.includes(one);

/** A line ends behind these whatever comes, and never before those. */
const parts = isOneOf('SP', 'BK', 'ZW');
const isUnparted = isOneOf('SP', 'CM', 'ZW', 'WJ');
const neverFirst = isOneOf('CL', 'CP', 'EX', 'SY', 'IS', 'BA', 'HY', 'NS', 'IN', 'QU', 'PF');
const neverLast = isOneOf('OP', 'QU', 'PI', 'GL', 'WJ');
const isQuote = isOneOf('PI', 'PF');
const closes = isOneOf('CL', 'CP');
const isWord = isOneOf('AL', 'NU');
const isUnit = isOneOf('PR', 'PO');

/**
 * Whether a number goes on across the place: `-1`, `1,000`, `(5)%`. Source: UAX #14, LB25. Of two letters of Latin-1
 * Chromium asks a table of pairs, which knows nothing of what stands around them: `1,` and `±2` are parted.
 */
function isNumber(gap: Gap): boolean {
  const { classes, at, before, after } = gap;
  if (after === 'NU' && isOneOf('PO', 'PR', 'HY', 'IS', 'NU')(before)) return true;
  if (isLatin(gap)) return before === 'NU' && isUnit(after);
  if (isUnit(before) && after === 'OP' && classes[at + 1] === 'NU') return true;
  const isClosed = closes(before);
  if (!endsNumber(classes, at - (isClosed ? 2 : 1))) return false;
  return isUnit(after) || (!isClosed && after === 'NU');
}

const isLatin = ({ letters, at }: Gap): boolean =>
  [letters[at - 1], letters[at]].every((letter) => letter !== undefined && letter <= '\u00ff');

/** Whether digits with their separators end here. */
function endsNumber(classes: readonly LineClass[], from: number): boolean {
  let at = from;
  while (isOneOf('SY', 'IS')(classes[at])) at -= 1;
  return classes[at] === 'NU';
}

/** Whether a single quotation mark holds its neighbours: it does unless Chinese stands on both sides. Source: UAX #14, LB19a. */
function isQuoted({ letters, at, before, after }: Gap): boolean {
  if (isQuote(after)) return !isEastAsian(letters[at - 1]) || !isEastAsian(letters[at + 1]);
  return isQuote(before) && (!isEastAsian(letters[at]) || !isEastAsian(letters[at - 2]));
}

/** Whether the two letters belong together. Source: UAX #14, LB17 to LB30. */
function isJoined(gap: Gap): boolean {
  const { letters, at, before, after } = gap;
  if (before === 'B2' && after === 'B2') return true;
  if (isWord(before) && isWord(after)) return true;
  if (before === 'PR' && after === 'ID') return true;
  if (before === 'ID' && after === 'PO') return true;
  if (isUnit(before) && after === 'AL') return true;
  if (before === 'AL' && isUnit(after)) return true;
  if (before === 'IS' && after === 'AL') return true;
  if (isNumber(gap)) return true;
  if (isWord(before) && after === 'OP') return !isEastAsian(letters[at]);
  return before === 'CP' && isWord(after) && !isEastAsian(letters[at - 1]);
}

/** Whether a line may end before the letter behind the place. */
function isChance(gap: Gap): boolean {
  const { letters, at, before, after } = gap;
  if (isUnparted(after)) return false;
  if (parts(before)) return true;
  if (after === 'GL') return isOneOf('BA', 'HY')(before);
  const [earlier, left, right] = [letters[at - 2], letters[at - 1] ?? '', letters[at] ?? ''];
  if (isAscii(left) && isAscii(right)) return asciiChance(left, right, earlier);
  if (neverFirst(after) || neverLast(before)) return false;
  return !isQuoted(gap) && !isJoined(gap);
}

/** A mark is what the letter is on which it stands. Source: UAX #14, LB9 and LB10. */
function withMarks(own: readonly LineClass[]): LineClass[] {
  const classes: LineClass[] = [];
  for (const one of own) {
    const base = classes.at(-1);
    const hasBase = base !== undefined && !parts(base);
    classes.push(one !== 'CM' ? one : hasBase ? base : 'AL');
  }
  return classes;
}

/**
 * Where a line may end: for each letter whether one may begin with it. Chinese breaks between any two signs, but for
 * what may not begin or end a line (避头尾); words and numbers stay together. As Chromium does it for `lang="zh-CN"`.
 */
export function breakChances(letters: readonly string[]): boolean[] {
  const own = letters.map(lineClassOf);
  const classes = withMarks(own);
  return own.map((after, at) => {
    const before = classes[at - 1];
    return before !== undefined && isChance({ letters, classes, at, before, after });
  });
}
