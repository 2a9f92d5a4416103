import { patternProblem } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/** A pattern that is none, is too long, or can run away on hostile text. */
export const unsafePattern: Check = {
  code: 'unsafe-pattern',
  run: ({ fields }) =>
    fields.flatMap(({ schema: { pattern }, pointer }) => {
      const problem = pattern === undefined ? null : patternProblem(pattern);
      return problem === null ? [] : [{ at: `${pointer}/pattern`, message: `This pattern ${problem}` }];
    }),
};
