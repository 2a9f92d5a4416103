import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { changedRules, unreachedByCases } from '#core/draft/index.ts';
import type { Definition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import type { BeforeCycle, UnreachedRule } from '#server/services/ground/index.ts';

/**
 * The rules of a draft that ask for something else than what its cycles had before, and that no example reaches. A
 * cycle is compiled only where there are such rules.
 */
export function unreachedIn(
  files: SourceFile[],
  cycles: readonly BeforeCycle[],
  read: (before: BeforeCycle) => SourceFile[],
): UnreachedRule[] {
  return assemble(files).flatMap(({ definition }) => {
    const { id: cycle } = definition.edition.cycle;
    const before = cycles.find((one) => one.cycle === cycle);
    const changed = changedRules(
      before && before.files.length > 0 ? definitionOf(read(before)) : null,
      definition,
    );
    if (changed.length === 0) return [];
    const edition = compileEdition(definition, {
      hash: 'unnamed',
      validators: interpretedValidators(),
      routes: compileRoute,
    });
    return unreachedByCases(edition, changed).map((one) => ({ ...one, cycle }));
  });
}

const definitionOf = (files: SourceFile[]): Definition | null => assemble(files)[0]?.definition ?? null;
