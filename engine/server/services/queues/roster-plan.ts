import { categoryOf, meet, type Name, namesRead } from '#core/compile/index.ts';
import type {
  CompiledCategory,
  CompiledEdition,
  FormPart,
  Logic,
  RosterDefinition,
  SectionDefinition,
} from '#core/model/index.ts';

/**
 * A form as far as a roster reads it: `form` has those sections and steps alone. `opened` are its sections without the
 * fields that nothing reads: what is sealed there stays so.
 */
export type ReadForm = FormPart & { form: CompiledCategory; opened: SectionDefinition[] };

/** What a roster reads of cases, and of the registrations of applicants and organisations. */
export type RosterPlan = {
  caseForm: (edition: CompiledEdition, category: string) => ReadForm;
  registration: (edition: CompiledEdition, category: string) => ReadForm;
  /** The sections that any form of the route, and any registration, has to be read for. */
  sections: string[];
  registered: string[];
  files: boolean;
};

/** Found from what columns, subtotals and filters name, and from what leads there in the forms of these editions. */
export function planOf(
  editions: readonly CompiledEdition[],
  definition: RosterDefinition,
  tests: readonly Logic[],
): RosterPlan {
  const caseForm = remembered((edition, category) =>
    readForm(edition, category, namesIn(edition, definition, tests)),
  );
  const forms = formsOf(editions, caseForm, ({ definition: { route } }) => route === definition.route);
  const names = forms.flatMap(registeredNames);
  const registration = remembered((edition, category) => readForm(edition, category, names));
  return {
    caseForm,
    registration,
    sections: sectionsOf(forms),
    registered: sectionsOf(formsOf(editions, registration, (one) => one.definition.account !== undefined)),
    files: forms.some((form) => reads(form, 'files')),
  };
}

/** Whether a form reads anything that begins with this word, or everything. */
export const reads = (form: FormPart, head: string): boolean =>
  form.reads.some((name) => name.length === 0 || name[0] === head);

/** Whether what is read of a form follows from its own answers. */
export const readsItself = (form: FormPart): boolean => form.reads.every(([head]) => head === 'application');

type FormOf = (edition: CompiledEdition, category: string) => ReadForm;

const formsOf = (
  editions: readonly CompiledEdition[],
  formOf: FormOf,
  isAsked: (form: CompiledCategory) => boolean,
): ReadForm[] =>
  editions.flatMap((edition) =>
    Object.values(edition.categories)
      .filter(isAsked)
      .map((one) => formOf(edition, one.definition.id)),
  );

/** What the roster names, as names of the whole form. */
function namesIn(
  { scope }: CompiledEdition,
  { columns, subtotalBy, rowsOf }: RosterDefinition,
  tests: readonly Logic[],
): Name[] {
  const logics = [...columns.map(({ value }) => value), subtotalBy ?? null, ...tests];
  const rows: Name[] = rowsOf === undefined ? [] : [['application', rowsOf]];
  return [...rows, ...logics.flatMap((logic) => namesRead(logic, { section: rowsOf }, scope))];
}

/** Of registrations, under the names that these have there. */
function registeredNames({ reads: names }: FormPart): Name[] {
  return names.flatMap(([head, ...rest]): Name[] => {
    if (head === undefined) return [[]];
    return head === 'applicant' || head === 'unit' ? [['application', ...rest]] : [];
  });
}

function readForm(edition: CompiledEdition, category: string, names: readonly Name[]): ReadForm {
  const whole = categoryOf(edition, category);
  const part = whole.partFor(names);
  const opened = part.sections.map(({ definition }) => openedOf(definition, part.reads));
  return { ...part, form: { ...whole, sections: part.sections, steps: part.steps }, opened };
}

function openedOf(section: SectionDefinition, names: FormPart['reads']): SectionDefinition {
  const properties = section.kind === 'form' ? section.schema?.properties : undefined;
  if (properties === undefined) return section;
  const isRead = (field: string): boolean =>
    names.some((name) => meet(name, ['application', section.id, field]));
  const read = Object.entries(properties).filter(([field]) => isRead(field));
  return { ...section, schema: { ...section.schema, properties: Object.fromEntries(read) } };
}

const sectionsOf = (forms: ReadForm[]): string[] => [
  ...new Set(forms.flatMap(({ sections }) => sections.map(({ id }) => id))),
];

/** Rosters hold cases of few editions and forms. */
function remembered(make: FormOf): FormOf {
  const known = new Map<string, ReadForm>();
  return (edition, category) => {
    const key = `${edition.hash}/${category}`;
    const found = known.get(key) ?? make(edition, category);
    known.set(key, found);
    return found;
  };
}
