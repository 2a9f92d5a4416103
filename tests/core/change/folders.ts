import { fileURLToPath } from 'node:url';
import { assemble } from '#core/assemble/index.ts';
import { type Applied, apply, type Change } from '#core/change/index.ts';
import { lint } from '#core/lint/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { readFolder } from '#server/load/index.ts';

const at = (folder: string): string => fileURLToPath(new URL(`../../../${folder}`, import.meta.url));

/** The programmes of this repository. */
export const FOLDERS = {
  titles: 'definitions/chongqing-health-titles',
  garden: 'tests/fixtures/programmes/garden-grants',
  theatre: 'tests/fixtures/programmes/theatre-fund',
};

export const filesOf = (folder: string): Promise<SourceFile[]> => readFolder(at(folder));

/** A folder by its bytes. */
export const bytesOf = (files: readonly SourceFile[]): Map<string, string | undefined> =>
  new Map(files.map(({ path, text }) => [path, text]));

/** Throws with the problem where a change cannot be made. */
export function made(files: readonly SourceFile[], change: Change): Exclude<Applied, { problem: unknown }> {
  const applied = apply(files, change);
  if ('problem' in applied) throw new Error(`${change.kind}: ${applied.problem.message}`);
  return applied;
}

export const allMade = (files: readonly SourceFile[], changes: readonly Change[]): readonly SourceFile[] =>
  changes.reduce<readonly SourceFile[]>((now, change) => made(now, change).files, files);

export const textOf = (files: readonly SourceFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? '';

/** What is wrong with sheets, a line each. */
export const sheetProblems = (files: readonly SourceFile[]): string[] =>
  assemble([...files])
    .flatMap((loaded) => lint(loaded))
    .filter(({ file }) => file.includes('/sheets/'))
    .map(({ code, file, params }) => `${code} ${file} ${JSON.stringify(params)}`);
