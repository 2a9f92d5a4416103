import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';

/** What an example of an expression reads: the facts of the edition, and over them its own where it gives any. */
export function exampleData(data: JsonObject, facts: JsonObject): JsonObject {
  const cycle = asObject(data.cycle);
  return { ...data, cycle: { ...cycle, facts: { ...facts, ...asObject(cycle.facts) } } };
}
