/** The data does not fit the rule: a word where a number belongs, a date that no calendar has. */
export class RuleError extends Error {
  override name = 'RuleError';
}
