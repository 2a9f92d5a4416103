import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import type { Files } from './base.ts';

export type Problem = { code: string; file: string; pointer: string };
/** `follows`: so many problems are folded below those that are told. */
export type Fixture = { change: (files: Files) => void; problems: Problem[]; follows?: number };

const folder = new URL('./fixtures/', import.meta.url);

/** A programme with one mistake each, by name: a room for each of `engine/core/lint/checks`. */
export const fixtures = new Map<string, Fixture>();
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);
for (const path of files.sort())
  fixtures.set(path.replaceAll(sep, '/').replace('.ts', ''), await import(new URL(path, folder).href));
