import jsonLogic from 'json-logic-js';
import { describe, expect, it, vi } from 'vitest';
import { compileLogic, interpret } from '#core/compile/logic/index.ts';
import type { Logic, LogicScope } from '#core/model/index.ts';
import { compiled, drivers, interpreted } from '../../rules/support/drivers.ts';
import { scope } from '../../rules/support/tables.ts';

const numbers = (length: number) => Array.from({ length }, (_, index) => index);
const element = { var: '' };

describe('the trace', () => {
  it('says why: operators with their values, paths that were read', () => {
    const { value, trace } = interpret(
      { and: [{ '>=': [{ var: 'row.n' }, 3] }, true] },
      { row: { n: 2 } },
      scope,
    );
    expect(value).toBe(false);
    expect(trace).toEqual({
      operator: 'and',
      value: false,
      args: [
        {
          operator: '>=',
          value: false,
          args: [
            { operator: 'var', path: 'row.n', value: 2, args: [] },
            { operator: null, value: 3, args: [] },
          ],
        },
      ],
    });
  });

  it('carries an error from its origin to the whole', () => {
    const { value, trace } = interpret({ '!': [{ '+': [{ var: 'a' }, 1] }] }, { a: 'x' }, scope);
    expect(value).toBeNull();
    expect(trace.error).toContain('numbers');
    expect(trace.args[0]?.error).toBe(trace.error);
    expect(trace.args[0]?.args[0]).toEqual({ operator: 'var', path: 'a', value: 'x', args: [] });
  });

  it('shows the inside of named expressions', () => {
    const { trace } = interpret({ use: ['double', 4] }, {}, scope);
    expect(trace.args.at(-1)).toMatchObject({
      operator: '*',
      value: 8,
      args: [{ path: 'params.n', value: 4 }, { value: 2 }],
    });
  });

  it('does not repeat an answer in the words of an error', () => {
    const { trace } = interpret({ '+': [{ var: 'secret' }, 1] }, { secret: 'do not tell' }, scope);
    expect(trace.error).not.toContain('do not tell');
  });
});

describe('the library behind it', () => {
  it('is restored, whatever happened', () => {
    const before = jsonLogic.apply;
    interpreted({ '+': ['x', 1] }, {}, scope);
    expect(() => interpret({ log: 'x' }, {}, scope)).toThrow('no operator "log"');
    expect(jsonLogic.apply).toBe(before);
    expect(jsonLogic.apply({ '+': ['1', 2] })).toBe(3);
  });

  it('cannot change what our operators do', () => {
    jsonLogic.add_operation('==', () => 'taken over');
    try {
      expect(interpreted({ '==': [1, 1] }, {}, scope)).toEqual({ value: true });
    } finally {
      jsonLogic.add_operation('==', (a: unknown, b: unknown) => a === b);
    }
  });

  it('logs nothing', () => {
    const written = vi.spyOn(console, 'log');
    expect(() => interpret({ log: 'secret' }, {}, scope)).toThrow();
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });
});

describe.each(Object.entries(drivers))('limits: %s', (_driver, evaluate) => {
  // An element costs a step, each operator of what is done with it another, and so does what is handed on.
  it.each<[string, Logic, number]>([
    ['map', { map: [{ var: 'l' }, element] }, 99_999],
    ['filter', { filter: [{ var: 'l' }, true] }, 149_999],
    ['some', { some: [{ var: 'l' }, false] }, 299_998],
    ['none', { none: [{ var: 'l' }, false] }, 299_998],
    ['all', { all: [{ var: 'l' }, true] }, 299_998],
    ['reduce', { reduce: [{ var: 'l' }, { var: 'accumulator' }, 0] }, 149_998],
  ])('allows %s 300,000 steps and no more', (_, walk, most) => {
    expect('value' in evaluate(walk, { l: numbers(most) }, scope)).toBe(true);
    expect(evaluate(walk, { l: numbers(most + 1) }, scope)).toEqual({ error: true });
  });

  it('counts nested iterations together', () => {
    const nested: Logic = { map: [{ var: 'l' }, { map: [{ var: 'm' }, element] }] };
    const rows = (count: number) => ({ l: numbers(count).map(() => ({ m: numbers(100) })) });
    expect('value' in evaluate(nested, rows(983), scope)).toBe(true);
    expect(evaluate(nested, rows(984), scope)).toEqual({ error: true });
  });

  it('starts again with every evaluation', () => {
    const walk = { map: [{ var: 'l' }, element] };
    for (let time = 0; time < 3; time += 1) {
      expect('value' in evaluate(walk, { l: numbers(60_000) }, scope)).toBe(true);
    }
  });

  it('refuses expressions that use themselves', () => {
    const looping: LogicScope = {
      ...scope,
      expressions: { loop: { id: 'loop', title: 'Loop', params: [], logic: { use: 'loop' } } },
    };
    expect(() => evaluate({ use: 'loop' }, {}, looping)).toThrow('uses itself');
    expect(() => evaluate({ use: 'absent' }, {}, scope)).toThrow('"absent"');
  });
});

describe('compileLogic', () => {
  it('keeps the logic beside the closure', () => {
    const logic = { '!': [true] };
    expect(compileLogic(logic, scope).logic).toBe(logic);
  });

  it('computes what depends on no data only once', () => {
    const { run } = compileLogic({ merge: [[1], { '+': [1, 1] }] }, scope);
    expect(run({})).toBe(run({}));
  });

  it('throws for an error in literals when it is run, not when it is compiled', () => {
    expect(compiled({ year: 'x' }, {}, scope)).toEqual({ error: true });
  });
});
