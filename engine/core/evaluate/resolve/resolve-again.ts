import { categoryOf } from '#core/compile/index.ts';
import type {
  Affected,
  Application,
  CompiledEdition,
  Facts,
  FileRef,
  JsonObject,
} from '#core/model/index.ts';
import { countFiles, type FileCounts } from '../file-counts.ts';
import { forget } from '../hidden.ts';
import type { EvaluationError } from '../run.ts';
import { runSteps, startOf, unresolved, writtenAnswers } from './resolve-answers.ts';
import type { Outcome, ResolvedAnswers } from './resolved.ts';

/** `resolveAnswers`, and remembers what each step gave: for answers that change one by one. */
export function resolveFirst(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): ResolvedAnswers {
  const category = categoryOf(edition, application.category);
  const outcomes = new Map(category.steps.map((step) => [step, nothing()]));
  const resolved = { ...unresolved(edition, category, application, facts), fed: new Map(), outcomes };
  runSteps(resolved, category.steps);
  return resolved;
}

/**
 * Resolves the answers again after one of them has changed. Sections that cannot be others keep their values; in those
 * that can, the steps run again, and what a step gives is computed only where it reads what has changed. The answers as
 * they were are used up: nothing may be asked of them any more.
 */
export function resolveAgain(
  before: ResolvedAnswers,
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  { changed, steps, stale }: Affected,
): ResolvedAnswers {
  const values: JsonObject = {};
  for (const section of before.category.sections) {
    const { id } = section;
    const value = changed.has(id) ? startOf(section, application) : before.values[id];
    if (value !== undefined) values[id] = value;
    if (changed.has(id)) forget(before.hidden, section);
  }
  for (const step of stale) before.outcomes?.set(step, nothing());
  const counts = countAgain(before.counts, application.files, changed);
  const data = { ...before.data, application: values, files: counts.bySection };
  const anew = {
    fresh: new Set<JsonObject>(),
    revisions: new Map(),
    ...writtenAnswers(edition, application, facts),
  };
  const resolved = { ...before, values, counts, data, ...anew };
  runSteps(resolved, steps);
  return resolved;
}

const nothing = (): Outcome => ({ given: new Map(), errors: [] });

/** The files of these sections are all there again; those of the others stay as the steps have left them. */
function countAgain(before: FileCounts, files: FileRef[], changed: ReadonlySet<string>): FileCounts {
  if (!files.some(({ section }) => changed.has(section))) return before;
  const counts = countFiles(files);
  for (const id of Object.keys(counts.bySection)) {
    if (changed.has(id)) continue;
    const [whole, rows] = [before.bySection[id], before.byRow.get(id)];
    if (whole === undefined) delete counts.bySection[id];
    else counts.bySection[id] = whole;
    if (rows !== undefined) counts.byRow.set(id, rows);
  }
  return counts;
}

/** What the steps could not compute, in their order. */
export function errorsOfSteps({ category, outcomes }: ResolvedAnswers): EvaluationError[] {
  return category.steps.flatMap((step) => outcomes?.get(step)?.errors ?? []);
}
