import { factsOf } from '#core/facts/index.ts';
import { choiceTitle, recordSchema } from '#core/form/index.ts';
import type {
  CategoryDefinition,
  Definition,
  FieldSchema,
  Json,
  SectionDefinition,
} from '#core/model/index.ts';
import { nameOf, type SentenceScope } from '#core/sentence/index.ts';

/** What kind of values stand somewhere; it decides which comparisons are offered. */
export type ReadableKind = 'choice' | 'number' | 'date' | 'boolean' | 'list' | 'text' | 'any';

/** Where a value comes from. */
type SourceGroup = 'row' | 'form' | 'files' | 'account' | 'unit' | 'cycle' | 'facts' | 'case';

/** Something that rules may read: its path, what people call it, and the values that it may have where they are known. */
export type Readable = {
  path: string;
  title: string;
  group: SourceGroup;
  kind: ReadableKind;
  choices?: { value: Json; title: string }[];
};

type Found = Omit<Readable, 'title'>;

/** Everything that logic may read by its place: the row first, then the form, the registration, the unit, the cycle. */
export function readables(scope: SentenceScope, locale: string): Readable[] {
  const { definition, category, section } = scope;
  const found = [
    ...(section?.kind === 'table'
      ? fieldsBelow(recordSchema(section), 'row', { definition, group: 'row' })
      : []),
    ...(scope.item ? fieldsBelow(scope.item, 'item', { definition, group: 'row' }) : []),
    ...sectionsOf(scope).flatMap((one) => inSection(one, `application.${one.id}`, 'form', definition)),
    ...sectionsOf(scope).flatMap(filesOf),
    ...accounts(definition, 'person').flatMap((one) => inForm(one, 'applicant', 'account', definition)),
    ...unitOf(definition),
    ...cycleOf(definition),
    ...factsFor(definition, category),
    ...CASE,
  ];
  const titled = found.map((one): Readable => ({ ...one, title: nameOf(one.path, scope, locale) }));
  return [...new Map(titled.map((one) => [one.path, one])).values()];
}

/** The sections that are read as `application`, the one in which the logic stands first. */
function sectionsOf({ category, section }: SentenceScope): SectionDefinition[] {
  const others = (category?.sections ?? []).filter(({ id }) => id !== section?.id);
  return section ? [section, ...others] : others;
}

function inSection(
  section: SectionDefinition,
  path: string,
  group: SourceGroup,
  definition: Definition,
): Found[] {
  if (section.kind === 'table') return [{ path, group, kind: 'list' }];
  return section.kind === 'form' ? fieldsBelow(recordSchema(section), path, { definition, group }) : [];
}

type Surroundings = { definition: Definition; group: SourceGroup };

function fieldsBelow(schema: FieldSchema, path: string, surroundings: Surroundings): Found[] {
  return Object.entries(schema.properties ?? {}).flatMap(([id, field]): Found[] => {
    const at = `${path}.${id}`;
    const { group, definition } = surroundings;
    const own: Found = { path: at, group, ...valuesOf(field, definition) };
    return field.type === 'object' ? [own, ...fieldsBelow(field, at, surroundings)] : [own];
  });
}

/** The kind of a field's values, and which there are. */
function valuesOf(schema: FieldSchema, definition: Definition): Pick<Readable, 'kind' | 'choices'> {
  const inner = schema.type === 'array' ? (schema.items ?? {}) : schema;
  const choices = choicesOf(inner, definition);
  if (schema.type === 'array') return { kind: 'list', ...(choices && { choices }) };
  if (choices) return { kind: 'choice', choices };
  return { kind: kindOf(schema) };
}

function kindOf({ type, format }: FieldSchema): ReadableKind {
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type !== 'string') return 'any';
  return format === 'date' || format === 'month' || format === 'date-time' ? 'date' : 'text';
}

function choicesOf(schema: FieldSchema, { codes }: Definition): Readable['choices'] {
  const list = codes.find(({ id }) => id === schema.code);
  if (list) return list.entries.map(({ code, title }) => ({ value: code, title }));
  if (schema.oneOf) return schema.oneOf.map((one) => ({ value: one.const, title: one.title }));
  if (!schema.enum) return undefined;
  return schema.enum.map((value) => ({
    value,
    title: choiceTitle(schema, value) ?? schema.words?.[String(value)] ?? String(value),
  }));
}

function filesOf({ id, slots = [] }: SectionDefinition): Found[] {
  return slots.map((slot) => ({ path: `files.${id}.${slot.id}`, group: 'files', kind: 'number' }));
}

function accounts({ categories }: Definition, makes: 'person' | 'organisation'): CategoryDefinition[] {
  return categories.filter(({ account }) => account?.makes === makes);
}

function inForm(form: CategoryDefinition, root: string, group: SourceGroup, definition: Definition): Found[] {
  return form.sections.flatMap((section) => inSection(section, `${root}.${section.id}`, group, definition));
}

function unitOf(definition: Definition): Found[] {
  const kinds = definition.programme.organisationKinds.map(({ id, title }) => ({ value: id, title }));
  return [
    { path: 'unit.kind', group: 'unit', kind: 'choice', choices: kinds },
    { path: 'unit.name', group: 'unit', kind: 'text' },
    { path: 'unit.level', group: 'unit', kind: 'number' },
    ...accounts(definition, 'organisation').flatMap((one) => inForm(one, 'unit', 'unit', definition)),
  ];
}

function cycleOf({ edition }: Definition): Found[] {
  return Object.entries(edition.cycle).flatMap(([id, value]): Found[] =>
    typeof value === 'object' ? [] : [{ path: `cycle.${id}`, group: 'cycle', kind: kindOfValue(value) }],
  );
}

function factsFor({ edition }: Definition, category: CategoryDefinition | undefined): Found[] {
  return Object.entries(factsOf(edition, category?.facts)).map(([id, value]) => ({
    path: `cycle.facts.${id}`,
    group: 'facts',
    kind: kindOfValue(value),
  }));
}

function kindOfValue(value: Json): ReadableKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' && /^\d{4}-\d{2}/.test(value) ? 'date' : 'text';
}

const CASE: Found[] = [
  { path: 'now', group: 'case', kind: 'date' },
  { path: 'case.round', group: 'case', kind: 'number' },
];
