import { compileLogic } from '#core/compile/index.ts';
import type { CompiledEdition, Logic, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';

/** Does a condition of the edition hold for this data? What cannot be computed does not. */
export function holds(edition: CompiledEdition, logic: Logic, data: RuleData): boolean {
  try {
    return truthy(compileLogic(logic, edition.scope).run(data));
  } catch {
    return false;
  }
}
