import { type Static, Type } from 'typebox';
import type { Definition } from '../definition.ts';
import { anyObject, closed, id, text } from './parts.ts';

/** GET /api/editions/:hash?…. `language`: that of the answer, with which it can be kept for ever. */
/** Without a category: what the programme says of organisations, roles and passwords. */
export const EditionSearch = closed({ category: Type.Optional(id), language: Type.Optional(id) });
export type EditionSearch = Static<typeof EditionSearch>;

/**
 * Enough of the definition, as it is written, to compile this category in the browser, with the texts of the language in
 * which it is to be looked at.
 */
export const EditionView = closed({
  hash: id,
  definition: anyObject<Definition>(),
  language: text(),
});
export type EditionView = Static<typeof EditionView>;

/** GET /api/editions/:hash/templates?…: the templates of the sheets of one category that are made to fit, by their ids. */
export const SheetTemplates = closed({ templates: anyObject<Record<string, string>>() });
export type SheetTemplates = Static<typeof SheetTemplates>;
