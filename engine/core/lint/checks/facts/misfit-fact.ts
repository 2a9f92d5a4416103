import { factsOf, isLimit, namedFact } from '#core/facts/index.ts';
import { pointer } from '#core/json/index.ts';
import type { Definition, Json, NamedFact } from '#core/model/index.ts';
import { isNumberPattern } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { type FactUse, factUses } from '../../fact-uses.ts';

/**
 * A fact that cannot be what it is used as: a limit of another type, a sentence about what is not in force, another type
 * in a category, a code that its list does not have.
 */
export const misfitFact: Check = {
  code: 'misfit-fact',
  run: ({ loaded, definition }) => {
    const values = factsOf(definition.edition);
    return [
      ...factUses(loaded).flatMap((use) => ofUse(use, values[use.id])),
      ...Object.entries(definition.edition.facts ?? {}).flatMap(([id, written]) => {
        const fact = namedFact(written);
        return fact === undefined ? [] : ofFact(fact, pointer('edition', 'facts', id), definition);
      }),
      ...definition.categories.flatMap(({ facts = {} }, index) =>
        Object.entries(facts).flatMap(([id, own]) =>
          sameType(own, values[id] ?? null)
            ? []
            : [
                {
                  at: pointer('categories', index, 'facts', id),
                  sentence: 'misfit-fact.category' as const,
                  params: { id },
                },
              ],
        ),
      ),
    ];
  },
};

function ofUse(use: FactUse, value: Json | undefined): Finding[] {
  const { id, at } = use;
  if (value === undefined || use.by === 'logic') return [];
  if (use.by !== 'limit')
    return value === null
      ? [{ at, sentence: 'misfit-fact.nothing', params: { id }, severity: 'warning' }]
      : [];
  const { keyword, limit } = use;
  return isLimit(keyword, limit, value)
    ? []
    : [{ at, params: { id, keyword, found: JSON.stringify(value).slice(0, 60) } }];
}

function ofFact({ value, code, number }: NamedFact, at: string, { codes }: Definition): Finding[] {
  if (number !== undefined && !isNumberPattern(number))
    return [{ at: `${at}/number`, sentence: 'misfit-fact.number', params: { number } }];
  if (code === undefined) return [];
  const list = codes.find(({ id }) => id === code);
  if (list === undefined) return [{ at: `${at}/code`, sentence: 'misfit-fact.list', params: { code } }];
  const unknown = [value]
    .flat()
    .filter((one) => one !== null && !list.entries.some((entry) => entry.code === one));
  return unknown.length === 0
    ? []
    : [
        {
          at: `${at}/value`,
          sentence: 'misfit-fact.code',
          params: { list: code, codes: unknown.map(String) },
        },
      ];
}

/** What is not in force in one place may be anything in another. */
function sameType(one: Json, other: Json): boolean {
  return (
    one === null ||
    other === null ||
    (typeof one === typeof other && Array.isArray(one) === Array.isArray(other))
  );
}
