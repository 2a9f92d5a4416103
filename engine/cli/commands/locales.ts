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
    const missing = missingIn(opened.files, language);
    for (const [file, texts] of missing) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), formatJson(withMissing(opened.files, { file, language, texts })));
      console.log(sentenceOf('missingTexts', cliWords(opened.locale), { file, n: texts.size }));
    }
    if (missing.size === 0) console.log(sentenceOf('nothingMissing', cliWords(opened.locale), { language }));
    return 0;
  },
};

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

type Written = { file: string; language: string; texts: ReadonlyMap<string, string> };

/** The locale file as it is, with what is missing behind it. Throws CommandError where it is no JSON object. */
function withMissing(files: SourceFile[], { file, language, texts }: Written): JsonObject {
  const there = files.find(({ path }) => path === file);
  if (there && !isObject(there.json)) throw new CommandError('notObject', { file });
  const before = asObject(there?.json);
  const added = [...texts].map(([place, text]) => [place, untranslated(text)]);
  return { ...before, id: language, texts: { ...asObject(before.texts), ...Object.fromEntries(added) } };
}
