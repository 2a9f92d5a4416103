import { pointer } from '#core/json/index.ts';
import { localeFilesOf } from '#core/translate/index.ts';
import type { Check } from '../../context.ts';
import { meantHint } from '../../nearest.ts';
import { writtenTexts } from '../../written-texts.ts';

/** A translation for a place where no text stands: the part was renamed or taken out, or the place is misspelt. */
export const textNamesNothing: Check = {
  code: 'text-names-nothing',
  run: ({ loaded }) =>
    localeFilesOf(loaded.files).flatMap(({ path, cycle, texts }) => {
      const known = writtenTexts(loaded.files, cycle);
      return Object.keys(texts)
        .filter((place) => !known.has(place))
        .map((place) => ({
          at: { file: path, pointer: pointer('texts', place) },
          params: { place },
          ...meantHint(place, [...known.keys()]),
        }));
    }),
};
