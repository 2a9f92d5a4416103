import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { createMemory } from '#core/memory/index.ts';
import type { CompiledEdition, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';

const memory = createMemory();
const validators = interpretedValidators();
const known = new WeakMap<LoadedEdition, CompiledEdition | null>();

/** A cycle of a draft as it runs; null where something is wrong with it, which the draft's problems say. */
export function compiledOf(loaded: LoadedEdition): CompiledEdition | null {
  const before = known.get(loaded);
  if (before !== undefined) return before;
  const compiled = attempt(loaded);
  known.set(loaded, compiled);
  return compiled;
}

/** A draft has no name of its own: nothing may be filed under it. */
function attempt({ definition }: LoadedEdition): CompiledEdition | null {
  try {
    return compileEdition(definition, { hash: 'unnamed', validators, routes: compileRoute, memory });
  } catch {
    return null;
  }
}
