import type { Evaluation } from '#core/evaluate/index.ts';
import { sameJson } from '#core/json/index.ts';
import type { AnswerProblem, Json, JsonObject } from '#core/model/index.ts';
import { type Findings, ruleProblems } from './findings.ts';
import { keyOf } from './report.ts';

/** What is different after an answer has changed; what is gone is null. */
export type Changes = {
  /** The answers as evaluated, by section. */
  values: JsonObject;
  sections: Evaluation['sections'];
  fields: Named<Evaluation['fields']>;
  slots: Named<Evaluation['slots']>;
  problems: { found: AnswerProblem[]; gone: AnswerProblem[] };
};

type Named<T> = { [K in keyof T]: T[K] | null };

/** A session at one moment. */
type Moment = { resolved: { values: JsonObject }; found: Findings; cut: AnswerProblem[] };

/** What differs between two moments; parts that are the same object are not looked into. */
export function differences(before: Moment, after: Moment): Changes {
  const changes: Changes = {
    values: {},
    sections: {},
    fields: {},
    slots: {},
    problems: { found: [], gone: [] },
  };
  compare(before.resolved.values, after.resolved.values, changes.values);
  for (const [id, now] of Object.entries(after.found.sections)) {
    const then = before.found.sections[id];
    if (then === undefined || then === now) continue;
    if (!sameJson(then.state, now.state)) changes.sections[id] = now.state;
    compare(then.fields, now.fields, changes.fields);
    compare(then.slots, now.slots, changes.slots);
    compareProblems(then.problems, now.problems, changes.problems);
  }
  compareProblems(ofForm(before), ofForm(after), changes.problems);
  return changes;
}

const ofForm = ({ found, cut }: Moment): AnswerProblem[] => [...ruleProblems(found), ...cut];

type Part = Json | undefined;

/** Parts by name: those that are other now, and null for those that are gone. */
function compare(
  before: Record<string, Part>,
  after: Record<string, Part>,
  changes: Record<string, Part>,
): void {
  for (const name of Object.keys(after))
    if (!sameJson(before[name], after[name])) changes[name] = after[name];
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changes[name] = null;
}

function compareProblems(
  before: AnswerProblem[],
  after: AnswerProblem[],
  { found, gone }: Changes['problems'],
): void {
  if (before.length === 0 && after.length === 0) return;
  const known = new Map(before.map((problem) => [keyOf(problem), problem]));
  for (const problem of after) {
    const key = keyOf(problem);
    if (!sameJson(known.get(key), problem)) found.push(problem);
    else known.delete(key);
  }
  gone.push(...known.values());
}
