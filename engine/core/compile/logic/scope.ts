import type { ExpressionDefinition, LogicScope } from '#core/model/index.ts';
import type { OperatorContext } from '#core/vocabulary/index.ts';
import { createSteps, type Steps } from './budget.ts';

/** An operator's surroundings with the steps that are left. */
export type Budget = OperatorContext & Steps;

/** Makes the surroundings of a scope's evaluations. */
export function budgetOf(scope: LogicScope): Budget {
  return { timeZone: scope.timeZone, codes: scope.codes, ...createSteps() };
}

/** The named expression. Throws when there is none: lint lets no such definition pass. */
export function expressionOf(scope: LogicScope, name: unknown): ExpressionDefinition {
  const found =
    typeof name === 'string' && Object.hasOwn(scope.expressions, name) ? scope.expressions[name] : undefined;
  if (!found)
    throw new Error(`JSON Logic uses the expression "${String(name)}", which this edition does not have`);
  return found;
}
