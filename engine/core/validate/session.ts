import { evaluating, leavesRoom, sectionOf, stepsTaken } from '#core/compile/index.ts';
import {
  type Evaluation,
  errorsOfSteps,
  firstErrors,
  type ResolvedAnswers,
  resolveAgain,
  resolveFirst,
} from '#core/evaluate/index.ts';
import { asObject, childAt, segmentsOf, withValue } from '#core/json/index.ts';
import type {
  Affected,
  AnswerProblem,
  Application,
  CompiledEdition,
  Facts,
  Json,
} from '#core/model/index.ts';
import { checkComputed } from './computed.ts';
import { type Changes, differences } from './differences.ts';
import { type Findings, findingsOf, problemsFound } from './findings.ts';
import { problemWords } from './locales/index.ts';
import { openReport } from './report.ts';

/**
 * An application that is being filled in: evaluated and validated once as a whole, then answer by answer. `update` puts
 * others in place of its parts; the parts themselves never change.
 */
export type Session = {
  readonly edition: CompiledEdition;
  readonly facts: Facts;
  application: Application;
  resolved: ResolvedAnswers;
  found: Findings;
  /** What does not pass because rules were cut: then the whole is computed each time. */
  cut: AnswerProblem[];
  /** The steps that the whole takes, or more. */
  steps: number;
};

/** Evaluates and validates an application whose answers will change. Throws as `validate` does. */
export function openSession(edition: CompiledEdition, application: Application, facts: Facts): Session {
  return evaluating(edition.scope, () => {
    const resolved = resolveFirst(edition, application, facts);
    const { sections, rules } = resolved.category;
    const found = findingsOf({ edition, application, resolved }, { touched: sections, rules });
    const cut = cutIn(edition, resolved);
    return { edition, facts, application, resolved, found, cut, steps: stepsTaken(edition.scope) };
  });
}

/**
 * Takes one answer, or takes it away (undefined), computes again what depends on it and nothing else, and gives what is
 * different now. `path` is a pointer into the sections: `/section/path`, `/section/index/path`. Where rules come close
 * to what they may take, the whole is computed again, as it is told only from the whole what is cut. Throws where the
 * category has no such section.
 */
export function update(session: Session, path: string, value: Json | undefined): Changes {
  const before = { ...session };
  const { edition, facts, application, resolved } = before;
  const segments = segmentsOf(path);
  const [section = ''] = segments;
  sectionOf(resolved.category, section);
  const sections = asObject(withValue(application.sections, segments, value));
  const next = { ...application, sections };
  const affected = resolved.category.affectedBy(changedAt(segments, application.sections, sections));
  Object.assign(session, advanced(session, next, affected) ?? openSession(edition, next, facts));
  return differences(before, session);
}

/** The keys as far as something stood there that others stand in: a row that is new changes its table. */
function changedAt(segments: string[], before: Json, after: Json): string[] {
  const [key, ...below] = segments;
  if (key === undefined) return [];
  const [then, now] = [childAt(before, key), childAt(after, key)];
  return holdsParts(then) && holdsParts(now) ? [key, ...changedAt(below, then, now)] : [key];
}

function holdsParts(value: Json | undefined): value is Json {
  return typeof value === 'object' && value !== null;
}

/**
 * All rules together are far from what they may take, so that none is cut for what the others have taken. The view of an
 * edition in another language may resolve the answers twice: the second time as they are written.
 */
function isBounded({ edition, cut, steps }: Pick<Session, 'edition' | 'cut' | 'steps'>): boolean {
  return cut.length === 0 && leavesRoom(edition.written === undefined ? steps : 2 * steps);
}

/** The session with other answers; null where the whole might be cut, before or after. */
function advanced(session: Session, application: Application, affected: Affected): Session | null {
  if (!isBounded(session)) return null;
  const { edition, facts, found, steps } = session;
  const next = evaluating(edition.scope, () => {
    const resolved = resolveAgain(session.resolved, edition, application, facts, affected);
    const now = findingsOf({ edition, application, resolved }, affected, found);
    const cut = cutIn(edition, resolved);
    return { application, resolved, found: now, cut, steps: steps + stepsTaken(edition.scope) };
  });
  const now = { edition, facts, ...next };
  return isBounded(now) ? now : null;
}

function cutIn({ definition }: CompiledEdition, resolved: ResolvedAnswers): AnswerProblem[] {
  const report = openReport(problemWords(definition.programme.locale));
  checkComputed({ ...resolved, errors: errorsOfSteps(resolved) }, report);
  return report.problems;
}

/** `evaluate` of the session's application as it is now. */
export function evaluationIn({ resolved, found }: Session): Evaluation {
  const { category, values, data } = resolved;
  const evaluation: Evaluation = {
    category: category.definition.id,
    values,
    sections: {},
    fields: {},
    slots: {},
    data,
    errors: errorsOfSteps(resolved),
  };
  for (const section of category.sections) {
    const { state, fields, slots, errors } = found.sections[section.id] ?? {};
    if (state !== undefined) evaluation.sections[section.id] = state;
    Object.assign(evaluation.fields, fields);
    Object.assign(evaluation.slots, slots);
    evaluation.errors.push(...(errors ?? []));
  }
  return { ...evaluation, errors: firstErrors(evaluation.errors) };
}

/** `validate` of the session's application as it is now. */
export function problemsIn({ found, cut }: Session): AnswerProblem[] {
  return [...problemsFound(found), ...cut];
}
