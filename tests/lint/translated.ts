import type { JsonObject } from '#core/model/index.ts';
import { missingTemplates, missingTexts } from '#core/translate/index.ts';
import { at, editionOf, type Files } from './base.ts';

/** Translates a programme into the other language of the engine, text by text. Gives the language. */
export function translate(files: Files): string {
  const language = at(files, 'programme.json').locale === 'en' ? 'zh-CN' : 'en';
  for (const { file, places } of missingTexts(editionOf(files), [language])) {
    const texts = Object.fromEntries(places.map(({ place, text }) => [place, `${text}.`]));
    files[file] = { id: language, texts };
  }
  for (const file of missingTemplates(editionOf(files)))
    files[file] = files[file.replace(`${language}.`, '')] ?? '';
  return language;
}

/** The texts of a locale file, `locales/` or that of a cycle. */
export const textsIn = (files: Files, folder: string, language: string): JsonObject =>
  at(files, `${folder}locales/${language}.json`, 'texts');
