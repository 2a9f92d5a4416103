import { evaluating, inputKey } from '#core/compile/index.ts';
import {
  type CaseScope,
  type Evaluation,
  evaluationOf,
  type ResolvedAnswers,
  resolveAnswers,
  resolveCategory,
} from '#core/evaluate/index.ts';
import type { AnswerProblem, Application, CompiledEdition, Facts, JsonObject } from '#core/model/index.ts';
import { checkComputed } from './computed.ts';
import { problemWords } from './locales/index.ts';
import { openReport } from './report.ts';
import { checkFormRules } from './rules.ts';
import { checkingOf, checkSection } from './section.ts';

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
  const report = openReport(problemWords(edition.definition.programme.locale));
  const checking = checkingOf(edition, application, resolved, report);
  for (const section of category.sections) checkSection(section, checking);
  checkFormRules(category.rules, resolved, report);
  checkComputed(resolved, report);
  return report.problems;
}
