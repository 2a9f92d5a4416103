import type { Json, LoadedEdition, SheetDefinition, SourceFile } from '#core/model/index.ts';
import { identifyFile, languages } from '#core/vocabulary/index.ts';
import { hasWords, localeFilesOf, placedTexts, translationAt } from './locale-files.ts';

/** What one locale file lacks, whether or not it is there yet: its path, and the places with what is written there. */
type Missing = { file: string; language: string; places: { place: string; text: string }[] };

/**
 * What the languages of an edition lack, in the order in which it is written; `wanted`: those that somebody has begun
 * to translate into. What has no words needs no translation.
 */
export function missingTexts(
  { definition, files, locate }: LoadedEdition,
  wanted = begun({ definition, files }),
): Missing[] {
  if (wanted.length === 0) return [];
  const locales = localeFilesOf(files);
  const texts = placedTexts(definition as unknown as Json, files, locate).filter(({ text }) =>
    hasWords(text),
  );
  const folders = [...new Set(files.map(({ path }) => identifyFile(path)?.cycle ?? ''))].sort();
  return wanted
    .flatMap((language) => folders.map((folder) => ({ language, folder })))
    .map(({ language, folder }): Missing => {
      const file = locales.find((one) => one.language === language && one.cycle === folder);
      const lacking = texts
        .filter(({ cycle, place }) => cycle === folder && !(file && translationAt(file, place) !== undefined))
        .map(({ place, text }): [string, string] => [place, text]);
      const places = [...new Map(lacking)].map(([place, text]) => ({ place, text }));
      const path = file?.path ?? `${folder && `${folder}/`}locales/${language}.json`;
      return { file: path, language, places };
    })
    .filter(({ places }) => places.length > 0);
}

/** The other languages that a folder has begun to say something in, of those that the engine knows. */
function begun({ definition, files }: Pick<LoadedEdition, 'definition' | 'files'>): string[] {
  const found = new Set(localeFilesOf(files).map(({ language }) => language));
  return Object.keys(languages).filter((one) => found.has(one) && one !== definition.programme.locale);
}

/** Templates with words of their own that a language has none of, as paths of files that would hold them. */
export function missingTemplates({ definition, files }: LoadedEdition): string[] {
  return definition.sheets.flatMap((sheet) =>
    begun({ definition, files })
      .filter((language) => prints(sheet, language) && hasWords(plainText(sheet.template)))
      .flatMap((language) => absent(files, sheet.id, language)),
  );
}

const prints = ({ languages }: SheetDefinition, language: string): boolean =>
  languages === undefined || languages.includes(language);

function absent(files: SourceFile[], sheet: string, language: string): string[] {
  const templates = files.flatMap(({ path }) => {
    const file = identifyFile(path);
    return file?.kind === 'template' && file.id === sheet ? [{ path, language: file.language }] : [];
  });
  const own = templates.find((one) => one.language === undefined);
  if (own === undefined || templates.some((one) => one.language === language)) return [];
  return [own.path.replace(/hbs$/, `${language}.hbs`)];
}

/** What of a template is neither a tag nor filled in. */
const plainText = (template: string): string =>
  template.replace(/\{\{[\s\S]*?\}\}/g, '').replace(/<[^>]*>|&[a-z#0-9]+;/gi, '');
