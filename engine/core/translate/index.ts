/** A definition in several languages: its texts found, those of a locale laid over. */
export { elementKey } from './element.ts';
export { TEXT_MAPS, TEXTS, UNREAD } from './keywords.ts';
export { translated } from './lay-over.ts';
export {
  type LocaleFile,
  localeFilesOf,
  type PlacedText,
  placedTexts,
  textsOfFile,
  translationAt,
  treeOf,
  untranslated,
} from './locale-files.ts';
export { missingTemplates, missingTexts } from './missing.ts';
export { textsOf } from './texts.ts';
