import { isObject } from '#core/json/index.ts';
import type { AnswerProblem, Json, JsonObject } from '#core/model/index.ts';

/**
 * The element that a problem points to has the problem's path as its id; a row stands there by its own id,
 * which does not change when rows move: `/study/r1/period`.
 */
export function anchorOf(problem: AnswerProblem): string {
  const slot = problem.slot ? `~${problem.slot}` : '';
  if (!problem.row) return `${problem.path}${slot}`;
  const [, section, , ...rest] = problem.path.split('/');
  return `${['', section, problem.row, ...rest].join('/')}${slot}`;
}

/** The rows of a table's value; anything else holds none. */
export const rowsOf = (value: Json | undefined): (JsonObject & { id: string })[] =>
  Array.isArray(value) ? value.filter(isRow) : [];

const isRow = (item: Json): item is JsonObject & { id: string } =>
  isObject(item) && typeof item.id === 'string';
