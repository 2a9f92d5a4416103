import { factsOf, factText, namedFact } from '#core/facts/index.ts';
import { interpolate } from '#core/json/index.ts';
import type { Definition, Json, JsonObject } from '#core/model/index.ts';
import type { SentenceWords } from '../locales/index.ts';
import type { SentenceScope } from '../scope.ts';
import { ANY, either, group, type Node } from './node.ts';
import { titledNode } from './titled.ts';

/** What stands in the cycle's definition, with the edition's facts as they are in the category of the scope. */
export function cycleValues({ definition, category }: SentenceScope, words: SentenceWords): Node {
  const { edition } = definition;
  const facts = factsOf(edition, category?.facts);
  const described = group({ facts: factsNode(definition, facts, words) });
  return titledNode('cycle', definition, either([described, valueNode({ ...edition.cycle, facts })]));
}

/** Facts that are described: their titles, and what they are. */
function factsNode(
  { edition, programme, codes }: Definition,
  values: JsonObject,
  words: SentenceWords,
): Node {
  const nodes = Object.entries(values).flatMap(([id, value]): [string, Node][] => {
    const fact = namedFact(edition.facts?.[id]);
    if (fact === undefined) return [];
    const text = factText(value, fact, { locale: programme.locale, codes });
    const isBare = fact.unit === undefined || fact.text !== undefined || value === null;
    const amount = isBare ? text : interpolate(words.marks.amount, { 0: text, 1: fact.unit });
    return [
      [id, { ...valueNode(value), title: interpolate(words.marks.fact, { 0: fact.title, 1: amount }) }],
    ];
  });
  return group(Object.fromEntries(nodes));
}

/** A value that stands in the definition, told apart by what it is. */
function valueNode(value: Json): Node {
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (typeof value === 'string') return { kind: /^\d{4}-\d{2}/.test(value) ? 'date' : 'text' };
  if (Array.isArray(value)) return { kind: 'list' };
  if (value === null) return ANY;
  return {
    kind: 'record',
    below: (segment) => (Object.hasOwn(value, segment) ? valueNode(value[segment] ?? null) : undefined),
  };
}
