import { describe, expect, it } from 'vitest';
import { compileLogic, scopeOf } from '#core/compile/index.ts';
import { factsOf } from '#core/facts/index.ts';
import { asObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import { runCase } from '#core/validate/index.ts';
import { renderSheet, sheetSize } from '#server/print/index.ts';
import { CATEGORIES, compile, loadEdition } from './edition.ts';

const loaded = await loadEdition();
const { definition } = loaded;
const edition = compile(loaded);

describe('the folder', () => {
  it('assembles, and lint finds nothing', () => {
    expect(lint(loaded).filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('has a complete application and five refused ones for each category', () => {
    for (const category of CATEGORIES) {
      const own = definition.cases.filter((one) => one.category === category);
      expect(own.some((one) => one.expects.valid === true && one.expects.only === true)).toBe(true);
      expect(own.filter((one) => one.expects.valid === false).length).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('cases', () => {
  it.each(definition.cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const { failures } = runCase(
      edition,
      one,
      definition.cases,
      (sheet, application, facts) => renderSheet(edition, application, facts, sheet),
      (sheet, application, facts) => sheetSize(edition, application, facts, sheet),
    );
    expect(failures).toEqual([]);
  });
});

describe('named expressions', () => {
  const scope = scopeOf(definition);
  const examples = definition.expressions.flatMap((expression) =>
    (expression.cases ?? []).map((example) => ({
      expression,
      example,
      title: `${expression.id}: ${example.name}`,
    })),
  );

  const facts = factsOf(definition.edition);

  it.each(examples)('$title', ({ expression, example }) => {
    const cycle = asObject(example.data?.cycle);
    const args = expression.params.map((name) => ({ var: `given.${name}` }));
    expect(
      compileLogic({ use: [expression.id, ...args] }, scope).run({
        ...example.data,
        cycle: { ...cycle, facts: { ...facts, ...asObject(cycle.facts) } },
        given: example.params ?? {},
      }),
    ).toEqual(example.expects);
  });

  it('each have examples', () => {
    expect(definition.expressions.filter((expression) => !expression.cases?.length)).toEqual([]);
  });
});
