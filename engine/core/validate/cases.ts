import { contentHash } from '#core/compile/index.ts';
import { type Evaluation, present } from '#core/evaluate/index.ts';
import { schemaAt } from '#core/form/index.ts';
import { interpolate, segmentsOf, unescapeHtml, valueAt } from '#core/json/index.ts';
import type {
  AnswerProblem,
  Application,
  CaseDefinition,
  CompiledCategory,
  CompiledEdition,
  Facts,
  Json,
} from '#core/model/index.ts';
import { type ProblemWords, problemWords } from './locales/index.ts';
import { openCase } from './open-case.ts';
import { evaluateAndValidate } from './validate.ts';

type Expected = CaseDefinition['expects'];

/** Renders a sheet to the text that a reader sees; without one a case is held to what the sheet's template is given. */
export type SheetRenderer = (sheet: string, application: Application, facts: Facts) => string;

/** How a sheet that is made to fit comes out; undefined of any other. */
export type SheetMeasure = (
  sheet: string,
  application: Application,
  facts: Facts,
) => { fits: boolean; fontSize: number } | undefined;

/**
 * Runs an example and lists in which points its result differs from what was expected. What is expected of the
 * size of a sheet is only held where it can be measured.
 * Throws when the case extends one that is not there, or its category or a sheet is not there.
 */
export function runCase(
  edition: CompiledEdition,
  definition: CaseDefinition,
  cases: readonly CaseDefinition[],
  render: SheetRenderer = viewTexts(edition),
  measure?: SheetMeasure,
): { passed: boolean; failures: string[] } {
  const { application, facts } = openCase(edition, definition, cases);
  const { expects } = definition;
  const { evaluation, problems } = evaluateAndValidate(edition, application, facts);
  const phrase = phraser(edition);
  const failures = [
    ...problemFailures(expects, problems, phrase),
    ...stateFailures(expects, edition, evaluation, phrase),
    ...sheetFailures(expects, (sheet) => render(sheet, application, facts), phrase),
    ...(measure ? sizeFailures(expects, (sheet) => measure(sheet, application, facts), phrase) : []),
  ];
  return { passed: failures.length === 0, failures };
}

/** A failure as a sentence of the programme's language. */
type Phrase = (key: keyof ProblemWords['cases'], values?: Record<string, string>) => string;

function phraser({ definition }: CompiledEdition): Phrase {
  const { cases } = problemWords(definition.programme.locale);
  return (key, values = {}) => interpolate(cases[key], values);
}

function problemFailures(expects: Expected, problems: AnswerProblem[], phrase: Phrase): string[] {
  const blocking = problems.filter((problem) => problem.severity === 'block');
  const failures: string[] = [];
  if (expects.valid === true)
    failures.push(...blocking.map((problem) => phrase('found', { problem: described(problem, phrase) })));
  if (expects.valid === false && blocking.length === 0) failures.push(phrase('valid'));
  const expected = expects.problems ?? [];
  for (const one of expected) {
    if (!problems.some((problem) => matches(problem, one)))
      failures.push(phrase('missing', { problem: JSON.stringify(one) }));
  }
  if (expects.only !== true) return failures;
  // What keeps a valid case from being handed in is said already.
  const known = expects.valid === true ? blocking : [];
  const others = problems.filter(
    (problem) => !known.includes(problem) && !expected.some((one) => matches(problem, one)),
  );
  return [...failures, ...others.map((problem) => phrase('others', { problem: described(problem, phrase) }))];
}

function matches(problem: AnswerProblem, expected: NonNullable<Expected['problems']>[number]): boolean {
  return (['path', 'code', 'rule', 'slot', 'severity'] as const).every(
    (key) => expected[key] === undefined || expected[key] === problem[key],
  );
}

function described(problem: AnswerProblem, phrase: Phrase): string {
  const { path, place, code, rule, slot, severity, message } = problem;
  const details = [rule, slot, message].filter((part) => part !== undefined).join(': ');
  return phrase('problem', { severity, code, path, place, message, details, mark: rule ?? slot ?? code });
}

