import { isObject } from '#core/json/index.ts';
import type { ExpressionDefinition, Json, Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import type { Context } from './context.ts';
import type { Phrase } from './phrase.ts';

/** The operator of a call with its operands; undefined for a literal or a list. */
export function callOf(logic: Logic | undefined): { name: string; args: readonly Logic[] } | undefined {
  if (!isObject(logic)) return undefined;
  const [entry] = Object.entries(logic);
  if (entry === undefined) return undefined;
  const [name, operands] = entry;
  return { name, args: Array.isArray(operands) ? operands : [operands] };
}

const JOINING = ['and', 'or'];

/** Whether logic says that something holds, and so is no value that could stand beside others. */
export function isStatement(logic: Logic | undefined, context: Context): boolean {
  if (typeof logic === 'boolean') return true;
  const call = callOf(logic);
  if (call === undefined) return false;
  if (call.name === 'use') return usesStatement(call.args[0], context);
  if (call.name === 'if' || call.name === '?:')
    return valuesOf(call.args).every((value) => isStatement(value, context));
  if (JOINING.includes(call.name)) return call.args.every((operand) => isStatement(operand, context));
  return operators.get(call.name)?.returns === 'boolean';
}

function usesStatement(name: Json | undefined, context: Context): boolean {
  const expression = context.scope.definition.expressions.find(({ id }) => id === name);
  if (expression === undefined || context.open.includes(expression.id)) return false;
  return isStatement(expression.logic, { ...context, open: [...context.open, expression.id] });
}

/** The values between which `if` chooses. */
function valuesOf(args: readonly Logic[]): readonly Logic[] {
  return args.filter((_, index) => index % 2 === 1 || index === args.length - 1);
}

/** What an expression comes to: whatever is known of its body. */
export function bodyOf(expression: ExpressionDefinition | undefined, context: Context): Pick<Phrase, 'node'> {
  if (expression === undefined || context.open.includes(expression.id)) return {};
  const inner: Context = { ...context, at: context.root, open: [...context.open, expression.id] };
  delete inner.inside;
  delete inner.outside;
  const { node } = context.term(expression.logic, inner);
  return node === undefined ? {} : { node };
}
