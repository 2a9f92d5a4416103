import { placeholdersOf, pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import { meantHint } from '../../nearest.ts';

/** A place of an expression's phrase that no parameter fills: it would stand in sentences as it is written. */
export const phrasePlace: Check = {
  code: 'phrase-place',
  run: ({ definition }) =>
    definition.expressions.flatMap(({ phrase = '', params }, index) =>
      [...new Set(placeholdersOf(phrase))]
        .filter((name) => !params.includes(name))
        .map((name) => ({
          at: pointer('expressions', index, 'phrase'),
          params: { name },
          ...meantHint(name, params),
        })),
    ),
};
