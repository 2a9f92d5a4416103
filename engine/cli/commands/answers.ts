import { readFile } from 'node:fs/promises';
import { parseJson } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { isObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { CaseDefinition, CompiledEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openEdition } from './edition.ts';

/** An edition of a folder, ready to run. Throws an Error with the first thing that is wrong with it. */
export async function compiledEdition(folder: string, cycle: string | undefined): Promise<CompiledEdition> {
  const loaded = await openEdition(folder, cycle);
  const [first] = lint(loaded).filter((problem) => problem.severity === 'error');
  if (first) throw new Error(`The definition does not hold: ${first.file}#${first.pointer} ${first.message}`);
  return compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
}

/**
 * Answers from a file in the shape of a case. Without a category the file says its own.
 * Throws an Error that names the place where it is no JSON object, or when the edition has no such category.
 */
export async function readAnswers(
  edition: CompiledEdition,
  file: string,
  category?: string,
): Promise<CaseDefinition> {
  const read = parseJson(await readFile(file, 'utf8'));
  if (!('json' in read))
    throw new Error(`${file}, line ${read.line}, column ${read.column}: ${read.message}`);
  const { json } = read;
  if (!isObject(json)) throw new Error(`${file} must hold one JSON object`);
  const answers = json as unknown as Partial<CaseDefinition>;
  const id = category ?? answers.category ?? '';
  if (!Object.hasOwn(edition.categories, id)) throw new Error(`There is no category "${id}"`);
  return { id: file, name: file, sections: {}, ...answers, category: id, expects: {} };
}
