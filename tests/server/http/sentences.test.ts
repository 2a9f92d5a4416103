import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#server/http/locales/index.ts';

const ROOMS = ['services', 'http'].map((room) => join('engine', 'server', room));
const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8')),
);
const codes = new Set(
  files.flatMap((text) =>
    [...text.matchAll(/new Failure\(\s*'[a-z-]+',\s*'([a-z-]+)'/g)].map((found) => found[1] ?? ''),
  ),
);

describe('every refusal has its sentence', () => {
  it('finds the refusals in the code', () => expect(codes.size).toBeGreaterThan(25));

  it.each(['zh-CN', 'en'])('in %s', (locale) => {
    expect([...codes].filter((code) => !(code in wordsOf(locale)))).toEqual([]);
  });

  it('in both locales the same', () => {
    expect(Object.keys(wordsOf('en')).sort()).toEqual(Object.keys(wordsOf('zh-CN')).sort());
  });
});
