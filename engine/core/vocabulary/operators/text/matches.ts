import { PATTERN_TEXT, patternProblem, waysOf } from '../../patterns.ts';
import type { EagerOperator } from '../operator.ts';
import { RuleError, RuleLimitError } from '../rule-error.ts';
import { toText } from '../values.ts';

/** A pattern, and the ways of matching a text of some length with it, at worst. */
type Admitted = { expression: RegExp; ways: (length: number) => number };

const PATTERNS = new Map<string, Admitted>();
/** Ways that are tried in a step. */
const AT_ONCE = 16;
const MOST_PATTERNS = 1_000;

/** `{ "matches": [text, "^[0-9]{6}$"] }`: safe patterns only; a missing text matches nothing. */
export const matches: EagerOperator = {
  name: 'matches',
  arity: [2, 2],
  params: ['text', 'text'],
  returns: 'boolean',
  steps: 2,
  apply: ([value, pattern], context) => {
    const text = toText(value, 'matches');
    if (typeof pattern !== 'string') throw new RuleError('"matches" needs a pattern');
    const { expression, ways } = PATTERNS.get(pattern) ?? admit(pattern);
    if (text === null) return false;
    if (text.length > PATTERN_TEXT)
      throw new RuleLimitError(`"matches" looks at ${PATTERN_TEXT} characters at most`);
    context.spend(Math.floor(ways(text.length) / AT_ONCE));
    return expression.test(text);
  },
};

/** Checked here as well as by lint, so that no pattern gets in by another way. */
function admit(pattern: string): Admitted {
  const problem = patternProblem(pattern);
  if (problem !== null) throw new RuleError(`the pattern of "matches" ${problem}`);
  const admitted = { expression: new RegExp(pattern, 'u'), ways: waysOf(pattern) };
  if (PATTERNS.size < MOST_PATTERNS) PATTERNS.set(pattern, admitted);
  return admitted;
}
