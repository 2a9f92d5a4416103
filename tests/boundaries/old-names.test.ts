import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { exportedBy } from './names.ts';
import { readSources, type Source } from './sources.ts';

type Table = {
  /** No identifier bears one of these, whatever it names. */
  identifiers: Record<string, string>;
  /** Words that are fine inside a file and mean nothing to an importer. */
  exports: Record<string, string>;
  /** Names of files, without ending. */
  files: string[];
};

/** Names that were given up, each with what is written in its place. */
const old: Table = JSON.parse(readFileSync(join(import.meta.dirname, 'old-names.json'), 'utf8'));
const sources = readSources(['engine', 'renderer', 'admin-ui', 'tests', 'bench'], ['.ts', '.tsx', '.mjs']);

/** Every identifier of a file: of values, types, properties and components; no comment, text or attribute. */
function identifiersIn({ path, text }: Source): Set<string> {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found = new Set<string>();
  new Visitor({
    Identifier: ({ name }) => void found.add(name),
    PrivateIdentifier: ({ name }) => void found.add(name),
    JSXOpeningElement: ({ name }) => void (name.type === 'JSXIdentifier' && found.add(name.name)),
  }).visit(program);
  return found;
}

const oldAmong = (names: Iterable<string>, table: Record<string, string>, path: string): string[] =>
  [...names]
    .filter((name) => Object.hasOwn(table, name))
    .map((name) => `${path}: instead of "${name}" ${table[name]}`);

const oldIn = (source: Source): string[] => oldAmong(identifiersIn(source), old.identifiers, source.path);

describe('names that were given up', () => {
  it('are no identifiers', () => {
    expect(sources.flatMap(oldIn)).toEqual([]);
  });

  it('are no exports', () => {
    const code = sources.filter(({ path }) => !path.startsWith('tests/'));
    expect(code.flatMap((source) => oldAmong(exportedBy(source), old.exports, source.path))).toEqual([]);
  });

  it('are no files', () => {
    const named = sources.filter(({ path }) => old.files.includes(basename(path).replace(/\..*$/, '')));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('are seen where they stand, and left alone in comments, texts and attributes', () => {
    const text = `
      // settle, said and told
      const text = 'settle';
      class Saver { #settle() {} }
      type Mine = { told: string };
      const view = <p aria-label="told" said="x">settle{filled(text)}<Look /></p>;`;
    const seen = oldIn({ path: 'x.tsx', text }).map((line) => line.split('"')[1]);
    expect(seen.toSorted()).toEqual(['Look', 'filled', 'settle', 'told']);
  });
});
