import { assemble } from '#core/assemble/index.ts';
import { apply, type Change } from '#core/change/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { changedRules, unreachedByCases } from '#core/draft/index.ts';
import type { Definition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import type { BeforeCycle, UnreachedRule } from '#server/services/ground/index.ts';

/**
 * The rules of a draft that ask for something else than what its cycles had before, and that no example reaches. A
 * cycle is compiled only where there are such rules. A rule that only calls a field by its new name, as `renames` have
 * it, asks for what it asked.
 */
export function unreachedIn(
  files: SourceFile[],
  { cycles, renames }: { cycles: readonly BeforeCycle[]; renames: readonly Change[] },
  read: (before: BeforeCycle) => SourceFile[],
): UnreachedRule[] {
  return assemble(files).flatMap(({ definition }) => {
    const { id: cycle } = definition.edition.cycle;
    const before = cycles.find((one) => one.cycle === cycle);
    const changed = changedRules(
      before && before.files.length > 0 ? definitionOf(read(before), cycle, renames) : null,
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

/** What a cycle was before, with its fields called as they are now. */
function definitionOf(files: SourceFile[], cycle: string, renames: readonly Change[]): Definition | null {
  const before = assemble(files)[0]?.definition ?? null;
  if (before === null || renames.length === 0) return before;
  const { id } = before.edition.cycle;
  const renamed = renames
    .filter((one) => (one.cycle ?? cycle) === cycle)
    .reduce((now, one) => renamedBy(now, one.cycle === undefined ? one : { ...one, cycle: id }), files);
  return assemble(renamed)[0]?.definition ?? before;
}

/** A field that was not there before has no earlier name. */
function renamedBy(files: SourceFile[], change: Change): SourceFile[] {
  const applied = apply(files, change);
  return 'problem' in applied ? files : applied.files;
}
