import {
  asObject,
  isObject,
  type Json,
  type JsonObject,
  sameJson,
  valueAt,
  without,
  withValue,
} from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { createEditor } from './editor/editor.ts';
import { codeFields } from './find/code-fields.ts';
import type { Change } from './model.ts';

/** An answer that has no place any more: where it stood, what it was, and the change that took its place. */
type SetAside = { section: string; path: string[]; value: Json; change: Change };

/** Answers as they stand in the newer edition; what found no place; changes of which nobody can tell what they mean for answers. */
type Migrated = { answers: JsonObject; setAside: SetAside[]; unclear: Change[] };

/** Whose answers: the files of the edition that they were given under, their form and the forms that it extends. */
type Given = { files: readonly SourceFile[]; categories: readonly string[] };

type Progress = Omit<Migrated, 'unclear'>;
type Step = (progress: Progress, change: JsonObject, given: Given) => Progress;

/**
 * What becomes of answers, by section, under the changes that lead from one edition to another. What is called otherwise
 * is moved; what has no place is set aside and listed, never lost. A change that was taken back counts for nothing.
 */
export function migrate(answers: JsonObject, changes: readonly Change[], given: Given): Migrated {
  const net = netOf(changes).filter((change) => concerns(change, given));
  const unclear = net.filter((change) => isUnclear(change, given));
  const start: Progress = { answers, setAside: [] };
  const done = net.reduce(
    (progress, change) => stepOf(change)(progress, asObject(jsonOf(change)), given),
    start,
  );
  return { ...done, unclear };
}

/** What counts: neither what was taken back, nor what took it back. */
function netOf(changes: readonly Change[]): Change[] {
  const all = changes.map((change) => ({
    change,
    of: change.kind === 'revert' ? (change.of ?? null) : undefined,
  }));
  const isOf = (of: Json | undefined, { change }: (typeof all)[number]) =>
    of !== undefined && sameJson(of, jsonOf(change));
  const isTakenBack = (index: number, of: Json | undefined) =>
    all.slice(index, index + 1).some((one) => isOf(of, one));
  const isInForce = (index: number): boolean =>
    !all.some(({ of }, at) => at > index && isTakenBack(index, of) && isInForce(at));
  return changes.filter((change, index) => {
    const isPair = change.kind === 'revert' && all.some((one, at) => at < index && isOf(change.of, one));
    return !isPair && isInForce(index);
  });
}

const jsonOf = (change: Change): Json =>
  Object.fromEntries(Object.entries(change).map(([key, value]): [string, Json] => [key, value ?? null]));

/** Whether a change is for every form, or for one of these. */
function concerns({ category, kind }: Change, { categories }: Given): boolean {
  return typeof category !== 'string' || kind === 'addSection' || categories.includes(category);
}

/** A patch of a file in which answers are asked for, or what was taken back without having been made here. */
function isUnclear({ kind, file }: Change, { files }: Given): boolean {
  if (kind === 'revert') return true;
  const path = typeof file === 'string' ? file : '';
  return (
    kind === 'editFile' &&
    files.some((one) => one.path === path) &&
    /(?:^|\/)(?:sections|categories|accounts)\//.test(path)
  );
}

function stepOf({ kind }: Change): Step {
  return (Object.hasOwn(STEPS, kind) ? STEPS[kind] : undefined) ?? ((progress) => progress);
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const stepsOf = (value: Json | undefined): string[] => textOf(value).split('/');

const STEPS: Record<string, Step> = {
  renameField: (progress, { section, field, to }) => {
    const path = stepsOf(field);
    const next = [...path.slice(0, -1), textOf(to)];
    return inRecords(progress, textOf(section), (record) => {
      const value = valueAt(record, path);
      return value === undefined ? record : withValue(without(record, path), next, value);
    });
  },
  removeField: (progress, change) => aside(progress, change, stepsOf(change.field), () => true),
  changeField: (progress, change) =>
    aside(progress, change, stepsOf(change.field), (value) => !fitsPatch(value, asObject(change.patch))),
  removeItem: (progress, change) => asideItem(progress, change, ['cells', 'marks']),
  changeItem: (progress, change) =>
    'cell' in asObject(change.patch) ? asideItem(progress, change, ['cells']) : progress,
  removeSection: (progress, change) => asideAt(progress, change, textOf(change.section), []),
  removeCode: (progress, change, given) =>
    codeFields(createEditor(given.files), textOf(change.list)).reduce(
      (now, { section, field }) =>
        aside(now, { ...change, section }, stepsOf(field), (value) => value === change.code),
      progress,
    ),
  endCode: (progress, { list, code, successor }, given) =>
    typeof successor !== 'string'
      ? progress
      : codeFields(createEditor(given.files), textOf(list)).reduce(
          (now, { section, field }) =>
            inRecords(now, section, (record) =>
              valueAt(record, stepsOf(field)) === code
                ? withValue(record, stepsOf(field), successor)
                : record,
            ),
          progress,
        ),
};

/** Records of a section: itself, or each of its rows. */
function inRecords(progress: Progress, section: string, update: (record: Json) => Json): Progress {
  const value = progress.answers[section];
  if (value === undefined) return progress;
  const next = Array.isArray(value) ? value.map(update) : update(value);
  return { ...progress, answers: { ...progress.answers, [section]: next } };
}

/** Sets an answer aside in every record in which `leaves` says so. */
function aside(
  progress: Progress,
  change: JsonObject,
  path: string[],
  leaves: (value: Json) => boolean,
): Progress {
  const section = textOf(change.section);
  const value = progress.answers[section];
  const records = Array.isArray(value) ? value.map((_, index) => [String(index)]) : [[]];
  return records.reduce((now, at) => {
    const found = valueAt(progress.answers, [section, ...at, ...path]);
    return found !== undefined && leaves(found) ? asideAt(now, change, section, [...at, ...path]) : now;
  }, progress);
}

function asideItem(progress: Progress, change: JsonObject, parts: string[]): Progress {
  const item = textOf(change.item);
  return parts.reduce((now, part) => asideAt(now, change, textOf(change.section), [part, item]), progress);
}

function asideAt(progress: Progress, change: JsonObject, section: string, path: string[]): Progress {
  const way = [section, ...path];
  const value = valueAt(progress.answers, way);
  if (value === undefined) return progress;
  const own: Change = { ...change, kind: textOf(change.kind) };
  return {
    answers: without(progress.answers, way),
    setAside: [...progress.setAside, { section, path, value, change: own }],
  };
}

/** Whether an answer can be one of a field that is of another type, or of other codes, now. */
function fitsPatch(value: Json, patch: JsonObject): boolean {
  if ('code' in patch || 'enum' in patch || 'oneOf' in patch) return false;
  if (patch.type === undefined) return true;
  if (patch.type === 'integer') return Number.isInteger(value);
  if (patch.type === 'array') return Array.isArray(value);
  return patch.type === 'object' ? isObject(value) : typeof value === patch.type;
}
