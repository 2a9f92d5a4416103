import { compileLogic, interpret } from '#core/compile/logic/index.ts';
import type { Json, JsonObject, Logic, LogicScope } from '#core/model/index.ts';
import { RuleError } from '#core/vocabulary/index.ts';

export type Outcome = { value: Json } | { error: true };

/** By closures. */
export function compiled(logic: Logic, data: JsonObject, scope: LogicScope): Outcome {
  const { run } = compileLogic(logic, scope);
  return outcomeOf(() => run(data));
}

/** What comes out of a closure: a value, or that it cannot be computed. */
export function outcomeOf(run: () => Json): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof RuleError) return { error: true };
    throw error;
  }
}

/** By json-logic-js, the reference. */
export function interpreted(logic: Logic, data: JsonObject, scope: LogicScope): Outcome {
  const { value, trace } = interpret(logic, data, scope);
  return trace.error === undefined ? { value } : { error: true };
}

export const drivers = { compiled, interpreted };
