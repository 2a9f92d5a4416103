import { checkLogic, compileLogic, scopeOf } from '#core/compile/index.ts';
import { exampleData, factsOf } from '#core/facts/index.ts';
import type { ExpressionDefinition, JsonObject, LogicScope } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { recursiveExpression } from './recursive-expression.ts';

/** An expression whose own examples come out differently. */
export const failingExpressionCase: Check = {
  code: 'failing-expression-case',
  run: (context) => {
    const { definition, memory } = context;
    const { codes, expressions, programme, edition } = definition;
    const facts = JSON.stringify(edition.facts ?? {});
    const read = [programme.timeZone, facts, ...codes, null, ...expressions];
    return memory.once(edition.cycle, 'failing expression cases', read, () => ofExpressions(context));
  },
};

function ofExpressions(context: LintContext): Finding[] {
  const { definition } = context;
  const sound = definition.expressions.every(({ logic }) => checkLogic(logic).length === 0);
  if (!sound || recursiveExpression.run(context).length > 0) return [];
  const scope = scopeOf(definition);
  const facts = factsOf(definition.edition);
  return definition.expressions.flatMap((expression, index) => failures(expression, index, scope, facts));
}

function failures(
  { logic, cases = [] }: ExpressionDefinition,
  index: number,
  scope: LogicScope,
  facts: JsonObject,
): Finding[] {
  return cases.flatMap(({ name, params = {}, data = {}, expects }, position): Finding[] => {
    const found = outcome(() => compileLogic(logic, scope).run({ ...exampleData(data, facts), params }));
    const wanted = JSON.stringify(expects);
    if (found.value === wanted) return [];
    const at = `/expressions/${index}/cases/${position}/expects`;
    if (found.problem === undefined) return [{ at, params: { name, wanted, found: found.value ?? '' } }];
    return [
      { at, sentence: 'failing-expression-case.error', params: { name, wanted, problem: found.problem } },
    ];
  });
}

function outcome(run: () => unknown): { value?: string; problem?: string } {
  try {
    return { value: JSON.stringify(run()) ?? 'null' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
