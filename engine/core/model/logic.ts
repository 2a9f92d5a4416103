import type { CodeList, CycleDefinition, ExpressionDefinition } from './definition.ts';
import type { Json, JsonObject, Logic } from './json.ts';

/** What logic may name besides the data: the code lists, the named expressions and the time zone of one edition. */
export type LogicScope = {
  codes: Record<string, CodeList>;
  expressions: Record<string, ExpressionDefinition>;
  timeZone: string;
  cycle: CycleDefinition;
};

/** A rule compiled to a closure. Throws RuleError when the data does not fit; whoever calls decides what that means. */
export type Rule = (data: JsonObject) => Json;

/** A rule with its source, kept for the trace. */
export type CompiledLogic = { logic: Logic; run: Rule };
