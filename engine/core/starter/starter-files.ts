import { asObject, formatJson, type Json, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';

/** The file of a starter that ends so; every starter has each of them once. */
export function fileAt(files: readonly SourceFile[], end: string): SourceFile {
  const found = files.find(({ path }) => path === end || path.endsWith(`/${end}`));
  if (!found) throw new Error(`A starter holds no ${end}`);
  return found;
}

/** The files with one of them as JSON of another content. */
export function withJson(
  files: readonly SourceFile[],
  end: string,
  update: (json: JsonObject) => JsonObject,
): SourceFile[] {
  const { path, json } = fileAt(files, end);
  const next = update(asObject(json));
  return files.map((file) => (file.path === path ? jsonFile(path, next) : file));
}

export const jsonFile = (path: string, json: Json): SourceFile => ({ path, json, text: formatJson(json) });

/** The questions that a section of a starter asks for already, by their ids. */
export const startersQuestions = (files: readonly SourceFile[], section: string): string[] =>
  Object.keys(asObject(asObject(asObject(fileAt(files, `sections/${section}.json`).json).schema).properties));
