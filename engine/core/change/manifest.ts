import { formatJson, isObject, sameJson } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { comparePaths } from './editor/editor.ts';

const NAME = 'manifest.json';

/** The files with a manifest that lists them, where there is one and other files are there than before. */
export function withManifest(before: readonly SourceFile[], after: SourceFile[]): SourceFile[] {
  const own = after.find(({ path }) => path === NAME);
  const [was, is] = [listed(before), listed(after)];
  if (!own || !isObject(own.json) || sameJson(was, is)) return after;
  const json = { ...own.json, files: is };
  return after.map((file) => (file === own ? { path: NAME, json, text: formatJson(json) } : file));
}

const listed = (files: readonly SourceFile[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => path !== NAME)
    .sort(comparePaths);
