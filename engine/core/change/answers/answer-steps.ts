import { asList, asObject, asText, type Json, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { createEditor } from '../editor/editor.ts';
import { type CodeField, codeFields, jsonFiles } from '../find/code-fields.ts';
import { categoriesIn, findPart, firstValue, lineage, partsOf, type Reading } from '../find/parts.ts';
import type { Change } from '../model.ts';
import { netOf } from './net.ts';

/** The forms that a step is for; null = every form. */
type Forms = { forms: string[] | null };

/** What a change means for answers, by itself: it needs neither the files nor the other changes to be carried out. */
export type AnswerStep = Forms &
  (
    | { op: 'rename'; section: string; path: string[]; to: string }
    /** It is asked for in another section. */
    | { op: 'transfer'; section: string; path: string[]; target: string }
    /** What stands there has no place any more; `value`: only this answer, `patch`: only where it fits the field no more. */
    | { op: 'aside'; section: string; path: string[]; inRows: boolean; value?: string; patch?: JsonObject }
    | { op: 'replace'; section: string; path: string[]; value: string; by: string }
    /** Nobody can tell what the change means for answers. */
    | { op: 'unclear'; kind: string; file: string }
  );

/** The files of the edition that the changes begin with, and the cycle that it is of. */
type From = { files: readonly SourceFile[]; cycle?: string };

/**
 * Changes folded to what they mean for answers, in their order. A change that was taken back counts for nothing; one of
 * another cycle neither.
 */
export function answerSteps(changes: readonly Change[], { files, cycle }: From): AnswerStep[] {
  const reading = createEditor(files);
  return netOf(changes).flatMap((change) => {
    if (isOfAnotherCycle(change, cycle)) return [];
    const make = Object.hasOwn(STEPS, change.kind) ? STEPS[change.kind] : undefined;
    const forms = formsOf(reading, change, cycle);
    const ground = { files: reading, cycle: cycle ?? asText(change.cycle) };
    return (make?.(change, ground) ?? []).map((step) => ({ forms, ...step }) as AnswerStep);
  });
}

function isOfAnotherCycle({ cycle: named, file }: Change, cycle: string | undefined): boolean {
  if (cycle === undefined) return false;
  const head = asText(file)?.split('/')[0] ?? '';
  return (asText(named) ?? cycle) !== cycle || (/^\d/.test(head) && head !== cycle);
}

/** The form that a change names with those that extend it; null where it is for all. */
function formsOf(files: Reading, { category, kind }: Change, cycle: string | undefined): string[] | null {
  if (typeof category !== 'string' || kind === 'addSection') return null;
  const all = [...categoriesIn(files, cycle), ...partsOf(files).filter((part) => part.kind === 'account')];
  const heirs = all.filter((one) => lineage(files, one.id, one.cycle).some(({ id }) => id === category));
  return [...new Set([category, ...heirs.map(({ id }) => id)])];
}

type Step = {
  [K in AnswerStep['op']]: Omit<Extract<AnswerStep, { op: K }>, 'forms'> & Partial<Forms>;
}[AnswerStep['op']];
type Ground = { files: Reading; cycle: string | undefined };
type Make = (change: Change, ground: Ground) => Step[];

const textOf = (value: Json | undefined): string => asText(value) ?? '';
const pathOf = (value: Json | undefined): string[] => textOf(value).split('/');

const STEPS: Record<string, Make> = {
  renameField: ({ section, field, to }) => [
    { op: 'rename', section: textOf(section), path: pathOf(field), to: textOf(to) },
  ],
  transferField: (change, files) => transferred(change, files),
  removeField: ({ section, field }) => [
    { op: 'aside', section: textOf(section), path: pathOf(field), inRows: true },
  ],
  changeField: ({ section, field, patch }) => [
    { op: 'aside', section: textOf(section), path: pathOf(field), inRows: true, patch: asObject(patch) },
  ],
  removeItem: (change) => [ofItem(change, 'cells'), ofItem(change, 'marks')],
  changeItem: (change) => ('cell' in asObject(change.patch) ? [ofItem(change, 'cells')] : []),
  removeSection: ({ section }) => [{ op: 'aside', section: textOf(section), path: [], inRows: false }],
  removeCode: ({ list, code }, ground) =>
    fieldsOf(list, ground).map((field) => ({
      ...({ op: 'aside', ...field, inRows: true, value: textOf(code) } as const),
    })),
  endCode: ({ list, code, until, successor }, ground) =>
    isOver(until, ground) ? replacedBy(list, code, successor, ground) : [],
  changeCode: ({ list, code, patch }, ground) =>
    isOver(asObject(patch).validTo ?? validTo(list, code, ground), ground)
      ? replacedBy(list, code, asObject(patch).successor, ground)
      : [],
  editFile: ({ kind, file }, { files }) => (asksForAnswers(textOf(file), files) ? [unclear(kind, file)] : []),
  revert: ({ kind, file }) => [unclear(kind, file)],
};

const fieldsOf = (list: Json | undefined, { files, cycle }: Ground): CodeField[] =>
  codeFields(jsonFiles(files), textOf(list), cycle);

/** Answers with the code that took over; where none did they stay what they are, for somebody to choose anew. */
const replacedBy = (
  list: Json | undefined,
  code: Json | undefined,
  successor: Json | undefined,
  ground: Ground,
): Step[] =>
  typeof successor !== 'string'
    ? []
    : fieldsOf(list, ground).map((field) => ({
        ...({ op: 'replace', ...field, value: textOf(code), by: successor } as const),
      }));

/** Whether a code has ended on the day that counts for codes in the cycle; where nobody can tell it has. */
function isOver(until: Json | undefined, { files, cycle }: Ground): boolean {
  if (typeof until !== 'string') return false;
  const day = asText(files.value(`${cycle}/edition.json`, ['cycle', 'asOf']));
  return day === undefined || until < day;
}

function validTo(list: Json | undefined, code: Json | undefined, { files, cycle }: Ground): Json | undefined {
  const part = findPart(files, 'codes', textOf(list), cycle);
  return part && files.value(part.path, ['entries', textOf(code), 'validTo']);
}

/** In a form that has the section and not the other one the answer has no place. */
function transferred({ section, field, target, cycle }: Change, { files }: Ground): Step[] {
  const at = { section: textOf(section), path: pathOf(field) };
  const forms = formsWith(files, textOf(section), asText(cycle));
  const others = forms.filter((id) => !formsWith(files, textOf(target), asText(cycle)).includes(id));
  const transfer = { op: 'transfer', ...at, target: textOf(target) } as const;
  if (others.length === 0) return [transfer];
  const aside = { op: 'aside', ...at, inRows: false, forms: others } as const;
  return [aside, { ...transfer, forms: forms.filter((id) => !others.includes(id)) }];
}

/** The forms on whose pages a section stands, by their own pages or those that they extend. */
function formsWith(files: Reading, section: string, cycle: string | undefined): string[] {
  const all = [...categoriesIn(files, cycle), ...partsOf(files).filter((part) => part.kind === 'account')];
  return all
    .filter(({ id, cycle: own }) => {
      const pages = firstValue(
        files,
        lineage(files, id, own).map(({ path: file }) => ({ file, path: ['pages'] })),
      );
      return asList(pages).some((page) => asList(asObject(page).sections).includes(section));
    })
    .map(({ id }) => id);
}

const ofItem = ({ section, item }: Change, part: string): Step => ({
  ...({ op: 'aside', section: textOf(section), path: [part, textOf(item)], inRows: false } as const),
});

const unclear = (kind: string, file: Json | undefined): Step => ({ op: 'unclear', kind, file: textOf(file) });

const asksForAnswers = (file: string, files: Reading): boolean =>
  files.paths().includes(file) && /(?:^|\/)(?:sections|categories|accounts|fragments)\//.test(file);
