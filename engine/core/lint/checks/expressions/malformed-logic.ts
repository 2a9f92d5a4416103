import { checkLogic, type LogicProblem } from '#core/compile/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Logic } from '#core/model/index.ts';
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

/** What is wrong with an expression depends on nothing else. */
function problemsOf(logic: Logic, memory: Memory): LogicProblem[] {
  if (typeof logic !== 'object' || logic === null) return checkLogic(logic);
  return memory.once(logic, 'malformed', [], () => checkLogic(logic));
}

/** An expression that can never be computed: unknown operators, wrong number of operands, too large, unsafe patterns. */
export const malformedLogic: Check = {
  code: 'malformed-logic',
  run: ({ logics, memory }) =>
    logics.flatMap(({ logic, pointer }) =>
      problemsOf(logic, memory).map((problem) => ({
        at: pointer + problem.pointer,
        sentence: sentenceOf(problem),
        params: problem.params,
        hint: hintFor(problem),
      })),
    ),
};
