import { localeFilesOf } from '#core/translate/index.ts';
import type { Check } from '../../context.ts';

/** A locale of the language that the programme is written in: it would say every text twice. */
export const ownLanguage: Check = {
  code: 'own-language',
  run: ({ loaded, definition }) =>
    localeFilesOf(loaded.files)
      .filter(({ language }) => language === definition.programme.locale)
      .map(({ path, language }) => ({ at: { file: path, pointer: '/id' }, params: { language } })),
};
