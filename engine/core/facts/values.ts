import { asText, isObject } from '#core/json/index.ts';
import type { EditionSettings, Json, JsonObject, NamedFact } from '#core/model/index.ts';

/**
 * The fact as it is described, where more than its value stands there; undefined for a plain value. What of the
 * description is no text or number where one belongs is left out: the meta-schema names it.
 */
export function namedFact(written: Json | undefined): NamedFact | undefined {
  if (!isObject(written) || !Object.hasOwn(written, 'value')) return undefined;
  const { value = null, per, minimum, maximum } = written;
  const [title, unit, number, text, code, source] = (
    ['title', 'unit', 'number', 'text', 'code', 'source'] as const
  ).map((key) => asText(written[key]));
  return {
    ...{ value, title: title ?? '', unit, number, text, code, source },
    per: typeof per === 'number' && per > 0 ? per : undefined,
    minimum: bound(minimum),
    maximum: bound(maximum),
  };
}

const bound = (value: Json | undefined): number | string | undefined =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined;

/** What rules read of a fact: its value alone. */
function factValue(written: Json | undefined): Json {
  const named = namedFact(written);
  return (named === undefined ? written : named.value) ?? null;
}

/** The facts as rules read them under `cycle.facts`: those of the edition, and over them those of a category. */
export function factsOf({ facts = {} }: Pick<EditionSettings, 'facts'>, own: JsonObject = {}): JsonObject {
  const values = Object.entries(facts).map(([id, written]): [string, Json] => [id, factValue(written)]);
  return { ...Object.fromEntries(values), ...own };
}
