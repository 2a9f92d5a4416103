import { compileLogic, scopeOf } from '../../core/compile/index.ts';
import type { CompiledEdition, Logic, RuleData } from '../../core/model/index.ts';

/** Does a condition hold for this data? What cannot be computed does not. */
export function holds(edition: CompiledEdition, logic: Logic, data: RuleData): boolean {
  try {
    const value = compileLogic(logic, scopeOf(edition.definition)).run(data);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  } catch {
    return false;
  }
}
