import type { ExpressionDefinition, LogicScope } from '#core/model/index.ts';

/** The named expression. Throws when there is none: lint lets no such definition pass. */
export function expressionOf(scope: LogicScope, name: unknown): ExpressionDefinition {
  const found =
    typeof name === 'string' && Object.hasOwn(scope.expressions, name) ? scope.expressions[name] : undefined;
  if (!found)
    throw new Error(`JSON Logic uses the expression "${String(name)}", which this edition does not have`);
  return found;
}
