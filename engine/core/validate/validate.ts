import { evaluating, inputKey } from '#core/compile/index.ts';
import {
  atSection,
  type CaseScope,
  type Evaluation,
  evaluationOf,
  type ResolvedAnswers,
  resolveAnswers,
  resolveCategory,
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
import { checkComputed } from './computed.ts';
import { checkEnded } from './ended.ts';
import { type ProblemWords, problemWords } from './locales/index.ts';
import { checkOptions } from './options.ts';
import { checkPrints } from './prints.ts';
import { openReport, type Report } from './report.ts';
import { requireAlways, requireConditional, requireItems } from './required.ts';
import { checkNone, checkRowIds, checkStrikes } from './rows.ts';
import { checkCategoryRules, checkRules } from './rules.ts';
import { checkSafety } from './safety-check.ts';
import { schemaErrors } from './schema-errors.ts';
import { checkSlots } from './slots.ts';

/**
 * Everything that is wrong with an application, at once, in the form's words. What is hidden counts for nothing.
 * Pure. Throws when the edition does not have the application's category or was compiled without validators.
 */
export function validate(edition: CompiledEdition, application: Application, facts: Facts): AnswerProblem[] {
  return evaluating(edition.scope, () =>
    validateResolved(edition, resolveAnswers(edition, application, facts), application),
  );
}

/**
 * `evaluate` and `validate` of the same moment, as a page asks for after each change: the answers are resolved once
 * for both. Throws as `validate` does.
 */
export function evaluateAndValidate(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): { evaluation: Evaluation; problems: AnswerProblem[] } {
  return evaluating(edition.scope, () => {
    const resolved = resolveAnswers(edition, application, facts);
    const evaluation = evaluationOf(resolved);
    return { evaluation, problems: validateResolved(edition, resolved, application) };
  });
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
  caseScope: CaseScope = { application: {} },
): AnswerProblem[] {
  const form = edition.inputs[inputKey(route, event)];
  if (form === undefined) throw new Error(`Route '${route}' has no event '${event}'`);
  const application = { category: form.definition.id, sections: { input }, files: [], strikes: [] };
  return evaluating(edition.scope, () =>
    validateResolved(edition, resolveCategory(edition, form, application, facts, caseScope), application),
  );
}

/** `validate` of answers that are resolved already; `application` is what they were resolved from. */
export function validateResolved(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
): AnswerProblem[] {
  return evaluating(edition.scope, () => problemsOf(edition, resolved, application));
}

function problemsOf(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
): AnswerProblem[] {
  const { category } = resolved;
  const words = problemWords(edition.definition.programme.locale);
  const report = openReport(words);
  for (const section of category.sections) {
    if (resolved.values[section.id] === undefined) continue;
    checkSection(edition, section, resolved, application, words, report);
  }
  checkCategoryRules(category, resolved, report);
  checkComputed(resolved, report);
  return report.problems;
}

function checkSection(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  words: ProblemWords,
  report: Report,
): void {
  const value = resolved.values[section.id] ?? null;
  const data = atSection(resolved, section.id);
  checkAnswers(section, value, resolved, data, words, report);
  checkOptions(edition, section, resolved, data, report);
  checkEnded(edition, section, resolved, report);
  checkRowIds(section, value, report);
  checkNone(section, application.sections[section.id], report, words);
  checkSlots(section, resolved, data, report);
  checkPrints(edition, section, resolved, application, report);
  checkSafety(edition, section, resolved, application, report);
  checkStrikes(section, resolved, application.strikes, report);
  checkRules(section, resolved, data, report);
}

/** The fast path is one call; only where it fails the second pass finds out why. */
function checkAnswers(
  section: CompiledSection,
  value: Json,
  resolved: ResolvedAnswers,
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
  requireConditional(section, resolved, data, missing);
  requireItems(section, resolved, data, !accepted, missing);
}
