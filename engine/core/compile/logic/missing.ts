import type { Json, Logic } from '#core/model/index.ts';
import { isAnswered, readPath, splitPath } from '#core/vocabulary/index.ts';
import { literalText } from './shape.ts';

/** Which of these paths are unanswered in the data. */
export function missingPaths(data: Json, paths: readonly Logic[]): string[] {
  const names = paths.flat().map((path) => literalText(path, 'missing'));
  return names.filter((name) => !isAnswered(readPath(data, splitPath(name))));
}
