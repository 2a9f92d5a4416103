import { type Json, type JsonObject, pointer, sameJson } from '#core/json/index.ts';
import type { Origin, SourceFile } from '#core/model/index.ts';
import {
  type LocaleFile,
  localeFilesOf,
  type PlacedText,
  placedTexts,
  translationAt,
  treeOf,
} from '#core/translate/index.ts';
import type { Report } from './report.ts';
import { shownBy } from './shows.ts';
import type { Source } from './sources.ts';
import { originOf, type Traced, withEntry } from './traced.ts';

/** A text of a locale: the way to what it stands for, and where the locale writes it. */
type Laid = { key: string[]; text: string; origin: Origin };

/** The edition with its other languages: what locale files and templates say, by the parts of this edition. */
export function localesOf(files: SourceFile[], sources: Source[], root: Traced, report: Report): Traced {
  const locales = localeFilesOf(files);
  const templates = sources.filter(({ language }) => language !== undefined);
  const languages = [...locales, ...templates].flatMap(({ language }) => language ?? []);
  if (languages.length === 0) return root;
  for (const template of templates) compareShown(template, sources, report);
  const texts = placedTexts(root.value, files, (at) => originOf(root, at));
  const all = [...new Set(languages)]
    .sort()
    .map((id): [string, Laid[]] => [
      id,
      [
        ...texts.flatMap((text) => laidFrom(locales, id, text)),
        ...templates.filter(({ language }) => language === id).map(ofTemplate),
      ],
    ]);
  return withEntry(root, 'locales', tracedLocales(all));
}

/** Whoever signs a sheet signs the same in every language. */
function compareShown({ id, path, text }: Source, sources: Source[], report: Report): void {
  const own = sources.find((one) => one.kind === 'template' && one.id === id && one.language === undefined);
  if (own && !sameJson(shownBy(own.text) as Json, shownBy(text) as Json))
    report('template-differs', { file: path, pointer: '' });
}

function laidFrom(locales: LocaleFile[], language: string, { key, cycle, place }: PlacedText): Laid[] {
  const file = locales.find((one) => one.language === language && one.cycle === cycle);
  const text = file && translationAt(file, place);
  return file && text !== undefined
    ? [{ key, text, origin: { file: file.path, pointer: pointer('texts', place) } }]
    : [];
}

const ofTemplate = ({ id, path, text }: Source): Laid => ({
  key: ['sheets', id, 'template'],
  text,
  origin: { file: path, pointer: '' },
});

function tracedLocales(all: [string, Laid[]][]): Traced {
  const value = all.map(([id, texts]): JsonObject => ({ id, texts: treeOf(texts) }));
  const origins = all.flatMap(([, texts], index) =>
    texts.map(({ key, origin }): [string, Origin] => [pointer(index, 'texts', ...key), origin]),
  );
  return { value, origins: new Map([['', { file: '', pointer: '' }], ...origins]) };
}
