import { patternProblem } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/** A pattern that is no regular expression, is too long, or can take exponential time on hostile text. */
export const unsafePattern: Check = {
  code: 'unsafe-pattern',
  run: ({ fields }) =>
    fields.flatMap(({ schema: { pattern }, pointer }) => {
      const problem = pattern === undefined ? null : patternProblem(pattern);
      return problem === null ? [] : [{ at: `${pointer}/pattern`, params: { fault: problem } }];
    }),
};
