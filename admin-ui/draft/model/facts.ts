import { factsOf, factText, namedFact } from '#core/facts/index.ts';
import type { Definition, Json, NamedFact } from '#core/model/index.ts';
import { readDay } from '#core/vocabulary/index.ts';

/** A fact of a cycle, for all its categories or for one that has it otherwise. */
export type FactRow = {
  key: string;
  id: string;
  title: string;
  value: Json;
  /** The value as texts say it. */
  text: string;
  fact: NamedFact | undefined;
  category?: { id: string; title: string };
};

/** Every fact of a cycle: first for all, below it each category that has a value of its own. */
export function factRows(definition: Definition): FactRow[] {
  const { edition, categories, programme, codes } = definition;
  const words = { locale: programme.locale, codes };
  return Object.entries(factsOf(edition)).flatMap(([id, value]) => {
    const fact = namedFact(edition.facts?.[id]);
    const row = (own: Json): Omit<FactRow, 'key'> => ({
      id,
      title: fact?.title || id,
      value: own,
      text: factText(own, fact, words),
      fact,
    });
    const others = categories.flatMap(({ id: category, title, facts = {} }) =>
      Object.hasOwn(facts, id)
        ? [{ ...row(facts[id] ?? null), key: `${id}/${category}`, category: { id: category, title } }]
        : [],
    );
    return [{ ...row(value), key: id }, ...others];
  });
}

/** What was typed for a fact: a number, a date, codes; null is not in force. Undefined for what is none of its kind. */
export function factFrom(row: FactRow, typed: string): Json | undefined {
  if (typeof row.value === 'string' || isDay(row.fact?.minimum)) return readDay(typed) ?? undefined;
  const text = typed.trim().normalize('NFKC').replaceAll(',', '');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Whether a value lies within the bounds that its fact says. */
export function isWithin({ fact }: FactRow, value: Json): boolean {
  const { minimum, maximum } = fact ?? {};
  if (typeof value !== 'number' && typeof value !== 'string') return true;
  return !(minimum !== undefined && value < minimum) && !(maximum !== undefined && value > maximum);
}
