import { inputKey } from '#core/compile/index.ts';
import {
  type Around,
  atSection,
  type Evaluation,
  evaluationOf,
  type Settled,
  settle,
  settleCategory,
} from '#core/evaluate/index.ts';
import type {
  AnswerProblem,
  Application,
  CompiledEdition,
  CompiledSection,
  Facts,
  Json,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import { type ProblemWords, problemWords } from './locales/index.ts';
import { checkOptions } from './options.ts';
import { checkPrints } from './prints.ts';
import { openReport, type Report } from './report.ts';
import { requireAlways, requireConditional, requireItems } from './required.ts';
import { checkRowIds, checkStrikes } from './rows.ts';
import { checkCategoryRules, checkRules } from './rules.ts';
import { schemaErrors } from './schema-errors.ts';
import { checkSlots } from './slots.ts';

/**
 * Everything that is wrong with an application, at once, in the form's words. What is hidden counts for nothing.
 * Pure. Throws when the edition does not have the application's category or was compiled without validators.
 */
export function validate(edition: CompiledEdition, application: Application, facts: Facts): AnswerProblem[] {
  return problemsOf(edition, settle(edition, application, facts), application);
}

/**
 * `evaluate` and `validate` of the same moment, as a page asks for after each change: settled once for both.
 * Throws as `validate` does.
 */
export function evaluateAndValidate(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): { evaluation: Evaluation; problems: AnswerProblem[] } {
  const settled = settle(edition, application, facts);
  const evaluation = evaluationOf(settled);
  return { evaluation, problems: problemsOf(edition, settled, application) };
}

/**
 * Everything that is wrong with what somebody has filled in for an event; paths begin with `/input`. An event that
 * asks for nothing takes only an empty input. Its conditions read the input, the case, and what is `around` it: the
 * application's answers as evaluated, and the desk that fires. Throws as `validate` does.
 */
export function validateInput(
  edition: CompiledEdition,
  route: string,
  event: string,
  input: JsonObject,
  facts: Facts,
  around: Around = { application: {} },
): AnswerProblem[] {
  const form = edition.inputs[inputKey(route, event)];
  if (form === undefined) throw new Error(`Route '${route}' has no event '${event}'`);
  const application = { category: form.definition.id, sections: { input }, files: [], strikes: [] };
  return problemsOf(edition, settleCategory(edition, form, application, facts, around), application);
}

function problemsOf(edition: CompiledEdition, settled: Settled, application: Application): AnswerProblem[] {
  const { category } = settled;
  const words = problemWords(edition.definition.programme.locale);
  const report = openReport(words);
  for (const section of category.sections) {
    if (settled.values[section.id] === undefined) continue;
    checkSection(edition, section, settled, application, words, report);
  }
  checkCategoryRules(category, settled, report);
  return report.problems;
}

function checkSection(
  edition: CompiledEdition,
  section: CompiledSection,
  settled: Settled,
  application: Application,
  words: ProblemWords,
  report: Report,
): void {
  const value = settled.values[section.id] ?? null;
  const data = atSection(settled, section.id);
  checkAnswers(section, value, settled, data, words, report);
  checkOptions(edition, section, settled, data, report);
  checkRowIds(section, value, report);
  checkSlots(section, settled, data, report);
  checkPrints(edition, section, settled, application, report);
  checkStrikes(section, settled, application.strikes, report);
  checkRules(section, settled, data, report);
}

/** The fast path is one call: only where it fails does the second pass say why. */
function checkAnswers(
  section: CompiledSection,
  value: Json,
  settled: Settled,
  data: RuleData,
  words: ProblemWords,
  report: Report,
): void {
  const missing = (segments: string[]): void => report.add({ section, value, segments, code: 'required' });
  const accepted = section.accepts(value);
  if (!accepted) {
    requireAlways(section, value, missing);
    for (const finding of schemaErrors(section, value, words)) report.add(finding);
  }
  requireConditional(section, settled, data, missing);
  requireItems(section, settled, data, !accepted, missing);
}
