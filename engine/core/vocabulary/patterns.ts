import safeRegex from 'safe-regex2';

const MOST_CHARACTERS = 200;
/** Text that a pattern is tried on is at most this long. */
export const PATTERN_TEXT = 2_000;
/** Ways that matching may go, at worst. */
const MOST_WAYS = 20_000_000;

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
  return ways(pattern) > MOST_WAYS ? 'ways' : null;
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

/** No repetition is nested here, so that the ways multiply; without an anchor, matching begins anew at every character. */
function ways(pattern: string): number {
  const signs = [...pattern.matchAll(SIGN)];
  const anchored = pattern.startsWith('^') && !alternatesAtTop(signs);
  return signs.reduce((total, sign) => total * width(sign), anchored ? 1 : PATTERN_TEXT);
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

function width(match: RegExpMatchArray): number {
  const sign = match[0];
  if (sign === '*' || sign === '+') return PATTERN_TEXT;
  if (sign === '?' || sign === '|') return 2;
  if (!sign.startsWith('{') || match[2] === '') return 1;
  return match[3] === '' ? PATTERN_TEXT : Number(match[3]) - Number(match[1]) + 1;
}
