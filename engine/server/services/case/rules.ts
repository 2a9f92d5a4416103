import { type CompileScope, compileLogic, scopeOf } from '#core/compile/index.ts';
import type { CompiledEdition, CompiledLogic, Definition, Logic, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';

const scopes = new WeakMap<Definition, CompileScope>();
const compiled = new WeakMap<object, CompiledLogic>();

/** What the rules of an edition may name; made once an edition. */
export function scopeOfEdition({ definition }: CompiledEdition): CompileScope {
  const scope = scopes.get(definition) ?? scopeOf(definition);
  scopes.set(definition, scope);
  return scope;
}

/** Does a condition of the edition hold for this data? What cannot be computed does not. */
export function holds(edition: CompiledEdition, logic: Logic, data: RuleData): boolean {
  try {
    return truthy(compile(edition, logic).run(data));
  } catch {
    return false;
  }
}

/** A condition is a part of its edition, so it is compiled once. */
function compile(edition: CompiledEdition, logic: Logic): CompiledLogic {
  if (typeof logic !== 'object' || logic === null) return compileLogic(logic, scopeOfEdition(edition));
  const known = compiled.get(logic) ?? compileLogic(logic, scopeOfEdition(edition));
  compiled.set(logic, known);
  return known;
}
