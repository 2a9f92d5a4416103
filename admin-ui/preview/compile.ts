import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { createMemory } from '#core/memory/index.ts';
import type { CompiledEdition, Definition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';

/** It is no edition, and nothing may be filed under it. */
const UNNAMED = 'preview';

/** Compiles one form of a cycle after each change; what has not changed is not done again. */
export function createPreviewCompiler(): (
  files: SourceFile[],
  cycle: string,
  form: string,
) => CompiledEdition | null {
  const memory = createMemory();
  const validators = interpretedValidators();
  return (files, cycle, form) => {
    const loaded = assemble(files, memory).find(({ definition }) => definition.edition.cycle?.id === cycle);
    if (!loaded?.definition.categories.some(({ id }) => id === form)) return null;
    const definition = withOnly(loaded.definition, form);
    try {
      return compileEdition(definition, { hash: UNNAMED, validators, routes: compileRoute, memory });
    } catch {
      // A definition that lint refuses may be one that cannot be compiled: the problems are listed beside the preview.
      return null;
    }
  };
}

/** Other forms, cases of others, sheets and rosters cost time and are not shown. */
function withOnly(definition: Definition, form: string): Definition {
  const { demo: _demo, ...rest } = definition;
  return {
    ...rest,
    categories: definition.categories.filter(({ id }) => id === form),
    rosters: [],
    locales: [],
  };
}
