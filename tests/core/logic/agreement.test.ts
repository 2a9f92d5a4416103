import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLogic, compileLogic } from '#core/compile/logic/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { compiled, interpreted, outcomeOf } from '../../rules/support/drivers.ts';
import { operatorsIn, scope } from '../../rules/support/tables.ts';
import { arbitrary } from './arbitrary.ts';

const RUNS = { numRuns: 3_000 };
const clean = arbitrary.logic.filter((logic) => checkLogic(logic).length === 0);

describe('compiled and interpreted logic', () => {
  it('agree on every value and on what cannot be computed', () => {
    fc.assert(
      fc.property(clean, arbitrary.data, (logic, data) => {
        expect(compiled(logic, data, scope)).toEqual(interpreted(logic, data, scope));
      }),
      RUNS,
    );
  });

  it('agree when one closure goes from data to data, whatever failed before', () => {
    fc.assert(
      fc.property(clean, fc.array(arbitrary.data, { minLength: 2, maxLength: 4 }), (logic, rows) => {
        const { run } = compileLogic(logic, scope);
        for (const data of [...rows, ...rows])
          expect(outcomeOf(() => run(data))).toEqual(interpreted(logic, data, scope));
      }),
      { numRuns: 1_000 },
    );
  });

  it('do not change the data', () => {
    fc.assert(
      fc.property(clean, arbitrary.data, (logic, data) => {
        const before = structuredClone(data);
        compiled(logic, data, scope);
        expect(data).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('compile everything that passes the check', () => {
    fc.assert(
      fc.property(arbitrary.logic, (logic) => {
        if (checkLogic(logic).length === 0) compileLogic(logic, scope);
      }),
      RUNS,
    );
  });

  it('are tried on every operator, with values and with errors', () => {
    const seen = new Map<string, Set<string>>();
    for (const [logic, data] of fc.sample(fc.tuple(clean, arbitrary.data), { ...RUNS, seed: 7 })) {
      const outcome = 'error' in compiled(logic, data, scope) ? 'error' : 'value';
      for (const name of operatorsIn(logic)) seen.set(name, (seen.get(name) ?? new Set()).add(outcome));
    }
    expect([...seen.keys()].sort()).toEqual([...operators.keys()].sort());
    expect([...seen.values()].filter((outcomes) => outcomes.has('value')).length).toBe(operators.size);
  });
});
