import { contentHash } from '#core/compile/index.ts';
import { factsOf } from '#core/facts/index.ts';
import type { CategoryDefinition, Definition } from '#core/model/index.ts';

/**
 * By what a form of one edition can be told apart from the same form of another. `whole`: of all that bears on what
 * becomes of its answers. `shown`: of the same without its rules, so that what is visible, computed and printed of the
 * same answers follows from it.
 */
type FormHash = { whole: string; shown: string };
/** By form. */
export type FormHashes = Record<string, FormHash>;

/** A part of a definition: its hash, the words in it, and whether names in it are computed. */
type Part = { hash: string; words: ReadonlySet<string>; isOpen: boolean };
/** Facts, expressions and code lists by their ids; several kinds may have one. */
type Shared = ReadonlyMap<string, readonly Part[]>;
type Parts = { part: (value: unknown) => Part; shared: Map<string, Part[]>; common: Part };

/**
 * A hash of each form with all that it may rest on: rather too much than too little. How long a cycle is open has no
 * part in it, which is a fact of the cycle whatever an edition says.
 */
export function formHashes(definition: Definition): FormHashes {
  const parts = partsOf(definition);
  const concrete = definition.categories.filter(({ abstract }) => abstract !== true);
  return Object.fromEntries(concrete.map((form) => [form.id, hashOf(definition, form, parts)]));
}

function hashOf(
  definition: Definition,
  category: CategoryDefinition,
  { part, shared, common }: Parts,
): FormHash {
  const { facts, rules, sections, ...form } = category;
  const all = withFacts(shared, factsOf(definition.edition, facts), part);
  const shown = [
    part(form),
    ...sections.map(withoutRules).map(part),
    ...outputsOf(definition, category).map(part),
  ];
  const checked = [part(rules ?? []), ...sections.map((one) => part(one.rules ?? []))];
  return {
    whole: jointHash([common, ...withNamed([...shown, ...checked], all)]),
    shown: jointHash([common, ...withNamed(shown, all)]),
  };
}

/** The order in which parts are named says nothing. */
const jointHash = (parts: readonly Part[]): string =>
  contentHash([...new Set(parts.map(({ hash }) => hash))].sort());

const withoutRules = <T extends { rules?: unknown }>({ rules: _rules, ...section }: T): Omit<T, 'rules'> =>
  section;

/** Where its applications go, and what is printed and listed of them. */
function outputsOf({ routes, sheets, rosters, locales }: Definition, category: CategoryDefinition): object[] {
  const printed = sheets.filter(({ id }) => category.sheets?.includes(id));
  const isTranslated = printed.some(({ languages }) => languages !== undefined);
  return [
    ...routes.filter(({ id }) => id === category.route),
    ...printed,
    ...rosters.filter(({ route }) => route === category.route),
    ...(isTranslated ? (locales ?? []) : []),
  ];
}

/** What forms share; each part is hashed once. */
function partsOf({ programme, edition, codes, expressions }: Definition): Parts {
  const known = new Map<unknown, Part>();
  const part = (value: unknown): Part => {
    const found = known.get(value) ?? partOf(value);
    known.set(value, found);
    return found;
  };
  const shared = new Map<string, Part[]>();
  const add = (id: string, value: unknown) => shared.set(id, [...(shared.get(id) ?? []), part(value)]);
  for (const { cases: _cases, ...one } of expressions) add(one.id, one);
  for (const one of codes) add(one.id, one);
  const { opensAt: _opens, closesAt: _closes, returnedUntil: _until, ...cycle } = edition.cycle;
  return { part, shared, common: part({ programme, cycle, quotas: edition.quotas }) };
}

/** Facts are those of the form: it may have values of its own. */
function withFacts(shared: Shared, facts: object, part: Parts['part']): Shared {
  const all = new Map(shared);
  for (const [id, value] of Object.entries(facts)) all.set(id, [...(all.get(id) ?? []), part({ id, value })]);
  return all;
}

const WORD = /[\w-]+/g;
/** A name that is computed, or facts that are read as one object: anything may be meant. */
const OPEN =
  /"(?:var|missing|missing_some|use)":(?:\{|\[[{[])|"code":\[[{[]|cycle\.facts(?!\.\w)|"var":\[?"cycle"/;

function partOf(value: unknown): Part {
  const text = JSON.stringify(value);
  return { hash: contentHash(value), words: new Set(text.match(WORD)), isOpen: OPEN.test(text) };
}

/** The parts, whatever of the shared ones they name, and what these name in turn. */
function withNamed(own: readonly Part[], shared: Shared): Part[] {
  const found = new Set(own);
  for (const { words, isOpen } of found) {
    if (isOpen) return [...own, ...[...shared.values()].flat()];
    for (const word of words) for (const one of shared.get(word) ?? []) found.add(one);
  }
  return [...found];
}
