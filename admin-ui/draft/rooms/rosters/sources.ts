import type {
  CategoryDefinition,
  CompiledEdition,
  FieldSchema,
  Logic,
  RosterDefinition,
} from '#core/model/index.ts';

/** Something that a column can show. */
export type ColumnSource = { key: string; title: string; value: Logic; type?: 'number' | 'date' };

/** How deep groups of fields are looked into. */
const DEPTH = 3;

/** Everything that a column of a roster can read: answers, registrations, the organisation, the case and its desks. */
export function columnSources(
  edition: CompiledEdition,
  { route }: RosterDefinition,
  words: SourceWords,
): ColumnSource[] {
  const forms = Object.values(edition.categories).map(({ definition }) => definition);
  const answers = forms
    .filter((form) => form.route === route && !form.account)
    .flatMap((form) => fieldsOf(form, 'application'));
  const registered = forms.flatMap((form) => {
    if (!form.account) return [];
    return fieldsOf(form, form.account.makes === 'organisation' ? 'unit' : 'applicant');
  });
  const all = [...caseSources(edition, route, words), ...answers, ...registered];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
}

/** What the sources that are no field are called on the screen. */
type SourceWords = {
  organisationName: string;
  caseTitle: string;
  round: string;
  entered: string;
  category: string;
  deskName: (title: string) => string;
};

function caseSources(edition: CompiledEdition, route: string, words: SourceWords): ColumnSource[] {
  const source = (path: string, title: string, type?: ColumnSource['type']): ColumnSource => ({
    ...{ key: path, title, value: { var: path } },
    ...(type && { type }),
  });
  const desks = Object.entries(edition.routes[route]?.definition.desks ?? {});
  return [
    source('unit.name', words.organisationName),
    source('case.title', words.caseTitle),
    source('case.category.title', words.category),
    source('case.round', words.round, 'number'),
    { key: 'case.enteredAt', title: words.entered, value: { date: { var: 'case.enteredAt' } }, type: 'date' },
    ...desks.map(([desk, { title }]) => source(`case.names.${desk}`, words.deskName(title))),
  ];
}

function fieldsOf({ sections }: CategoryDefinition, from: string): ColumnSource[] {
  return sections.flatMap(({ id, title, kind, schema }) =>
    kind === 'form' ? below(schema ?? {}, `${from}.${id}`, title, DEPTH) : [],
  );
}

function below({ properties = {} }: FieldSchema, path: string, title: string, depth: number): ColumnSource[] {
  return Object.entries(properties).flatMap(([name, field]): ColumnSource[] => {
    const at = `${path}.${name}`;
    const called = `${title} · ${field.title ?? name}`;
    if (field.properties && field.text === undefined)
      return depth > 0 ? below(field, at, called, depth - 1) : [];
    return [{ key: at, title: called, value: { var: at }, ...typeOf(field) }];
  });
}

function typeOf({ type, format }: FieldSchema): Pick<ColumnSource, 'type'> {
  if (type === 'number' || type === 'integer') return { type: 'number' };
  return format === 'date' ? { type: 'date' } : {};
}
