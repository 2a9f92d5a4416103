import { checkLogic, type LogicProblem } from '#core/compile/index.ts';
import type { Check } from '../../context.ts';
import type { Finding, Hint } from '../../report/index.ts';

function sentenceOf({ code, params }: LogicProblem): NonNullable<Finding['sentence']> {
  return code === 'arity' && params.least !== params.most
    ? 'malformed-logic.arity.range'
    : `malformed-logic.${code}`;
}

/** The word that was meant, or the operator that reads what was written. */
function hintFor({ code, params, meant }: LogicProblem): Hint | undefined {
  if (meant !== undefined) return { sentence: 'meant', params: { word: meant } };
  return code === 'not-literal' && params.operator === 'var' ? { sentence: 'get' } : undefined;
}

/** An expression that can never be computed: unknown operators, wrong number of operands, too large, unsafe patterns. */
export const malformedLogic: Check = {
  code: 'malformed-logic',
  run: ({ logics }) =>
    logics.flatMap(({ logic, pointer }) =>
      checkLogic(logic).map((problem) => ({
        at: pointer + problem.pointer,
        sentence: sentenceOf(problem),
        params: problem.params,
        hint: hintFor(problem),
      })),
    ),
};
