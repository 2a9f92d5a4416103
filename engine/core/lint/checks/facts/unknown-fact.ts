import { pointer } from '#core/json/index.ts';
import type { Check, Finding } from '../../context.ts';
import { factUses } from '../../fact-uses.ts';
import { meantHint } from '../../nearest.ts';

/** A limit, a text or a category names a fact that the edition does not have. Logic is read by another check. */
export const unknownFact: Check = {
  code: 'unknown-fact',
  run: ({ loaded, definition }) => {
    const known = Object.keys(definition.edition.facts ?? {});
    const unknown = (id: string, at: Finding['at']): Finding[] =>
      known.includes(id) ? [] : [{ at, params: { id }, ...meantHint(id, known) }];
    return [
      ...factUses(loaded).flatMap(({ id, at, by }) => (by === 'logic' ? [] : unknown(id, at))),
      ...definition.categories.flatMap(({ facts = {} }, index) =>
        Object.keys(facts).flatMap((id) => unknown(id, pointer('categories', index, 'facts', id))),
      ),
    ];
  },
};
