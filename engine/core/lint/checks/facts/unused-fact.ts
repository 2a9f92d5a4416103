import { namedFact } from '#core/facts/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import { ALL, factUses } from '../../fact-uses.ts';

/** A fact that is described, and that no limit, no rule and no text names: changing it changes nothing. */
export const unusedFact: Check = {
  code: 'unused-fact',
  run: ({ loaded, definition }) => {
    // An edition out of the store has no files left in which it could be named.
    if (loaded.files.length === 0) return [];
    const used = new Set(factUses(loaded).map(({ id }) => id));
    if (used.has(ALL)) return [];
    return Object.entries(definition.edition.facts ?? {}).flatMap(([id, written]) => {
      const fact = namedFact(written);
      return fact === undefined || used.has(id)
        ? []
        : [
            {
              at: pointer('edition', 'facts', id),
              severity: 'warning' as const,
              params: { title: fact.title },
            },
          ];
    });
  },
};
