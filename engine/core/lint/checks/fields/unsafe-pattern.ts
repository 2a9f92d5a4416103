import { PATTERN_TEXT, patternProblem } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A pattern that is no regular expression, is too long, can take exponential time on hostile text, or is tried on more text than that holds for. */
export const unsafePattern: Check = {
  code: 'unsafe-pattern',
  run: ({ fields }) =>
    fields.flatMap(({ schema: { pattern, maxLength = 0 }, pointer }): Finding[] => {
      const problem = pattern === undefined ? null : patternProblem(pattern);
      if (problem !== null) return [{ at: `${pointer}/pattern`, params: { fault: problem } }];
      if (pattern === undefined || maxLength <= PATTERN_TEXT) return [];
      const params = { length: maxLength, most: PATTERN_TEXT };
      return [{ at: `${pointer}/maxLength`, sentence: 'unsafe-pattern.text', params }];
    }),
};
