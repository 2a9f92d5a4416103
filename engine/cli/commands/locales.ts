import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from '#core/assemble/index.ts';
import { asObject, formatJson, isObject, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { missingTexts, untranslated } from '#core/translate/index.ts';
import { languages } from '#core/vocabulary/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { type Command, misused } from './command.ts';
import { openFolder } from './folder.ts';

const usage = 'locales DIR --lang LANGUAGE';

/** Writes down what is still to be translated, into the locale files that hold what has been translated. */
export const localesCommand: Command = {
  name: 'locales',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { lang: { type: 'string' } },
    });
    const [folder] = positionals;
    const { lang: language } = values;
    if (folder === undefined || language === undefined) return misused(localesCommand);
    const opened = await openFolder(folder);
    if (!Object.hasOwn(languages, language) || language === opened.locale)
      throw new CommandError('noLanguage', { language, known: Object.keys(languages) }, opened.locale);
    const written = [...missingIn(opened.files, language)].map(([file, texts]) => ({
      file,
      n: texts.size,
      json: withMissing(opened, { file, language, texts }),
    }));
    for (const { file, json } of written) await writeLocale(join(folder, file), json);
    const words = cliWords(opened.locale);
    const lines = written.map(({ file, n }) => sentenceOf('missingTexts', words, { file, n }));
    console.log(lines.length > 0 ? lines.join('\n') : sentenceOf('nothingMissing', words, { language }));
    return 0;
  },
};

async function writeLocale(path: string, json: JsonObject): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, formatJson(json));
}

/** What each locale file lacks, by its path: several cycles may use what the programme has for all of them. */
function missingIn(files: SourceFile[], language: string): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const loaded of assemble(files)) {
    for (const { file, places } of missingTexts(loaded, [language])) {
      const known = all.get(file) ?? new Map<string, string>();
      for (const { place, text } of places) known.set(place, text);
      all.set(file, known);
    }
  }
  return all;
}

type Opened = Awaited<ReturnType<typeof openFolder>>;
type Written = { file: string; language: string; texts: ReadonlyMap<string, string> };

/** The locale file as it is, with what is missing behind it. Throws CommandError where it is no JSON object. */
function withMissing({ files, locale }: Opened, { file, language, texts }: Written): JsonObject {
  const there = files.find(({ path }) => path === file);
  if (there && !isObject(there.json)) throw new CommandError('notObject', { file }, locale);
  const before = asObject(there?.json);
  const added = [...texts].map(([place, text]) => [place, untranslated(text)]);
  return { ...before, id: language, texts: { ...asObject(before.texts), ...Object.fromEntries(added) } };
}
