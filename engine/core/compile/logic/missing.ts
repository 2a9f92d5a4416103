import type { Json, Logic } from '#core/model/index.ts';
import { isAnswered, type OperatorContext, payValue, readPath, splitPath } from '#core/vocabulary/index.ts';
import { literalText } from './shape.ts';

/** Which of these paths are unanswered in the data. */
export function missingPaths(data: Json, paths: readonly Logic[], context: OperatorContext): string[] {
  const names = paths.flat().map((path) => literalText(path, 'missing'));
  return names.filter((name) => {
    const value = readPath(data, splitPath(name));
    payValue(value, context);
    return !isAnswered(value);
  });
}
