/** The thread in which changes are made and definitions are checked. */
import { LRUCache } from 'lru-cache';
import { type AnswerStep, answerSteps, apply, type Change, diff, sentence } from '#core/change/index.ts';
import { hashDefinition } from '#core/compile/index.ts';
import type { FormHashes } from '#core/draft/index.ts';
import type { DefinitionProblem, JsonObject, LoadedEdition, SourceFile } from '#core/model/index.ts';
import { fileOf, sourceOf, textOf } from '#server/services/editions/index.ts';
import type {
  Checked,
  Exampled,
  Made,
  Previewed,
  Replayed,
  UnreachedRule,
} from '#server/services/ground/index.ts';
import { checkingAgain, isError, onceEach } from './check-edition.ts';
import { exceeds } from './limits.ts';
import { previewOf } from './preview.ts';
import { refusedStage } from './refused-stage.ts';
import { exampleUnder, formsUnder, replayedUnder } from './replay-cases.ts';
import type { Task } from './task.ts';
import { unreachedIn } from './unreached-in.ts';

/** The languages in which changes can be read. */
const LANGUAGES = ['zh-CN', 'en'];
/** So many problems are handed on. */
const LISTED = 300;
/** So many files are remembered: some states of a large programme with two cycles. */
const REMEMBERED = 4_000;

export default (
  task: Task,
): Made | Checked | Previewed | Replayed[] | Exampled | FormHashes | UnreachedRule[] | AnswerStep[] => {
  if ('before' in task) return stepsOf(task);
  if ('cases' in task) return replayedUnder({ ...task, files: () => readAll(task.files) });
  if ('forms' in task) return formsUnder({ replaying: task.forms, files: () => readAll(task.files) });
  if ('example' in task) return exampleUnder({ ...task, files: () => readAll(task.files) });
  if ('cycles' in task) return unreachedIn(readAll(task.files), task, ({ files }) => readAll(files));
  const files = readAll(task.files);
  if (task.preview) return previewOf(files, task.preview);
  return task.changes === undefined ? check(files) : make(files, task.changes as Change[]);
};

type TextFile = { path: string; text: string };

/** Files that did not change are the same objects as before: what was found of them is found again. */
const known = new LRUCache<string, SourceFile>({ max: REMEMBERED });
const again = checkingAgain();

const readAll = (files: TextFile[]): SourceFile[] => files.map(read);

function read({ path, text }: TextFile): SourceFile {
  const key = `${path}\n${text}`;
  const file = known.get(key) ?? fileOf(path, text);
  known.set(key, file);
  return file;
}

/** What was changed by hand is found; what was changed in the draft is known. */
function stepsOf({ before, began, changes, cycle }: Extract<Task, { before: unknown }>): AnswerStep[] {
  const [from, to] = [readAll(before), readAll(began)];
  const found = sourceOf(from).source === sourceOf(to).source ? [] : diff(from, to);
  return answerSteps([...found, ...(changes as Change[])], { files: [...from, ...to], cycle });
}

function make(before: SourceFile[], changes: Change[]): Made {
  let files = before;
  const made: Extract<Made, { changes: unknown }>['changes'] = [];
  for (const [index, change] of changes.entries()) {
    const sentences = Object.fromEntries(LANGUAGES.map((one) => [one, sentence(change, files, one)]));
    const applied = apply(files, change);
    if ('problem' in applied) return { problem: applied.problem, index };
    const refused = refusedStage(files, applied.files, change);
    if (refused) return { problem: refused, index };
    files = applied.files;
    const file = exceeds(files);
    if (file !== null) return { exceeds: file, index };
    made.push({ change: { ...change } as JsonObject, effects: applied.effects, sentences });
  }
  return { files: files.map(({ path, ...file }) => ({ path, text: textOf(file) })), changes: made };
}

function check(files: SourceFile[]): Checked {
  const editions = again(files);
  const problems = onceEach(editions.flatMap((one) => one.problems));
  const errors = problems.filter(isError);
  const others = problems.filter((one) => !isError(one));
  return {
    problems: [...errors, ...others].slice(0, LISTED).map(shortened),
    cases: editions.reduce((sum, { loaded }) => sum + loaded.definition.cases.length, 0),
    failed: problems.filter(({ code }) => code === 'failing-case').length,
    editions: errors.length > 0 ? [] : editions.map(({ loaded }) => named(loaded)),
  };
}

type Named = NonNullable<Checked>['editions'][number];
const named = ({ definition, files }: LoadedEdition): Named => ({
  cycle: definition.edition.cycle.id,
  edition: hashDefinition(definition),
  source: sourceOf(files).source,
});

/** What follows from a problem, and what machines read of it, stays here. */
function shortened({ severity, code, file, pointer, place, message }: DefinitionProblem): DefinitionProblem {
  return { severity, code, file, pointer, place, message: message.slice(0, 5000), params: {} };
}
