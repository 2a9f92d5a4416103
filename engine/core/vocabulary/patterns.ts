import safeRegex from 'safe-regex2';

const MOST_CHARACTERS = 200;
/** Text that a pattern is tried on is at most this long. */
export const PATTERN_TEXT = 2_000;
/** Ways that matching may go, at worst. */
const MOST_WAYS = 20_000_000;

const SIGN = /\\.|\[(?:\\.|[^\]\\])*\]|[*+?|()]|\{([0-9]+)(,?)([0-9]*)\}/g;

/** It is too long, no regular expression, looks around, or can run away in one of two ways. */
type PatternFault = 'too-long' | 'invalid' | 'lookaround' | 'nested' | 'ways';

/**
 * Says in one word why a pattern may not stand in a definition, or null when it may: it must be a valid regular expression
 * that cannot take exponential time, neither by nesting (`(a+)+`) nor by standing side by side (`.*.*.*`).
 */
export function patternProblem(pattern: string): PatternFault | null {
  if (pattern.length > MOST_CHARACTERS) return 'too-long';
  if (!compiles(pattern)) return 'invalid';
  if (/\\[1-9k]|\(\?<?[=!]/.test(pattern)) return 'lookaround';
  if (!safeRegex(pattern)) return 'nested';
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
