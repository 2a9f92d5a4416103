import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '#core/lint/checks/index.ts';
import { lint } from '#core/lint/index.ts';
import { base, editionOf, type Files } from './base.ts';

type Problem = { code: string; file: string; pointer: string };
type Fixture = { change: (files: Files) => void; problems: Problem[] };

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = new Map<string, Fixture>();
/** A room for each of `engine/core/lint/checks`. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);
for (const path of files.sort())
  fixtures.set(path.replaceAll(sep, '/').replace('.ts', ''), await import(new URL(path, folder).href));

function problemsOf(files: Files): Problem[] {
  return lint(editionOf(files)).map(({ code, file, pointer }) => ({ code, file, pointer }));
}

describe('lint', () => {
  it('finds nothing wrong with the programme that every fixture starts from', () => {
    expect(problemsOf(base())).toEqual([]);
  });

  it.each([...fixtures])('%s', (_name, { change, problems }) => {
    const files = base();
    change(files);
    expect(problems.length).toBeGreaterThan(0);
    expect(problemsOf(files)).toEqual(problems);
  });

  it('has a fixture for every check', () => {
    const seen = new Set([...fixtures.values()].flatMap(({ problems }) => problems.map(({ code }) => code)));
    const codes = [...checks.shapes, ...checks.meaning].map((check) => check.code);
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(36);
  });

  it('answers every problem with a sentence and a place', () => {
    for (const { change } of fixtures.values()) {
      const files = base();
      change(files);
      for (const { message, file } of lint(editionOf(files))) {
        expect(message).toMatch(/\S/);
        expect(file).toMatch(/\S/);
      }
    }
  });
});
