import { isObject } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { type Operator, operators } from '#core/vocabulary/index.ts';

/** An operator with its operands, always as a list. */
export type Call = { operator: Operator; args: readonly Logic[] };

/** `{ "var": "x" }` is short for `{ "var": ["x"] }`. */
export function asOperands(value: Logic | undefined): readonly Logic[] {
  return Array.isArray(value) ? value : [value ?? null];
}

/** Is it an operator's place, not a literal or a list? */
export function isCall(logic: Logic | undefined): logic is { [key: string]: Json } {
  return isObject(logic);
}

/** Takes `{ operator: operands }` apart. Throws for what `checkLogic` refuses. */
export function callOf(logic: { [key: string]: Json }): Call {
  const [name, ...others] = Object.keys(logic);
  if (name === undefined || others.length > 0)
    throw new Error(`JSON Logic needs exactly one operator in ${excerpt(logic)}`);
  const operator = operators.get(name);
  if (!operator) throw new Error(`JSON Logic has no operator "${name}"`);
  const args = asOperands(logic[name]);
  const [least, most] = operator.arity;
  if (args.length < least || args.length > most)
    throw new Error(`"${name}" cannot take ${args.length} operands`);
  return { operator, args };
}

/** A literal operand that must be text: a path, a list's or an expression's name. */
export function literalText(logic: Logic | undefined, operator: string): string {
  if (typeof logic === 'string') return logic;
  if (typeof logic === 'number') return String(logic);
  throw new Error(`"${operator}" needs literal text, not ${excerpt(logic)}`);
}

function excerpt(logic: Logic | undefined): string {
  return (JSON.stringify(logic) ?? 'nothing').slice(0, 80);
}
