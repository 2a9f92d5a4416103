import { assemble } from '#core/assemble/index.ts';
import { apply, type Change, followingMends, outcomeMends } from '#core/change/index.ts';
import { interpretedValidators } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { runCase } from '#core/validate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { compiledOf } from './compiled.ts';

/**
 * What makes the examples of a draft hold again: answers that changes ask for, where they were made without them; then
 * what those that held in what is published would have to expect now. Cycles that the draft has begun are compared with
 * what they were copies of.
 */
export function mendsOf(
  published: SourceFile[],
  files: SourceFile[],
  changes: DraftView['changes'],
): Change[] {
  const compiling = { validators: interpretedValidators(), routes: compileRoute };
  const lasting = changes.filter(({ undoneBy, undoes }) => undoneBy === null && undoes === null);
  const clones = lasting.filter(({ kind }) => kind === 'cloneCycle');
  const begun = new Set(clones.map(({ parameters }) => String(parameters.to)));
  const meant = lasting.map(({ kind, parameters }): Change => ({ kind, ...parameters }));
  const followed = followingMends(files, meant, wrongExamples(files));
  const outcomes = outcomeMends(withBegun(published, clones), followed.files, compiling, begun);
  return [...followed.changes, ...outcomes];
}

/** The files of examples that are wrong as they stand: they do not fit their form, or come out otherwise. */
const wrongExamples = (files: SourceFile[]): Set<string> =>
  new Set(assemble(files).flatMap((loaded) => [...unfit(loaded), ...failing(loaded)]));

const unfit = (loaded: LoadedEdition): string[] =>
  lint(loaded).flatMap(({ file, severity }) =>
    severity === 'error' && identifyFile(file)?.kind === 'case' ? [file] : [],
  );

function failing(loaded: LoadedEdition): string[] {
  const edition = compiledOf(loaded);
  const { cases } = loaded.definition;
  if (!edition) return [];
  return cases.flatMap((example, index) =>
    runCase(edition, example, cases).passed ? [] : [loaded.locate(`/cases/${index}`).file],
  );
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
