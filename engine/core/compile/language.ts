import type { CompiledEdition } from '#core/model/index.ts';
import { translated } from '#core/translate/index.ts';
import { compileView } from './edition.ts';

/** The views of an edition that somebody has asked for; they go with it. */
const VIEWS = new WeakMap<CompiledEdition, Map<string, CompiledEdition>>();

/** The edition as it is written, whatever view of it this is. */
export const writtenOf = (edition: CompiledEdition): CompiledEdition => edition.written ?? edition;

/** The languages of an edition: the one that it is written in first. */
export function languagesOf(edition: CompiledEdition): string[] {
  const { programme, locales = [] } = writtenOf(edition).definition;
  return [programme.locale, ...locales.map(({ id }) => id)];
}

/**
 * The edition in another of its languages: the same hash, logic and validators, with the texts of that language. In a
 * language that it does not have, it is as it is written.
 */
export function inLanguage(edition: CompiledEdition, language: string): CompiledEdition {
  const written = writtenOf(edition);
  if (language === written.definition.programme.locale || !languagesOf(written).includes(language))
    return written;
  const views = VIEWS.get(written) ?? new Map<string, CompiledEdition>();
  VIEWS.set(written, views);
  const view = views.get(language) ?? compileView(written, translated(written.definition, language));
  views.set(language, view);
  return view;
}
