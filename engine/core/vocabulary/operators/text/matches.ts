import { PATTERN_TEXT, patternProblem } from '../../patterns.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { toText } from '../values.ts';

const PATTERNS = new Map<string, RegExp>();
const MOST_PATTERNS = 1_000;

/** `{ "matches": [text, "^[0-9]{6}$"] }`: safe patterns only; a missing text matches nothing. */
export const matches: EagerOperator = {
  name: 'matches',
  arity: [2, 2],
  params: ['text', 'text'],
  returns: 'boolean',
  apply: ([value, pattern]) => {
    const text = toText(value, 'matches');
    if (typeof pattern !== 'string') throw new RuleError('"matches" needs a pattern');
    const expression = PATTERNS.get(pattern) ?? admit(pattern);
    if (text === null) return false;
    if (text.length > PATTERN_TEXT)
      throw new RuleError(`"matches" looks at ${PATTERN_TEXT} characters at most`);
    return expression.test(text);
  },
};

/** Checked here as well as by lint, so that no pattern gets in by another way. */
function admit(pattern: string): RegExp {
  const problem = patternProblem(pattern);
  if (problem !== null) throw new RuleError(`the pattern of "matches" ${problem}`);
  const expression = new RegExp(pattern, 'u');
  if (PATTERNS.size < MOST_PATTERNS) PATTERNS.set(pattern, expression);
  return expression;
}
