import { placeholdersOf, pointer } from '#core/json/index.ts';
import { type LocaleFile, localeFilesOf, translationAt } from '#core/translate/index.ts';
import type { Check, Finding } from '../../context.ts';
import { writtenTexts } from '../../written-texts.ts';

/** A translation without a place that its text has (`{n}`), or with one that nothing fills. */
export const textPlaceholder: Check = {
  code: 'text-placeholder',
  run: ({ loaded }) =>
    localeFilesOf(loaded.files).flatMap((locale) =>
      [...writtenTexts(loaded.files, locale.cycle)].flatMap(([place, text]) => compare(locale, place, text)),
    ),
};

function compare(locale: LocaleFile, place: string, text: string): Finding[] {
  const translation = translationAt(locale, place);
  if (translation === undefined) return [];
  const [wanted, found] = [placeholdersOf(text), placeholdersOf(translation)];
  const at = { file: locale.path, pointer: pointer('texts', place) };
  const lost = wanted.filter((name) => !found.includes(name));
  const added = found.filter((name) => !wanted.includes(name));
  return [
    ...(lost.length > 0 ? [{ at, params: { names: lost } }] : []),
    ...(added.length > 0
      ? [{ at, sentence: 'text-placeholder.added' as const, params: { names: added } }]
      : []),
  ];
}
