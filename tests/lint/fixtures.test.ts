import { describe, expect, it } from 'vitest';
import { checks } from '#core/lint/checks/index.ts';
import { lint } from '#core/lint/index.ts';
import type { DefinitionProblem } from '#core/model/index.ts';
import { base, editionOf, type Files } from './base.ts';
import { fixtures, type Problem } from './fixtures.ts';

function problemsOf(files: Files): Problem[] {
  return placed(lint(editionOf(files)));
}

function placed(problems: DefinitionProblem[]): Problem[] {
  return problems.map(({ code, file, pointer }) => ({ code, file, pointer }));
}

describe('lint', () => {
  it('finds nothing wrong with the programme that every fixture starts from', () => {
    expect(problemsOf(base())).toEqual([]);
  });

  it.each([...fixtures])('%s', (_name, { change, problems, follows = 0 }) => {
    const files = base();
    change(files);
    expect(problems.length).toBeGreaterThan(0);
    const found = lint(editionOf(files));
    expect(placed(found)).toEqual(problems);
    expect(found.flatMap((problem) => problem.follows ?? []).length).toBe(follows);
  });

  it('has a fixture for every check', () => {
    const seen = new Set([...fixtures.values()].flatMap(({ problems }) => problems.map(({ code }) => code)));
    const codes = [...checks.shapes, ...checks.meaning].map((check) => check.code);
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(36);
  });
});
