import { describe, expect, it } from 'vitest';
import { checkLogic, compileLogic, evaluating, interpret } from '#core/compile/logic/index.ts';
import { lint } from '#core/lint/index.ts';
import { RuleLimitError } from '#core/vocabulary/index.ts';
import { base, editionOf } from '../../lint/base.ts';
import { fixtures } from '../../lint/fixtures.ts';
import { hostileData, hostileDefinitions, hostileRules, scopeOfRule } from './hostile.ts';

const refused = hostileRules.filter((rule) => rule.refused !== undefined);
const cut = hostileRules.filter((rule) => rule.refused === undefined);

describe('a hostile rule', () => {
  it('stands in the table with sixty others', () => {
    expect(hostileRules.length + hostileDefinitions.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostileRules.map(({ name }) => name)).size).toBe(hostileRules.length);
  });

  it.each(refused)('is refused, with its place: $name', ({ logic, refused: code, pointer }) => {
    const found = checkLogic(logic).filter((problem) => problem.code === code);
    expect(found).not.toEqual([]);
    if (pointer !== undefined) expect(found.map((problem) => problem.pointer)).toContain(pointer);
  });

  it.each(cut)('that passes as a rule is cut: $name', (rule) => {
    expect(checkLogic(rule.logic)).toEqual([]);
    const scope = scopeOfRule(rule);
    const { run } = compileLogic(rule.logic, scope);
    expect(() => run(hostileData)).toThrow(RuleLimitError);
    expect(interpret(rule.logic, hostileData, scope).trace.error).toBeDefined();
  });

  it.each(cut)('is cut again and again, and leaves the next one its steps: $name', (rule) => {
    const scope = scopeOfRule(rule);
    const hostile = compileLogic(rule.logic, scope);
    const honest = compileLogic({ count: { map: [{ var: 'rows' }, { var: 'n' }] } }, scope);
    for (let time = 0; time < 2; time += 1) expect(() => hostile.run(hostileData)).toThrow(RuleLimitError);
    expect(honest.run(hostileData)).toBe(199);
  });

  it('takes the steps of all that are evaluated with it', () => {
    const rule = {
      name: '',
      logic: { count: { map: [{ merge: many('rows', 50) }, { '+': [{ var: 'n' }, 1] }] } },
    };
    const scope = scopeOfRule(rule);
    const { run } = compileLogic(rule.logic, scope);
    expect(run(hostileData)).toBe(10_000);
    const taken = evaluating(scope, () => count(() => evaluating(scope, () => run(hostileData))));
    expect(taken).toBeGreaterThan(5);
    expect(taken).toBeLessThan(30);
    expect(run(hostileData)).toBe(10_000);
  });
});

function many(path: string, times: number): { var: string }[] {
  return Array.from({ length: times }, () => ({ var: path }));
}

/** How often it runs until it is cut, and that it is cut ever after. */
function count(run: () => unknown): number {
  for (let times = 0; times < 1_000; times += 1) {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(RuleLimitError);
      expect(run).toThrow('together');
      return times;
    }
  }
  return Number.POSITIVE_INFINITY;
}

describe('a hostile definition', () => {
  it.each(hostileDefinitions)('is refused, with its file: $name', ({ fixture, refused: code }) => {
    const found = fixtures.get(fixture);
    if (!found) throw new Error(`There is no fixture "${fixture}"`);
    const files = base();
    found.change(files);
    const problems = lint(editionOf(files)).filter((problem) => problem.code === code);
    expect(problems).not.toEqual([]);
    for (const { file, severity } of problems)
      expect({ file, severity }).toEqual({ file: expect.stringMatching(/\.json$/), severity: 'error' });
  });
});
