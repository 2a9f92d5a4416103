import type { CodeEntry, CodeList, Json } from '#core/model/index.ts';
import type { EagerOperator } from './operator.ts';
import { isHostile } from './paths.ts';
import { RuleError } from './rule-error.ts';

const INDEXES = new WeakMap<CodeList, Map<string, CodeEntry>>();

/** An attribute of a code's entry: `{ "code": ["colour", { "var": "row.colour" }, "warm"] }`. */
export const code: EagerOperator = {
  name: 'code',
  arity: [3, 3],
  params: ['name', 'text', 'name'],
  returns: 'any',
  apply: ([list, value, attribute], { codes }) => {
    if (typeof list !== 'string' || typeof attribute !== 'string')
      throw new RuleError('"code" needs a list and an attribute');
    const found = Object.hasOwn(codes, list) ? codes[list] : undefined;
    if (!found) throw new RuleError(`there is no code list "${list}"`);
    const entry = entryOf(found, value);
    if (!entry || !Object.hasOwn(entry, attribute) || isHostile(attribute)) return null;
    return entry[attribute] ?? null;
  },
  prepared: ([list, value, attribute], { codes }) => {
    if (value !== undefined || typeof list !== 'string' || typeof attribute !== 'string') return null;
    const found = Object.hasOwn(codes, list) ? codes[list] : undefined;
    if (!found || isHostile(attribute)) return null;
    let values: Map<Json, Json> | undefined;
    return (chosen) => {
      values ??= attributesIn(found, attribute);
      return values.get(chosen) ?? null;
    };
  },
};

/** What the entries of a list say under one attribute, by their codes. */
function attributesIn({ entries }: CodeList, attribute: string): Map<Json, Json> {
  return new Map(
    entries.map((entry) => [entry.code, Object.hasOwn(entry, attribute) ? (entry[attribute] ?? null) : null]),
  );
}

/** The entry of a code, whether or not it is valid now. */
export function entryOf(list: CodeList, code: Json | undefined): CodeEntry | undefined {
  return typeof code === 'string' ? indexOf(list).get(code) : undefined;
}

/** Lists are asked again and again and never change: index each once. */
function indexOf(list: CodeList): Map<string, CodeEntry> {
  let index = INDEXES.get(list);
  if (!index) {
    index = new Map(list.entries.map((entry) => [entry.code, entry]));
    INDEXES.set(list, index);
  }
  return index;
}
