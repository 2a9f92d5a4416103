import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Biome lays these files out as well (`npm run lint`): it and ours write the same bytes, or one of both is red. */
const files = ['definitions', 'tests/fixtures/programmes', 'tests/fixtures/json'].flatMap((folder) =>
  globSync(`${folder}/**/*.json`, { cwd: root }),
);

const unformatted = files.filter((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return formatJson(JSON.parse(text) as Json) !== text;
});

describe('formatJson', () => {
  it('writes every definition as it stands', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(unformatted).toEqual([]);
  });

  it('loses nothing, and leaves what it has written as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = formatJson(value as Json);
        const read = JSON.parse(text) as Json;
        expect(JSON.stringify(read)).toBe(JSON.stringify(value));
        expect(formatJson(read)).toBe(text);
      }),
    );
  });

  it('keeps keys in their order and puts on one line what fits', () => {
    expect(formatJson({ b: [1, { c: null }], a: '中' })).toBe('{ "b": [1, { "c": null }], "a": "中" }\n');
  });

  it('counts a Chinese sign as two columns', () => {
    const signs = '中'.repeat(64);
    expect(formatJson({ a: signs }).split('\n')).toHaveLength(2);
    expect(formatJson({ a: `${signs}中` }).split('\n')).toHaveLength(4);
  });
});
