import safeRegex from 'safe-regex2';

const MOST_CHARACTERS = 200;
/** Text that a pattern is tried on is at most this long. */
export const PATTERN_TEXT = 2_000;
/** A character is looked up by what Unicode says of it as slowly as so many others are compared. */
const BY_PROPERTY = 4;
/** Ways that matching may go, at worst. */
const MOST_WAYS = 5_000_000;

const SIGN = /\\.|\[(?:\\.|[^\]\\])*\]|[*+?|()]|\{([0-9]+)(,?)([0-9]*)\}/g;

/** Signs as above; a group begins with what it is called by. */
const GROUPED = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|<[^>=!]*>))?|[*+?|)]|\{[0-9]+,?[0-9]*\}/g;

/** It is too long, no regular expression, looks around, or can run away in one of two ways. */
type PatternFault = 'too-long' | 'invalid' | 'lookaround' | 'nested' | 'ways';

/**
 * Says in one word why a pattern may not stand in a definition, or null when it may: it must be a valid regular expression
 * that cannot take exponential time, neither by nesting (`(a+)+`, `(ab|a|b)*`) nor by standing side by side (`.*.*.*`).
 */
export function patternProblem(pattern: string): PatternFault | null {
  if (pattern.length > MOST_CHARACTERS) return 'too-long';
  if (!compiles(pattern)) return 'invalid';
  if (/\\[1-9k]|\(\?<?[=!]/.test(pattern)) return 'lookaround';
  if (!safeRegex(pattern) || repeatsChoice(pattern)) return 'nested';
  return waysOf(pattern)(PATTERN_TEXT) > MOST_WAYS ? 'ways' : null;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a group that may come more than once can be matched in more than one way: what one round leaves open, the
 * next one doubles. Choices that never overlap are refused with it; a class of characters says most of them as well.
 */
function repeatsChoice(pattern: string): boolean {
  const open = [false];
  const signs = [...pattern.matchAll(GROUPED)];
  return signs.some((match, index) => {
    const [sign] = match;
    if (sign.startsWith('(')) return open.push(false) < 0;
    if (sign === '|' || isVariable(sign)) return markOpen(open);
    if (sign !== ')') return false;
    const next = signs[index + 1];
    const repeat = next?.index === match.index + 1 ? next[0] : '';
    const chooses = open.pop() === true;
    if (chooses) markOpen(open);
    return chooses && mostOf(repeat) > 1;
  });
}

/** Notes that the group around can be matched in several ways; decides nothing yet. */
function markOpen(open: boolean[]): false {
  open[open.length - 1] = true;
  return false;
}

const isVariable = (sign: string): boolean => /^[*+?]$|^\{\d+,/.test(sign);

/** How often a quantifier lets something come at most. */
function mostOf(quantifier: string): number {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? [];
  if (least === undefined) return /^[*+]/.test(quantifier) ? Number.POSITIVE_INFINITY : 1;
  if (comma === '') return Number(least);
  return most === '' ? Number.POSITIVE_INFINITY : Number(most);
}

/**
 * How many ways matching a text of some length may go, at worst. No repetition is nested here, so that the ways
 * multiply; without an anchor, matching begins anew at every character. A fixed number of repetitions is no choice, but
 * each way goes through all of them.
 */
export function waysOf(pattern: string): (length: number) => number {
  const signs = [...pattern.matchAll(SIGN)];
  const isAnchored = pattern.startsWith('^') && !alternatesAtTop(signs);
  const widths = signs.map(width);
  const open = widths.filter((one) => one === null).length + (isAnchored ? 0 : 1);
  const fixed = widths.reduce<number>((total, one) => total * (one ?? 1), 1);
  const slowly = /\\[pP]/.test(pattern) ? BY_PROPERTY : 1;
  return (length) => slowly * fixed * length ** open;
}

function alternatesAtTop(signs: RegExpMatchArray[]): boolean {
  let depth = 0;
  for (const [sign] of signs) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) return true;
  }
  return false;
}

/** The ways that a sign opens, or null where it opens one for each character of the text. */
function width([sign, least, comma, most]: RegExpMatchArray): number | null {
  if (sign === '*' || sign === '+') return null;
  if (sign === '?' || sign === '|') return 2;
  if (!sign?.startsWith('{')) return 1;
  if (comma === '') return Math.max(1, Number(least));
  return most === '' ? null : Math.max(1, Number(most));
}
