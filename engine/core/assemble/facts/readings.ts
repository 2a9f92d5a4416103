import { factsOf, factText, namedFact } from '#core/facts/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Definition, Json, JsonObject } from '#core/model/index.ts';
import { translated } from '#core/translate/index.ts';

/** The facts of one category, or of what all categories share, in one language. */
type Reading = {
  values: JsonObject;
  /** What texts say of a fact; undefined where there is none of this name. */
  written: (id: string) => string | undefined;
  /** Where the definition has its value. */
  pathOf: (id: string) => string;
};

/** How facts are read in a definition: by the category's place among the others, undefined for what all share. */
export type Readings = (category?: number) => Reading;

/** The readings of a definition in one of its languages; without one, in that which it is written in. */
export function readingsOf(definition: Definition, language?: string): Readings {
  const shown = language === undefined ? definition : translated(definition, language);
  const known = new Map<number | undefined, Reading>();
  return (category) => {
    const reading = known.get(category) ?? readingOf(shown, category);
    known.set(category, reading);
    return reading;
  };
}

function readingOf({ edition, categories, programme, codes }: Definition, index?: number): Reading {
  const own = index === undefined ? {} : (categories[index]?.facts ?? {});
  const values = factsOf(edition, own);
  return {
    values,
    written: (id) =>
      Object.hasOwn(values, id)
        ? factText(values[id] ?? null, namedFact(edition.facts?.[id]), { locale: programme.locale, codes })
        : undefined,
    pathOf: (id) =>
      index !== undefined && Object.hasOwn(own, id)
        ? pointer('categories', index, 'facts', id)
        : placeInEdition(edition.facts?.[id], id),
  };
}

function placeInEdition(fact: Json | undefined, id: string): string {
  const at = pointer('edition', 'facts', id);
  return namedFact(fact) === undefined ? at : `${at}/value`;
}

/** The place of a category in the list by a pointer into the definition; undefined for what all categories share. */
export function categoryAt(at: string): number | undefined {
  const [, root, index] = at.split('/');
  return root === 'categories' && index !== undefined ? Number(index) : undefined;
}
