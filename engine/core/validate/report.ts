import { ownChoices } from '#core/form/index.ts';
import { interpolate, pointer } from '#core/json/index.ts';
import type { AnswerProblem, CompiledSection, FieldSchema, Json, Severity } from '#core/model/index.ts';
import type { ProblemWords } from './locales/index.ts';
import { locateField } from './location.ts';

/** What a check has found; the report adds its place and message. */
export type Finding = {
  section: CompiledSection;
  /** The section's value, to name the row. */
  value: Json | undefined;
  /** Keys from the section downwards. */
  segments: string[];
  code: string;
  /** The name of a sentence that says more than the code's, and more than the field's own. */
  why?: string;
  params?: Record<string, Json>;
  rule?: string;
  slot?: string;
  /** In place of the title of the field. */
  title?: string;
  message?: string;
  severity?: Severity;
  source?: string | undefined;
};

/** Collects problems in the form's words; the same problem is listed once. */
export type Report = { add(finding: Finding): void; problems: AnswerProblem[] };

/** An empty report in a locale's words. */
export function openReport(words: ProblemWords): Report {
  const problems: AnswerProblem[] = [];
  const known = new Set<string>();
  const add = (finding: Finding): void => {
    const problem = problemOf(finding, words);
    const key = keyOf(problem);
    if (known.has(key)) return;
    known.add(key);
    problems.push(problem);
  };
  return { add, problems };
}

/** What problems are told apart by. */
export function keyOf({ path, code, rule = '', slot = '', row = '' }: AnswerProblem): string {
  return `${path}\n${code}\n${rule}\n${slot}\n${row}`;
}

function problemOf(finding: Finding, words: ProblemWords): AnswerProblem {
  const { section, code, segments } = finding;
  const { title, place, field, row } = locateField(section, finding.value, segments, words);
  const params = { title: finding.title ?? title, ...finding.params };
  const known = finding.why === undefined ? undefined : words.messages[finding.why];
  const sentence =
    finding.message ?? known ?? field?.messages?.[code] ?? sentenceOf(code, field ?? {}, words);
  const source = finding.source ?? field?.source;
  // Its parts in this order, those that it has: written one by one, which takes half as long as spreading them.
  const problem: Partial<AnswerProblem> = {
    path: `/${section.id}${pointer(...segments)}`,
    section: section.id,
  };
  if (row !== undefined) problem.row = row;
  problem.code = code;
  if (finding.rule !== undefined) problem.rule = finding.rule;
  if (finding.slot !== undefined) problem.slot = finding.slot;
  problem.params = params;
  problem.place = place;
  problem.message = finding.rule === undefined ? interpolate(sentence, params) : sentence;
  problem.severity = finding.severity ?? 'block';
  if (source !== undefined) problem.source = source;
  return problem as AnswerProblem;
}

/** An answer is chosen where the form offers a list, else written. */
function isChosen(field: FieldSchema): boolean {
  return field.code !== undefined || ownChoices(field) !== undefined || field.type === 'boolean';
}

function isNumber({ type }: FieldSchema): boolean {
  return type === 'number' || type === 'integer';
}

function sentenceOf(code: string, field: FieldSchema, words: ProblemWords): string {
  if (code === 'required' && isChosen(field)) return words.messages.choose ?? code;
  if (code === 'type' && isNumber(field)) return words.messages.number ?? code;
  return words.messages[code] ?? code;
}
