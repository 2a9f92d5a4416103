/** The data does not fit the rule: a word where a number belongs, a date that no calendar has. */
export class RuleError extends Error {
  override name = 'RuleError';
}

/** The rule takes or makes more than a rule may, whatever the data: it is the definition that is wrong. */
export class RuleLimitError extends RuleError {
  override name = 'RuleLimitError';
}
