import { schemaAt } from '#core/form/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { AnswerProblem, CompiledCategory } from '#core/model/index.ts';
import type { Cause } from '#server/services/ground/index.ts';

/**
 * What a problem rests on, in the form's words alone: which rule, at which field, by which clause. Sentences that a check
 * makes of answers stay out of it.
 */
export function causeOf(category: CompiledCategory, problem: AnswerProblem): Cause {
  const { code, rule = '', path, message, source = '' } = problem;
  return {
    ...{ code, rule, path: withoutRows(path) },
    place: titleAt(category, path),
    message: rule === '' ? '' : message,
    source,
  };
}

/** The titles of the section and of the field that a path leads to. */
export function titleAt(category: CompiledCategory, path: string): string {
  const [id = '', ...segments] = segmentsOf(path);
  const section = category.bySection[id];
  if (!section) return id;
  const field = segments.length === 0 ? undefined : schemaAt(section, segments)?.title;
  return [section.definition.title, field].filter((one) => one !== undefined).join(' · ');
}

const withoutRows = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '');