function stateFailures(
  expects: Expected,
  edition: CompiledEdition,
  evaluation: Evaluation,
  phrase: Phrase,
): string[] {
  const category = edition.categories[evaluation.category];
  const wrong = (pointers: string[] | undefined, word: string, isSo: (pointer: string) => boolean) =>
    (pointers ?? []).filter((pointer) => !isSo(pointer)).map((pointer) => phrase('state', { word, pointer }));
  return [
    ...wrong(expects.visible, 'visible', (pointer) => isVisible(evaluation, pointer)),
    ...wrong(expects.hidden, 'hidden', (pointer) => !isVisible(evaluation, pointer)),
    ...wrong(expects.required, 'required', (pointer) => isRequired(evaluation, category, pointer)),
    ...Object.entries(expects.values ?? {}).flatMap(([pointer, value]) =>
      valueFailures(evaluation, pointer, value, phrase),
    ),
  ];
}

function valueFailures(evaluation: Evaluation, pointer: string, expected: Json, phrase: Phrase): string[] {
  const found = valueAt(evaluation.values, segmentsOf(pointer)) ?? null;
  if (contentHash(found) === contentHash(expected)) return [];
  return [phrase('value', { pointer, found: JSON.stringify(found), expected: JSON.stringify(expected) })];
}

/** Visible with everything that it stands in. Slots are named as `section/[row/]slot` after the slash. */
function isVisible(evaluation: Evaluation, pointer: string): boolean {
  const slot = evaluation.slots[pointer.slice(1)];
  if (slot !== undefined) return slot.visible;
  const segments = segmentsOf(pointer);
  if (evaluation.sections[segments[0] ?? '']?.visible !== true) return false;
  return segments.every((_segment, depth) => {
    const above = `/${segments.slice(0, depth + 1).join('/')}`;
    return evaluation.fields[above]?.visible !== false;
  });
}

function isRequired(
  evaluation: Evaluation,
  category: CompiledCategory | undefined,
  pointer: string,
): boolean {
  const state = evaluation.fields[pointer] ?? evaluation.slots[pointer.slice(1)];
  if (state !== undefined) return state.required;
  const [id = '', ...path] = segmentsOf(pointer);
  const section = category?.bySection[id];
  if (section === undefined || !isVisible(evaluation, pointer)) return false;
  if (section.kind === 'grid') return section.items.some((item) => item.id === path[1] && item.required);
  const group = schemaAt(section, path.slice(0, -1));
  return group?.required?.includes(path.at(-1) ?? '') ?? false;
}

function sheetFailures(expects: Expected, render: (sheet: string) => string, phrase: Phrase): string[] {
  return Object.entries(expects.sheets ?? {}).flatMap(([sheet, { shows = [], omits = [] }]) => {
    const text = unescapeHtml(render(sheet));
    const missing = shows
      .filter((part) => !text.includes(part))
      .map((part) => phrase('lacks', { sheet, part }));
    const found = omits.filter((part) => text.includes(part)).map((part) => phrase('shows', { sheet, part }));
    return [...missing, ...found];
  });
}

function sizeFailures(
  expects: Expected,
  measure: (sheet: string) => ReturnType<SheetMeasure>,
  phrase: Phrase,
): string[] {
  return Object.entries(expects.sheets ?? {}).flatMap(([sheet, { pages, fontSize }]) => {
    if (pages === undefined && fontSize === undefined) return [];
    const measured = measure(sheet);
    if (measured === undefined) return [phrase('unmeasured', { sheet })];
    const found = String(measured.fontSize);
    return [
      ...(pages !== undefined && !measured.fits ? [phrase('tooLong', { sheet })] : []),
      ...(fontSize !== undefined && !isWithin(measured.fontSize, fontSize)
        ? [phrase('size', { sheet, found, expected: fontSize })]
        : []),
    ];
  });
}

function isWithin(size: number, bound: string): boolean {
  const [sign, limit] = bound.split(' ');
  return sign === '>=' ? size >= Number(limit) : size <= Number(limit);
}

/** Every text that the template is given, of visible sections. */
function viewTexts(edition: CompiledEdition): SheetRenderer {
  return (sheet, application, facts) => textsIn(sheetTexts(edition, application, facts, sheet)).join('\n');
}

/** The texts that a sheet's template is given, of visible sections, nested as they stand. */
export function sheetTexts(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheet: string,
): object {
  const view = present(edition, application, facts, sheet);
  const visible = Object.entries(view.sections).filter(([, section]) => section.visible);
  return [view.sheet, view.cycle, view.category, view.unit, Object.fromEntries(visible)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}
