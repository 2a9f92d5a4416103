import {
  asObject,
  isObject,
  type Json,
  type JsonObject,
  valueAt,
  without,
  withValue,
} from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { Change } from '../model.ts';
import { type AnswerStep, answerSteps } from './answer-steps.ts';
import { placesOf, takenOut, withOtherCode } from './ways.ts';

/** An answer that has no place any more: where it stood, and what it was. */
export type SetAside = { section: string; path: string[]; value: Json };

/** Answers as they stand in the newer edition; what found no place; steps of which nobody can tell what they mean. */
type Moved = { answers: JsonObject; setAside: SetAside[]; unclear: AnswerStep[] };

/** Whose answers: the files of the edition that they were given under, their form, and the cycle. */
type Given = { files: readonly SourceFile[]; category: string; cycle?: string };

/**
 * What becomes of answers, by section, under the changes that lead from one edition to another. What is called otherwise
 * is moved; what has no place is set aside and listed, never lost. A change that was taken back counts for nothing.
 */
export function migrate(
  answers: JsonObject,
  changes: readonly Change[],
  { category, ...from }: Given,
): Moved {
  return moveAnswers(answers, answerSteps(changes, from), category);
}

/** The same by steps that the changes were folded to, of the answers to one form. */
export function moveAnswers(answers: JsonObject, steps: readonly AnswerStep[], form: string): Moved {
  const own = steps.filter(({ forms }) => forms === null || forms.includes(form));
  const start: Progress = { answers, setAside: [] };
  return {
    ...own.reduce(carryOut, start),
    unclear: own.filter(({ op }) => op === 'unclear'),
  };
}

/** The steps that lead back, as far as there is a way: names and sections alone. */
export function stepsBack(steps: readonly AnswerStep[]): AnswerStep[] {
  return [...steps].reverse().flatMap((step): AnswerStep[] => {
    if (step.op === 'transfer') return [{ ...step, section: step.target, target: step.section }];
    if (step.op !== 'rename') return [];
    return [{ ...step, path: [...step.path.slice(0, -1), step.to], to: step.path.at(-1) ?? '' }];
  });
}

type Progress = Omit<Moved, 'unclear'>;

function carryOut(progress: Progress, step: AnswerStep): Progress {
  if (step.op === 'rename') return rename(progress, step);
  if (step.op === 'replace') return replace(progress, step);
  if (step.op === 'transfer') return transfer(progress, step);
  return step.op === 'aside' ? aside(progress, step) : progress;
}

function rename(progress: Progress, { section, path, to }: Extract<AnswerStep, { op: 'rename' }>): Progress {
  return inRecords(progress, section, (record) =>
    placesOf(record, path).reduce((now, place) => {
      const value = valueAt(now, place);
      return withValue(without(now, place), [...place.slice(0, -1), to], value);
    }, record),
  );
}

function transfer(
  progress: Progress,
  { section, path, target }: Extract<AnswerStep, { op: 'transfer' }>,
): Progress {
  const value = valueAt(progress.answers, [section, ...path]);
  if (value === undefined) return progress;
  const left = without(progress.answers, [section, ...path]);
  return { ...progress, answers: { ...left, [target]: withValue(left[target], path, value) } };
}

function replace(
  progress: Progress,
  { section, path, value, by }: Extract<AnswerStep, { op: 'replace' }>,
): Progress {
  return inRecords(progress, section, (record) => withOtherCode(record, path, value, by));
}

/** Records of a section: itself, or each of its rows. */
function inRecords(progress: Progress, section: string, update: (record: Json) => Json): Progress {
  const value = progress.answers[section];
  if (value === undefined) return progress;
  const next = Array.isArray(value) ? value.map(update) : update(value);
  return { ...progress, answers: { ...progress.answers, [section]: next } };
}

/** Sets an answer aside in every record in which it has no place. */
function aside(progress: Progress, step: Extract<AnswerStep, { op: 'aside' }>): Progress {
  const { section, path, inRows } = step;
  const value = progress.answers[section];
  const leaving = placesOf(value, inRows && Array.isArray(value) ? ['*', ...path] : path).filter((place) =>
    leaves(valueAt(value, place) ?? null, step),
  );
  return allAside(progress, section, leaving);
}

function leaves(value: Json, { value: only, patch }: Extract<AnswerStep, { op: 'aside' }>): boolean {
  if (patch !== undefined) return !fitsPatch(value, patch);
  return only === undefined || value === only;
}

/** Takes answers out, from behind, so that none that is still to go moves up; and lists them in their order. */
export function allAside(progress: Progress, section: string, places: readonly string[][]): Progress {
  const start: Progress = { ...progress, setAside: [] };
  const { answers, setAside } = places.reduceRight((now, place) => asideAt(now, section, place), start);
  return { answers, setAside: [...progress.setAside, ...setAside.reverse()] };
}

/** Takes an answer out and lists it. */
export function asideAt(progress: Progress, section: string, path: string[]): Progress {
  const way = [section, ...path];
  const value = valueAt(progress.answers, way);
  if (value === undefined) return progress;
  return {
    answers: takenOut(progress.answers, way),
    setAside: [...progress.setAside, { section, path, value }],
  };
}

/** Whether an answer can be one of a field that is of another type, or of other codes, now. */
function fitsPatch(value: Json, patch: JsonObject): boolean {
  if (isObject(patch.items))
    return Array.isArray(value) && value.every((one) => fitsPatch(one, asObject(patch.items)));
  if ('code' in patch || 'enum' in patch || 'oneOf' in patch) return false;
  if (patch.type === undefined) return true;
  if (patch.type === 'integer') return Number.isInteger(value);
  if (patch.type === 'array') return Array.isArray(value);
  return patch.type === 'object' ? isObject(value) : typeof value === patch.type;
}
