import type { Json } from '#core/model/index.ts';
import type { OperatorContext } from '../operator.ts';
import { RuleError } from '../rule-error.ts';
import { describe } from '../values.ts';

/** A list's elements or an object's values, paid for by their number. Missing is empty; anything else throws RuleError. */
export function elements(
  value: Json | undefined,
  operator: string,
  context: OperatorContext,
): readonly Json[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') throw new RuleError(`"${operator}" needs a list, not ${describe(value)}`);
  const list = Array.isArray(value) ? value : Object.values(value);
  context.spend(list.length);
  return list;
}

/** Operands written side by side, or one list (or object) of them. */
export function operands(args: readonly Json[], operator: string, context: OperatorContext): readonly Json[] {
  const first = args[0];
  if (args.length === 1 && (typeof first === 'object' || first === undefined))
    return elements(first, operator, context);
  return args;
}
