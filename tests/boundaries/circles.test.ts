import { describe, expect, it } from 'vitest';
import { circlesAmong, edgesOf } from './circles.ts';
import { readSources, type Source } from './sources.ts';

const sources = readSources(['engine', 'renderer', 'admin-ui'], ['.ts', '.tsx', '.mjs']);

describe('files import one another in no circle', () => {
  it('sees what is imported, and how', () => {
    const kinds = sources.flatMap(edgesOf).map(({ kind }) => kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    expect(count('value')).toBeGreaterThan(1000);
    expect(count('type')).toBeGreaterThan(500);
    expect(count('late')).toBeGreaterThan(5);
  });

  it('nothing waits while modules load for what waits for it', () => {
    expect(circlesAmong(sources, ['value'])).toEqual([]);
  });

  it('nothing is described by what it describes, nor loaded late by what it brings', () => {
    expect(circlesAmong(sources, ['value', 'late', 'type'])).toEqual([]);
  });
});

describe('a circle would be found', () => {
  const file = (path: string, text: string): Source => ({ path: `engine/${path}.ts`, text });
  const all = ['value', 'late', 'type'] as const;
  const a = file('a', "import { b } from './b.ts';\nexport const a = b;\n");
  const c = file('c', "import { a } from './a.ts';\nexport type C = typeof a;\n");

  it('of values', () => {
    const b = file('b', "import { c } from './c.ts';\nexport const b = c;\n");
    expect(circlesAmong([a, b, c], ['value'])).toEqual([['engine/a.ts', 'engine/b.ts', 'engine/c.ts']]);
  });

  it.each([
    ['of types', "import type { C } from './c.ts';"],
    ['of types among values', "import { type C } from './c.ts';"],
    ['of types that are handed on', "export type { C } from './c.ts';"],
    ['of what is loaded late', "export const load = () => import('./c.ts');"],
  ])('%s', (_, text) => {
    const b = file('b', `${text}\nexport const b = 1;\n`);
    expect(circlesAmong([a, b, c], ['value'])).toEqual([]);
    expect(circlesAmong([a, b, c], [...all])).toHaveLength(1);
  });
});
