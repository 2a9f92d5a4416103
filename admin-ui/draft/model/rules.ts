import type { Change } from '#core/change/index.ts';
import { checkLogic } from '#core/compile/index.ts';
import { fieldAt, recordSchema } from '#core/form/index.ts';
import { asText, isObject, type JsonObject, sameJson, segmentsOf, valueAt } from '#core/json/index.ts';
import type {
  CategoryDefinition,
  LoadedEdition,
  RuleDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import { demands, type SentenceScope } from '#core/sentence/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';

/** Where a rule is written: in a section, in a section as one form has it, or in a form. */
type RuleLevel = { section?: string; category?: string };

/** A rule as it is written once, whatever the number of forms that have it. */
export type RuleEntry = {
  key: string;
  level: RuleLevel;
  rule: RuleDefinition;
  /** As it stands in its file: facts are named there, and not yet put into the message. */
  message: string;
  /** The section or form about which it is. */
  heading: string;
  forms: { id: string; title: string }[];
  scope: SentenceScope;
};

/** A section or form to which a rule can be added. */
export type RuleHome = { key: string; level: RuleLevel; title: string; scope: SentenceScope };

/** Every rule of a cycle, in the order of the forms; each once. */
export function ruleEntries(edition: LoadedEdition): RuleEntry[] {
  const entries = new Map<string, RuleEntry>();
  eachRule(edition, (entry, form) => {
    const known = entries.get(entry.key);
    if (known) known.forms.push(form);
    else entries.set(entry.key, { ...entry, forms: [form] });
  });
  return withStableKeys([...entries.values()]);
}

/** A rule keeps its key while it is changed: what is typed in a form below it stays. */
function withStableKeys(entries: RuleEntry[]): RuleEntry[] {
  const times = new Map<string, number>();
  return entries.map((entry) => {
    const place = JSON.stringify([...(JSON.parse(entry.key) as unknown[]).slice(0, 2), entry.rule.id]);
    const time = times.get(place) ?? 0;
    times.set(place, time + 1);
    return { ...entry, key: `${place} ${time}` };
  });
}

type Visit = (entry: Omit<RuleEntry, 'forms'>, form: RuleEntry['forms'][number]) => void;

function eachRule(edition: LoadedEdition, visit: Visit): void {
  const { categories } = edition.definition;
  for (const [index, category] of categories.entries()) {
    const form = { id: category.id, title: category.title };
    const at = `/categories/${index}`;
    for (const [place, rule] of (category.rules ?? []).entries())
      visit(entryAt(edition, `${at}/rules/${place}`, rule, { category }), form);
    for (const [order, section] of category.sections.entries())
      for (const [place, rule] of (section.rules ?? []).entries())
        visit(entryAt(edition, `${at}/sections/${order}/rules/${place}`, rule, { category, section }), form);
  }
}

type Owner = { category: CategoryDefinition; section?: SectionDefinition };

function entryAt(
  edition: LoadedEdition,
  at: string,
  rule: RuleDefinition,
  { category, section }: Owner,
): Omit<RuleEntry, 'forms'> {
  const { file, pointer } = edition.locate(at);
  const written = valueAt(edition.files.find(({ path }) => path === file)?.json ?? null, segmentsOf(pointer));
  const heading = section?.title ?? category.title;
  return {
    key: JSON.stringify([file, pointer, rule]),
    level: levelOf(file, pointer, { category, ...(section && { section }) }),
    rule,
    message: (isObject(written) && asText(written.message)) || rule.message,
    heading,
    scope: { definition: edition.definition, category, section, item: itemOf(rule, section) },
  };
}

function levelOf(file: string, pointer: string, { category, section }: Owner): RuleLevel {
  const known = identifyFile(file);
  if (known?.kind === 'section') return { section: known.id };
  const form = known?.id ?? category.id;
  return pointer.startsWith('/overlay') && section
    ? { section: section.id, category: form }
    : { category: form };
}

/** The items for each of which a rule holds. */
function itemOf({ list }: RuleDefinition, section: SectionDefinition | undefined) {
  return section && list !== undefined ? fieldAt(recordSchema(section), segmentsOf(list))?.items : undefined;
}

/** Where rules can be added: each section once, then each form. */
export function ruleHomes({ definition }: LoadedEdition): RuleHome[] {
  const forms = definition.categories;
  const sections = forms.flatMap((category) =>
    category.sections.flatMap((section) => (section.kind === 'documents' ? [] : [{ category, section }])),
  );
  const first = new Map(sections.toReversed().map((one) => [one.section.id, one]));
  return [
    ...[...new Set(sections.map(({ section }) => section.id))].flatMap((id) => {
      const found = first.get(id);
      if (!found) return [];
      const scope = { definition, ...found };
      return [{ key: `section/${id}`, level: { section: id }, title: found.section.title, scope }];
    }),
    ...forms.map((category) => ({
      ...{ key: `form/${category.id}`, level: { category: category.id }, title: category.title },
      scope: { definition, category },
    })),
  ];
}

/** A rule as people read it; empty where its logic is not yet one that could be read. */
export function sentenceOf(
  { when, require }: Pick<RuleDefinition, 'when' | 'require'>,
  scope: SentenceScope,
  locale: string,
): string {
  const isSound = [when ?? true, require].every((logic) => checkLogic(logic).length === 0);
  return isSound ? demands({ ...(when !== undefined && { when }), require }, scope, locale) : '';
}

/** The change that makes one rule of another; null where they are the same. */
export function changeOf(
  level: RuleLevel,
  cycle: string,
  before: RuleDefinition,
  after: RuleDefinition,
): Change | null {
  const patch = patchOf(before, after);
  return Object.keys(patch).length > 0
    ? { kind: 'changeRule', ...level, cycle, rule: before.id, patch }
    : null;
}

function patchOf(before: RuleDefinition, after: RuleDefinition): JsonObject {
  const [was, is] = [before, after].map((rule) => ({ ...rule }) as JsonObject);
  if (!was || !is) return {};
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = keys.filter((key) => !sameJson(was[key] ?? null, is[key] ?? null));
  return Object.fromEntries(changed.map((key) => [key, is[key] === '' ? null : (is[key] ?? null)]));
}

/** The change that adds a rule to a section or a form, with an id that none there has. */
export function additionOf(home: RuleHome, cycle: string, rule: Omit<RuleDefinition, 'id'>): Change {
  const { category, section } = home.scope;
  const owner = section ?? category;
  const ids = new Set((owner?.rules ?? []).map(({ id }) => id));
  const number = Array.from({ length: ids.size + 1 }, (_, at) => at + 1).find((at) => !ids.has(`rule-${at}`));
  return { kind: 'addRule', ...home.level, cycle, rule: `rule-${number ?? 1}`, element: { ...rule } };
}

export const removalOf = ({ level, rule }: RuleEntry, cycle: string): Change => ({
  kind: 'removeRule',
  ...level,
  cycle,
  rule: rule.id,
});
