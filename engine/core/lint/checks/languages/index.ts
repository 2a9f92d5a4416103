import type { Check } from '../../context.ts';
import { ownLanguage } from './own-language.ts';
import { printLanguages } from './print-languages.ts';
import { textMissing } from './text-missing.ts';
import { textNamesNothing } from './text-names-nothing.ts';
import { textPlaceholder } from './text-placeholder.ts';

/** The programme in other languages. One check a file, one line here. */
export const languages: Check[] = [
  ownLanguage,
  textNamesNothing,
  textPlaceholder,
  textMissing,
  printLanguages,
];
