import { apply, type Change, outcomeMends } from '#core/change/index.ts';
import { interpretedValidators } from '#core/compile/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';
import { compileRoute } from '#core/route/index.ts';

/**
 * What examples that held in what is published would have to expect now. Cycles that the draft has begun are compared
 * with what they were copies of.
 */
export function mendsOf(
  published: SourceFile[],
  files: SourceFile[],
  changes: DraftView['changes'],
): Change[] {
  const compiling = { validators: interpretedValidators(), routes: compileRoute };
  const clones = changes.filter(({ kind, undoneBy }) => kind === 'cloneCycle' && undoneBy === null);
  const begun = new Set(clones.map(({ parameters }) => String(parameters.to)));
  return outcomeMends(withBegun(published, clones), files, compiling, begun);
}

function withBegun(published: SourceFile[], clones: DraftView['changes']): SourceFile[] {
  return clones.reduce((now, { kind, parameters }) => {
    const made = apply(now, { kind, ...parameters });
    return 'problem' in made ? now : made.files;
  }, published);
}
