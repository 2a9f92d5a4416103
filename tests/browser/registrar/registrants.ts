import type {
  AccountBinding,
  CategoryDefinition,
  CompiledEdition,
  DemoDefinition,
  FieldSchema,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { choicesOf } from '#renderer/form/present/choices.ts';

/** Somebody of the demonstration who registers: by which form, below whom, with which answers. */
export type Registrant = { id: string; form: string; under: string; sections: JsonObject };

type Source = { edition: CompiledEdition; demo: DemoDefinition };

/** An account form and how it makes an account. Throws where there is none of this id. */
export function accountForm(
  edition: CompiledEdition,
  id: string,
): { definition: CategoryDefinition; account: AccountBinding } {
  const definition = edition.categories[id]?.definition;
  if (!definition?.account) throw new Error(`there is no account form "${id}"`);
  return { definition, account: definition.account };
}

/** The first registrant of every kind of unit, and every distinct way in which people differ in a choice. */
export function registrants({ edition, demo }: Source): Registrant[] {
  const seen = new Set<string>();
  const first = (key: string): boolean => !seen.has(key) && Boolean(seen.add(key));
  const units = demo.organisations.flatMap((one) =>
    one.form && one.sections
      ? [{ id: one.id, form: one.form, under: one.under, sections: one.sections }]
      : [],
  );
  const kinds = units.filter((one) => first(kindOf(edition, one)));
  const wanted = new Set(kinds.flatMap((one) => [...wayTo(one.under, units), one.id]));
  const people = demo.people.filter(
    (one) => wanted.has(one.under) && first(JSON.stringify(whoIs(edition, one))),
  );
  return [...units.filter(({ id }) => wanted.has(id)), ...people];
}

/**
 * What the programme allows people to register as and none of these does: kinds of organisation, and choices of who
 * one is.
 */
export function untried({ edition }: Source, all: Registrant[]): string[] {
  const asOf = edition.definition.edition.cycle.asOf;
  const tried = new Set(all.flatMap((one) => [kindOf(edition, one), ...whoIs(edition, one).map(String)]));
  const kinds = edition.definition.programme.organisationKinds.filter(({ form }) => form).map(({ id }) => id);
  const forms = new Set(all.map(({ form }) => form));
  const choices = [...forms].flatMap((form) =>
    identifying(edition, form).flatMap(
      ([, , schema]) => choicesOf(schema, { codes: edition.codes, asOf }) ?? [],
    ),
  );
  return [...kinds, ...choices.map(({ value }) => String(value))].filter((one) => !tried.has(one));
}

/** Who must have registered before: an organisation and all above it. */
function wayTo(id: string, units: Registrant[]): string[] {
  const one = units.find((unit) => unit.id === id);
  return one ? [...wayTo(one.under, units), id] : [];
}

/** The kind of organisation that registers, asked or not; empty for a person. */
function kindOf(edition: CompiledEdition, { form, sections }: Registrant): string {
  const { account } = accountForm(edition, form);
  const { organisationKinds } = edition.definition.programme;
  if (account.makes === 'organisation' && account.kind === undefined)
    return organisationKinds.find((kind) => kind.form === form)?.id ?? '';
  const [section = '', field = ''] = (account.kind ?? '').split('/').slice(1);
  return String((sections[section] as JsonObject | undefined)?.[field] ?? '');
}

/** What a person chose among choices that are all seen at once: that is who they are to the programme. */
const whoIs = (edition: CompiledEdition, { form, sections }: Registrant): Json[] =>
  identifying(edition, form).map(([section, key]) => (sections[section] as JsonObject)[key] ?? null);

/** The choices of a person's form that are drawn as radio buttons: section, field and schema. */
function identifying(edition: CompiledEdition, form: string): [string, string, FieldSchema][] {
  const { definition, account } = accountForm(edition, form);
  if (account.makes !== 'person') return [];
  return definition.sections.flatMap(({ id, schema, ui = {} }) =>
    Object.entries(schema?.properties ?? {})
      .filter(([key]) => ui[`/${key}`]?.widget === 'radio' && ui[`/${key}`]?.span === 24)
      .map(([key, field]): [string, string, FieldSchema] => [id, key, field]),
  );
}
