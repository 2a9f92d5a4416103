import { checkLogic } from '#core/compile/index.ts';
import type { Check } from '../../context.ts';

/** An expression that can never be computed: unknown operators, wrong number of operands, too large, unsafe patterns. */
export const malformedLogic: Check = {
  code: 'malformed-logic',
  run: ({ logics }) =>
    logics.flatMap(({ logic, pointer }) =>
      checkLogic(logic).map((problem) => ({
        at: pointer + problem.pointer,
        message: `The expression ${problem.message}`,
        hint: problem.hint,
      })),
    ),
};
