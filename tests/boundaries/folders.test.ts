import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

/** A folder with more files needs folders of its own, so that a newcomer finds their way. */
const MOST_FILES = 25;

/** Folders that hold more, and why they may. */
const LARGER: Record<string, string> = {};

const TREES = ['engine', 'renderer', 'admin-ui', 'tests', 'definitions'];

type Folder = { path: string; files: number };

function foldersIn(path: string): Folder[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [
    { path, files: entries.filter((entry) => entry.isFile()).length },
    ...inside.flatMap(({ name }) => foldersIn(`${path}/${name}`)),
  ];
}

const folders = TREES.flatMap(foldersIn);

describe('folders stay small', () => {
  it('sees the folders', () => {
    expect(folders.length).toBeGreaterThan(150);
  });

  it(`none holds more than ${MOST_FILES} files of its own, but those that the list gives a reason for`, () => {
    const heaps = folders.filter(({ path, files }) => files > MOST_FILES && !(path in LARGER));
    expect(heaps.map(({ path, files }) => `${path}: ${files}`)).toEqual([]);
  });

  it('the list has no folder that is smaller by now', () => {
    const large = folders.filter(({ files }) => files > MOST_FILES).map(({ path }) => path);
    expect(Object.keys(LARGER).filter((path) => !large.includes(path))).toEqual([]);
  });
});
