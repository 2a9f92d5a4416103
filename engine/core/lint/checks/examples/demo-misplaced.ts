import { fieldNamed } from '#core/form/index.ts';
import { asObject, pointer, valueAtPointer } from '#core/json/index.ts';
import type { CategoryDefinition, Definition, DemoDefinition, Json } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A demonstration that puts organisations or people where the programme does not allow them. */
export const demoMisplaced: Check = {
  code: 'demo-misplaced',
  run: ({ definition }) => (definition.demo ? misplaced(definition.demo, definition) : []),
};

/** Organisations that stand where their kind may not, and people where nobody applies. */
function misplaced(demo: DemoDefinition, definition: Definition): Finding[] {
  const kinds = kindsIn(demo, definition);
  const kindAt = (id: string) =>
    definition.programme.organisationKinds.find((kind) => kind.id === kinds.get(id));
  const ofOrganisations = demo.organisations.flatMap((one, index): Finding[] => {
    const own = kindAt(one.id);
    const above = kindAt(one.under);
    if (!own || !above) return [];
    const fits = one.created ? above.creates?.includes(own.id) : own.parents.includes(above.id);
    return fits
      ? []
      : [
          {
            at: pointer('demo', 'organisations', index, 'under'),
            sentence: one.created ? 'demo-misplaced.creates' : 'demo-misplaced.takes',
            params: { under: one.under, above: above.title, kind: own.title },
          },
        ];
  });
  const ofPeople = demo.people.flatMap((one, index): Finding[] => {
    const above = kindAt(one.under);
    if (!above || one.role !== undefined || above.applies) return [];
    return [
      {
        at: pointer('demo', 'people', index, 'under'),
        sentence: 'demo-misplaced.applies',
        params: { under: one.under, above: above.title },
      },
    ];
  });
  return [...ofOrganisations, ...ofPeople];
}

/** The kind of each organisation of the demonstration by its id, as far as it can be told. */
function kindsIn(demo: DemoDefinition, definition: Definition): Map<string, string> {
  const seeded = definition.programme.seed.organisations.map(({ id, kind }) => [id, kind] as const);
  const shown = demo.organisations.flatMap((one) => {
    const form = definition.categories.find(({ id }) => id === one.form);
    const kind = one.created?.kind ?? (form && registered(form, one.sections, definition));
    return typeof kind === 'string' ? [[one.id, kind] as const] : [];
  });
  return new Map([...seeded, ...shown]);
}

/** What the registration answers, or what its form says where it leaves that out. */
function registered(
  { id, account, sections }: CategoryDefinition,
  answers: Json | undefined,
  { programme }: Definition,
): Json | undefined {
  if (account?.kind === undefined) return programme.organisationKinds.find(({ form }) => form === id)?.id;
  const field = fieldNamed(sections, account.kind);
  return valueAtPointer(asObject(answers), account.kind) ?? field?.const ?? field?.derive ?? field?.preset;
}
