import { contentHash, readPaths } from '#core/compile/index.ts';
import { factsOf } from '#core/facts/index.ts';
import { isObject, type Json } from '#core/json/index.ts';
import type {
  CategoryDefinition,
  Definition,
  ExpressionDefinition,
  RuleDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import { demands } from '#core/sentence/index.ts';

/** A rule that asks for something else than before, whatever the number of forms that have it. */
export type ChangedRule = {
  /** Of what it asks for: a rule that is changed once more has another. */
  key: string;
  /** null: one of the whole form. */
  section: string | null;
  rule: string;
  /** The title of the section or form about which it is. */
  heading: string;
  message: string;
  /** The rule as people read it. */
  sentence: string;
  /** The forms that have it. */
  forms: { id: string; title: string }[];
};

const KEY = 32;

/**
 * The rules of an edition that ask for something else than those of the one before it (null: there is none). What a
 * rule asks for is its own logic, that of the named expressions that it uses, and the values of the facts that it reads;
 * its words are not.
 */
export function changedRules(before: Definition | null, after: Definition): ChangedRule[] {
  const known = new Set(before ? meanings(before).map(({ key }) => key) : []);
  const changed = new Map<string, ChangedRule>();
  for (const { key, rule, category, section } of meanings(after)) {
    if (known.has(key)) continue;
    const form = { id: category.id, title: category.title };
    const found = changed.get(key);
    if (found) found.forms.push(form);
    else changed.set(key, { key, forms: [form], ...readableOf(rule, after, { category, section }) });
  }
  return [...changed.values()];
}

type Owner = { category: CategoryDefinition; section: SectionDefinition | undefined };
type Meaning = Owner & { key: string; rule: RuleDefinition };

function readableOf(rule: RuleDefinition, definition: Definition, { category, section }: Owner) {
  const { when, require } = rule;
  const scope = { definition, category, ...(section && { section }) };
  return {
    section: section?.id ?? null,
    rule: rule.id,
    heading: (section ?? category).title,
    message: rule.message,
    sentence: demands({ ...(when !== undefined && { when }), require }, scope, definition.programme.locale),
  };
}

/** Every rule that is in force, once for each form. */
function meanings(definition: Definition): Meaning[] {
  const expressions = Object.fromEntries(definition.expressions.map((one) => [one.id, one]));
  return definition.categories.flatMap((category) => {
    const facts = factsOf(definition.edition, category.facts);
    const owned = [
      ...category.sections.map((section) => ({ section, rules: section.rules ?? [] })),
      { section: undefined, rules: category.rules ?? [] },
    ];
    return owned.flatMap(({ section, rules }) =>
      rules
        .filter(({ enabled }) => enabled !== false)
        .map((rule) => ({ category, section, rule, key: keyOf(rule, section, expressions, facts) })),
    );
  });
}

type Expressions = Readonly<Record<string, ExpressionDefinition>>;

function keyOf(
  rule: RuleDefinition,
  section: SectionDefinition | undefined,
  expressions: Expressions,
  facts: Readonly<Record<string, Json>>,
): string {
  const { message: _message, source: _source, enabled: _enabled, ...asked } = rule;
  const logic = [rule.when ?? true, rule.require];
  const used = Object.fromEntries(
    usedIn(logic, expressions).map((id) => [id, expressions[id]?.logic ?? null]),
  );
  const read = readPaths(logic, expressions).flatMap(
    (path) => /^cycle\.facts\.([^.]+)/.exec(path)?.[1] ?? [],
  );
  const values = Object.fromEntries(read.map((id) => [id, facts[id] ?? null]));
  return contentHash({ section: section?.id ?? null, asked, used, values }).slice(0, KEY);
}

/** The named expressions that logic uses, and those that they use. */
function usedIn(logic: Json, expressions: Expressions, found: Set<string> = new Set()): string[] {
  if (Array.isArray(logic)) for (const one of logic) usedIn(one, expressions, found);
  if (!isObject(logic)) return [...found];
  for (const [operator, operands] of Object.entries(logic)) {
    const name = operator === 'use' ? [operands].flat()[0] : undefined;
    if (typeof name === 'string' && !found.has(name)) {
      found.add(name);
      usedIn(expressions[name]?.logic ?? null, expressions, found);
    }
    usedIn(operands, expressions, found);
  }
  return [...found];
}
