import {
  atNoSection,
  type Evaluation,
  type ResolvedAnswers,
  sectionState,
  sectionStates,
} from '#core/evaluate/index.ts';
import type {
  Affected,
  AnswerProblem,
  Application,
  CompiledEdition,
  CompiledRule,
  CompiledSection,
} from '#core/model/index.ts';
import { problemWords } from './locales/index.ts';
import { keyOf, openReport } from './report.ts';
import { checkFormRules } from './rules.ts';
import { checkingOf, checkSection } from './section.ts';

/** What may be done in a section, and what is wrong there. */
type SectionFindings = States & { problems: AnswerProblem[] };

/** What was found: in each section, by its id, and of the rules of the whole form. */
export type Findings = {
  sections: Readonly<Record<string, SectionFindings>>;
  rules: ReadonlyMap<CompiledRule, AnswerProblem[]>;
};

type Case = { edition: CompiledEdition; application: Application; resolved: ResolvedAnswers };

const nothing: Findings = { sections: {}, rules: new Map() };

/**
 * What is found in these sections and of these rules; of the others it stays what was found before. All states come
 * before all checks, as in the whole: where rules take too much, the same ones are cut.
 */
export function findingsOf(
  at: Case,
  { touched, rules }: Pick<Affected, 'touched' | 'rules'>,
  before: Findings = nothing,
): Findings {
  const sections = { ...before.sections };
  const found = new Map(before.rules);
  const states = touched.map((section) => [section, statesOf(section, at)] as const);
  for (const [section, of] of states) sections[section.id] = { ...of, problems: problemsOf(section, at) };
  for (const rule of rules) found.set(rule, brokenRule(rule, at));
  atNoSection(at.resolved);
  return { sections, rules: found };
}

type States = Pick<Evaluation, 'fields' | 'slots' | 'errors'> & { state: Evaluation['sections'][string] };

function statesOf(section: CompiledSection, { resolved }: Case): States {
  const [fields, slots, errors]: [States['fields'], States['slots'], States['errors']] = [{}, {}, []];
  const at = { ...resolved, errors };
  const state = sectionState(section, at);
  sectionStates(section, at, fields, slots);
  return { state, fields, slots, errors };
}

/** What cannot be computed here has been found by the states already, or does not belong to the evaluation. */
function problemsOf(section: CompiledSection, { edition, application, resolved }: Case): AnswerProblem[] {
  const report = openReport(problemWords(edition.definition.programme.locale));
  checkSection(section, checkingOf(edition, application, { ...resolved, errors: [] }, report));
  return report.problems;
}

function brokenRule(rule: CompiledRule, { edition, resolved }: Case): AnswerProblem[] {
  const report = openReport(problemWords(edition.definition.programme.locale));
  checkFormRules([rule], resolved, report);
  return report.problems;
}

/** All problems, in the order of sections and rules. */
export function problemsFound({ sections, rules }: Findings): AnswerProblem[] {
  return [
    ...Object.values(sections).flatMap(({ problems }) => problems),
    ...ruleProblems({ sections, rules }),
  ];
}

/** Problems of the form's own rules; one that a section has reported under the same name there is the same. */
export function ruleProblems({ sections, rules }: Findings): AnswerProblem[] {
  const isKnown = (problem: AnswerProblem): boolean =>
    sections[problem.section]?.problems.some((other) => keyOf(other) === keyOf(problem)) ?? false;
  return [...rules.values()].flat().filter((problem) => !isKnown(problem));
}
