import { readFile } from 'node:fs/promises';
import { parseJson } from '#core/assemble/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, inLanguage, languagesOf } from '#core/compile/index.ts';
import { isObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { CaseDefinition, CompiledEdition, JsonObject, LoadedEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { CommandError } from '../error.ts';
import { openEdition } from './edition.ts';
import { checkFileShape } from './file-shape.ts';

/** An edition of a folder, ready to run. Throws CommandError with the first thing that is wrong with it. */
export async function compiledEdition(folder: string, cycle: string | undefined): Promise<CompiledEdition> {
  const { definition } = await soundEdition(folder, cycle);
  return compileEdition(definition, { validators: ajvValidators(), routes: compileRoute });
}

/**
 * As `compiledEdition`, in a language of its own; as it is written where none is named. Throws CommandError where it
 * has no texts in that language.
 */
export async function editionIn(
  folder: string,
  { cycle, lang }: { cycle?: string | undefined; lang?: string | undefined },
): Promise<CompiledEdition> {
  const edition = await compiledEdition(folder, cycle);
  if (lang === undefined) return edition;
  const known = languagesOf(edition);
  const { locale } = edition.definition.programme;
  if (!known.includes(lang))
    throw new CommandError('notInLanguage', { folder, language: lang, known }, locale);
  return inLanguage(edition, lang);
}

/** An edition of a folder with nothing wrong in it. Throws CommandError with the first thing that is wrong with it. */
async function soundEdition(folder: string, cycle: string | undefined): Promise<LoadedEdition> {
  const loaded = await openEdition(folder, cycle);
  const [first] = lint(loaded).filter((problem) => problem.severity === 'error');
  if (first) {
    const { place, message, file, pointer } = first;
    throw new CommandError('invalid', { place, message, file, pointer }, loaded.definition.programme.locale);
  }
  return loaded;
}

/** The JSON object that a file holds. Throws CommandError, in this locale, with the place where it is none. */
export async function readJson(file: string, locale: string): Promise<JsonObject> {
  const read = parseJson(await readFile(file, 'utf8'));
  if (!('json' in read))
    throw new CommandError('broken', { file, line: read.line, column: read.column }, locale);
  if (!isObject(read.json)) throw new CommandError('notObject', { file }, locale);
  return read.json;
}

/**
 * Answers from a file in the shape of a case. Without a category the file says its own.
 * Throws CommandError where it is no JSON object, or when the edition has no such category.
 */
export async function readAnswers(
  edition: CompiledEdition,
  file: string,
  category?: string,
): Promise<CaseDefinition> {
  const { locale } = edition.definition.programme;
  const json = await readJson(file, locale);
  checkFileShape(file, json, 'answers', locale);
  const answers = json as unknown as Partial<CaseDefinition>;
  const id = category ?? answers.category ?? '';
  if (!Object.hasOwn(edition.categories, id)) throw new CommandError('noCategory', { category: id }, locale);
  return { id: file, name: file, sections: {}, ...answers, category: id, expects: {} };
}
