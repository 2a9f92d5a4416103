import { isObject } from '#core/json/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { cyclesOf, identifyFile } from '#core/vocabulary/index.ts';
import { apply } from '../apply.ts';
import { createEditor, isJson } from '../editor/editor.ts';
import { type Part, partsOf, type Reading } from '../find/parts.ts';
import { isDemonstration, isOfExamples, patchOf } from '../kinds/files/change-cases.ts';
import { operationsBetween } from '../kinds/files/operations.ts';
import { KINDS } from '../kinds/index.ts';
import type { Change } from '../model.ts';
import { type Difference, differencesBelow, distance } from './differences.ts';

/** Files on their way to be others, and the changes so far. */
type Progress = { files: readonly SourceFile[]; changes: Change[] };

/** More rounds than any two folders need: each makes what an earlier one has made possible. */
const MOST_ROUNDS = 6;
const DERIVED = 'manifest.json';

/**
 * The changes that make one folder of another, in the order in which they are made: made to the first they give the
 * bytes of the second, where both are laid out canonically. What no kind says in words comes last, as `editFile`. Names
 * are told to have changed only where it can be nothing else.
 */
export function diff(before: readonly SourceFile[], after: readonly SourceFile[]): Change[] {
  const target = createEditor(after);
  let progress: Progress = cycles({ files: before, changes: [] }, target);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { length } = progress.changes;
    progress = recognised(progress, target);
    if (progress.changes.length === length) break;
  }
  return rest(examples(progress, target), target).changes;
}

/** A cycle that is new began as the copy of the one that it is nearest to, where that explains most of it. */
function cycles(progress: Progress, target: Reading): Progress {
  const [was, is] = [progress.files.map(({ path }) => path), target.paths()].map(cyclesOf);
  const added = (is ?? []).filter((cycle) => !was?.includes(cycle));
  return added.reduce((now, to) => {
    const candidates = (was ?? []).map((from): Change => ({ kind: 'cloneCycle', from, to }));
    return candidates.reduce((best, candidate) => taken(best, candidate, target) ?? best, now);
  }, progress);
}

function recognised(start: Progress, target: Reading): Progress {
  const paths = [...new Set([...start.files.map(({ path }) => path), ...target.paths()])];
  const differing = paths.filter((path) => path !== DERIVED && differs(start.files, target, path));
  return localesLast(differing).reduce((progress, path) => inFile(progress, path, target), start);
}

function inFile(progress: Progress, path: string, target: Reading): Progress {
  const was = createEditor(progress.files);
  const part = [...partsOf(was), ...partsOf(target)].find((one) => one.path === path);
  return part ? descend(progress, whole(part, was, target), target) : progress;
}

function whole(part: Part, was: Reading, is: Reading): Difference {
  const [before, after] = [stoodFor(was, part.path), is.value(part.path)];
  return {
    part,
    path: [],
    was,
    is,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** What is read where a cycle may have a part of its own: its own, else the one that it shares. */
function stoodFor(files: Reading, path: string): Json | undefined {
  const cycle = identifyFile(path)?.cycle;
  const own = files.value(path);
  return own === undefined && cycle !== undefined ? files.value(path.slice(cycle.length + 1)) : own;
}

/** The first kind that makes the difference, else what makes the differences inside it. */
function descend(progress: Progress, difference: Difference, target: Reading): Progress {
  for (const { recognise } of KINDS.values()) {
    const candidates = recognise?.(difference) ?? [];
    const steps = candidates.flatMap((candidate) => taken(progress, candidate, target) ?? []);
    const [best] = steps.sort((a, b) => b.nearer - a.nearer);
    if (best) return best;
  }
  return differencesBelow(difference).reduce((now, inner) => descend(now, inner, target), progress);
}

/** With one change more, where it brings the files nearer to what they shall be, and by how much. */
function taken(
  { files, changes }: Progress,
  candidate: Change,
  target: Reading,
): (Progress & { nearer: number }) | undefined {
  const applied = apply(files, candidate);
  if ('problem' in applied) return undefined;
  const touched = [...new Set(applied.effects.map(({ file }) => file))];
  const nearer = gapOf(files, target, touched) - gapOf(applied.files, target, touched);
  return nearer > 0 ? { files: applied.files, changes: [...changes, candidate], nearer } : undefined;
}

function gapOf(files: readonly SourceFile[], target: Reading, paths: string[]): number {
  const now = createEditor(files);
  return paths.reduce((sum, path) => sum + distance(now.value(path), target.value(path)), 0);
}

/** Examples that differ, as one change; a demonstration that does as another. */
function examples(progress: Progress, target: Reading): Progress {
  return [false, true].reduce(
    (now, isShown) => patched(now, target, (path) => isDemonstration(path) === isShown),
    progress,
  );
}

function patched(progress: Progress, target: Reading, isMeant: (path: string) => boolean): Progress {
  const now = createEditor(progress.files);
  const patches = target
    .paths()
    .filter(isMeant)
    .flatMap((path) => {
      const [before, after] = [stoodFor(now, path), target.value(path)];
      if (!isObject(before) || !isObject(after)) return [];
      const patch = patchOf(before, after);
      return Object.keys(patch).length > 0 && isOfExamples(path, patch) ? [[path, patch] as const] : [];
    });
  if (patches.length === 0) return progress;
  return taken(progress, { kind: 'changeCases', patches: Object.fromEntries(patches) }, target) ?? progress;
}

/** What is left, file by file. */
function rest(start: Progress, target: Reading): Progress {
  const paths = [...new Set([...start.files.map(({ path }) => path), ...target.paths()])];
  return localesLast(paths.filter((path) => path !== DERIVED)).reduce((progress, path) => {
    const before = createEditor(progress.files).value(path);
    return restOf(path, before, target.value(path)).reduce(withChange, progress);
  }, start);
}

function withChange({ files, changes }: Progress, change: Change): Progress {
  const applied = apply(files, change);
  if ('problem' in applied) throw new Error(`${change.kind} of what is left: ${applied.problem.message}`);
  return { files: applied.files, changes: [...changes, change] };
}

/** Translations follow their texts, so that theirs are compared when all else is done. */
const localesLast = (paths: readonly string[]): string[] => [
  ...paths.filter((path) => identifyFile(path)?.kind !== 'locale'),
  ...paths.filter((path) => identifyFile(path)?.kind === 'locale'),
];

function restOf(file: string, before: Json | undefined, after: Json | undefined): Change[] {
  if (after === undefined) return before === undefined ? [] : [{ kind: 'removeFile', file }];
  if (before === undefined) return [{ kind: 'addFile', file, content: after }];
  const operations = isJson(file) ? operationsBetween(before, after) : replaced(before, after);
  return operations.length > 0 ? [{ kind: 'editFile', file, operations }] : [];
}

const replaced = (before: Json, after: Json) =>
  before === after ? [] : [{ op: 'replace', path: '', value: after }];

function differs(files: readonly SourceFile[], target: Reading, path: string): boolean {
  return JSON.stringify(createEditor(files).value(path)) !== JSON.stringify(target.value(path));
}
