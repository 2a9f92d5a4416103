import type { ExpressionDefinition, LogicScope } from '#core/model/index.ts';
import { type OperatorContext, RuleError } from '#core/vocabulary/index.ts';

/** Steps that one evaluation may take: elements iterated over. */
const MOST_STEPS = 10_000;

/** An operator's surroundings with the steps that are left. Evaluations never overlap, so one serves a whole scope. */
export type Budget = OperatorContext & { refill(): void };

/** Makes the surroundings of a scope's evaluations; `spend` throws RuleError when the steps are used up. */
export function budgetOf(scope: LogicScope): Budget {
  let left = MOST_STEPS;
  return {
    timeZone: scope.timeZone,
    codes: scope.codes,
    refill: () => {
      left = MOST_STEPS;
    },
    spend: (steps) => {
      left -= steps;
      if (left < 0) throw new RuleError(`the rule takes more than ${MOST_STEPS} steps`);
    },
  };
}

/** The named expression. Throws when there is none: lint lets no such definition pass. */
export function expressionOf(scope: LogicScope, name: unknown): ExpressionDefinition {
  const found =
    typeof name === 'string' && Object.hasOwn(scope.expressions, name) ? scope.expressions[name] : undefined;
  if (!found)
    throw new Error(`JSON Logic uses the expression "${String(name)}", which this edition does not have`);
  return found;
}
