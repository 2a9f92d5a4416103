import { namedFact } from '#core/facts/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Json, NamedFact } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A value, the edition's or a category's own, that is smaller or larger than the fact allows. */
export const factOutOfBounds: Check = {
  code: 'fact-out-of-bounds',
  run: ({ definition: { edition, categories } }) =>
    Object.entries(edition.facts ?? {}).flatMap(([id, written]) => {
      const fact = namedFact(written);
      if (fact === undefined) return [];
      const own = categories.flatMap(({ facts = {} }, index) =>
        Object.hasOwn(facts, id)
          ? outside(fact, facts[id] ?? null, pointer('categories', index, 'facts', id))
          : [],
      );
      return [...outside(fact, fact.value, pointer('edition', 'facts', id, 'value')), ...own];
    }),
};

/** Numbers are compared with numbers, dates with dates. */
function outside({ title, minimum, maximum }: NamedFact, value: Json, at: string): Finding[] {
  if (typeof value !== 'number' && typeof value !== 'string') return [];
  const params = { title, value };
  if (typeof minimum === typeof value && minimum !== undefined && value < minimum)
    return [{ at, params: { ...params, limit: minimum } }];
  if (typeof maximum === typeof value && maximum !== undefined && value > maximum)
    return [{ at, sentence: 'fact-out-of-bounds.most', params: { ...params, limit: maximum } }];
  return [];
}
