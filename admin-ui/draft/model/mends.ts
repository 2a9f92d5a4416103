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

/** The cycle with which a cycle of the draft is compared: itself, or what it was copied from, as far back as the draft began it. */
export function comparedCycle(cycle: string, changes: DraftView['changes']): string {
  const clone = changes.find(
    ({ kind, undoneBy, parameters }) => kind === 'cloneCycle' && undoneBy === null && parameters.to === cycle,
  );
  const from = clone?.parameters.from;
  const before = changes.filter((one) => one !== clone);
  return typeof from === 'string' ? comparedCycle(from, before) : cycle;
}

function withBegun(published: SourceFile[], clones: DraftView['changes']): SourceFile[] {
  return clones.reduce((now, { kind, parameters }) => {
    const made = apply(now, { kind, ...parameters });
    return 'problem' in made ? now : made.files;
  }, published);
}
