import type { languages as pattern } from '../zh-CN/languages.ts';

/** What is wrong with a programme's other languages. */
export const languages: typeof pattern = {
  'own-language': 'The programme itself is written in "{language}"',
  'print-languages': 'This sheet is signed and does not say in which languages it is printed',
  'print-languages.unknown': 'The programme has no language "{language}", only {known}',
  'template-differs': 'This template shows other things than the one that it translates',
  'text-missing': '{count} texts have no translation, first {first}',
  'text-missing.template': 'The words of the template have no translation',
  'text-names-nothing': 'There is no text to translate at "{place}"',
  'text-placeholder': 'The translation has no place for {names}',
  'text-placeholder.added': 'The translation has a place for {names}, which nothing fills in',
};
