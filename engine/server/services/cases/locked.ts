import type { Evaluation } from '#core/evaluate/index.ts';
import type { AnswerProblem, CompiledSection } from '#core/model/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** Throws `section-locked` where nobody writes anything of the section now. */
export function refuseLocked(evaluation: Evaluation, { id, definition: { title } }: CompiledSection): void {
  if (evaluation.sections[id]?.readOnly)
    throw new Failure('conflict', 'section-locked', { params: { title } });
}

/** Problems of sections that can be written now: what is locked was handed in as it is. */
export const openProblems = (problems: AnswerProblem[], { sections }: Evaluation): AnswerProblem[] =>
  problems.filter(({ section }) => sections[section ?? '']?.readOnly !== true);
