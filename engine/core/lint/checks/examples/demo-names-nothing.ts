import { pointer } from '#core/json/index.ts';
import type { Definition, DemoDefinition, JsonObject } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';
import { unknownFields } from '../../unknown-fields.ts';
import { statesOf } from '../../walk/states.ts';
import { type TransitionSite, transitionsOf } from '../../walk/transitions.ts';

/** A demonstration that names people, forms, cases or events that do not exist. */
export const demoNamesNothing: Check = {
  code: 'demo-names-nothing',
  run: ({ definition }) => (definition.demo ? checkDemo(definition.demo, definition) : []),
};

function checkDemo(demo: DemoDefinition, definition: Definition): Finding[] {
  const forms = definition.categories.filter((category) => category.account).map((category) => category.id);
  const cases = definition.cases.map((example) => example.id);
  const applicants = [...demo.people, ...demo.organisations].map((applicant) => applicant.id);
  const kinds = definition.programme.organisationKinds.map((kind) => kind.id);
  const roles = definition.programme.roles.map((role) => role.id);
  return [
    ...demo.organisations.flatMap((organisation, index) => [
      ...(organisation.created
        ? unless(
            kinds,
            organisation.created.kind,
            pointer('demo', 'organisations', index, 'created', 'kind'),
            'kind',
          )
        : unless(forms, organisation.form, pointer('demo', 'organisations', index, 'form'), 'form')),
      ...unless(
        organisationsBefore(demo, definition, index),
        organisation.under,
        pointer('demo', 'organisations', index, 'under'),
        'earlier',
      ),
    ]),
    ...demo.organisations.flatMap((one, index) =>
      answers(one, pointer('demo', 'organisations', index), definition),
    ),
    ...demo.people.flatMap((one, index) => answers(one, pointer('demo', 'people', index), definition)),
    ...demo.people.flatMap((person, index) => [
      ...(person.role === undefined
        ? unless(forms, person.form, pointer('demo', 'people', index, 'form'), 'form')
        : unless(roles, person.role, pointer('demo', 'people', index, 'role'), 'role')),
      ...unless(
        organisationsBefore(demo, definition),
        person.under,
        pointer('demo', 'people', index, 'under'),
        'organisation',
      ),
    ]),
    ...demo.applications.flatMap((application, index) => [
      ...unless(
        applicants,
        application.person,
        pointer('demo', 'applications', index, 'person'),
        'applicant',
      ),
      ...unless(cases, application.case, pointer('demo', 'applications', index, 'case'), 'case'),
      ...events(application, index, definition),
    ]),
  ];
}

type Registration = { form?: string; sections?: JsonObject };

/** A registration with answers that its form does not ask for. */
function answers({ form, sections }: Registration, at: string, { categories }: Definition): Finding[] {
  const category = categories.find((known) => known.id === form && known.account);
  if (!category) return [];
  return Object.entries(sections ?? {}).flatMap(([id, value]) => {
    const place = at + pointer('sections', id);
    const section = category.sections.find((known) => known.id === id);
    if (!section)
      return [
        { at: place, sentence: 'demo-names-nothing.section', params: { form: category.title, section: id } },
      ];
    return unknownFields(value, section, place);
  });
}

function organisationsBefore(
  demo: DemoDefinition,
  { programme }: Definition,
  index = demo.organisations.length,
): string[] {
  const seeded = programme.seed.organisations.map((organisation) => organisation.id);
  return [...seeded, ...demo.organisations.slice(0, index).map((organisation) => organisation.id)];
}

function events(
  application: DemoDefinition['applications'][number],
  index: number,
  { cases, categories, routes }: Definition,
): Finding[] {
  const category = categories.find((known) => known.id === categoryOfCase(application.case, cases));
  const route = routes.find((known) => known.id === category?.route);
  if (!route) return [];
  const fired = statesOf(route).flatMap(transitionsOf);
  return application.events.flatMap(({ type, by }, position) => [
    ...misfired(fired, { type, by }, pointer('demo', 'applications', index, 'events', position, 'by')),
    ...unless(
      Object.keys(route.events),
      type,
      pointer('demo', 'applications', index, 'events', position, 'type'),
      'event',
    ),
    ...unless(
      [...Object.keys(route.desks), 'applicant', 'system'],
      by,
      pointer('demo', 'applications', index, 'events', position, 'by'),
      'desk',
    ),
  ]);
}

/** An existing event, fired by somebody who may never fire it. */
function misfired(
  fired: TransitionSite[],
  { type, by }: { type: string; by: string },
  at: string,
): Finding[] {
  const may = [...new Set(fired.filter(({ event }) => event === type).flatMap((one) => one.by))];
  if (may.length === 0 || may.includes(by)) return [];
  return [{ at, sentence: 'demo-names-nothing.fired', params: { by, event: type, may } }];
}

function categoryOfCase(
  id: string | undefined,
  cases: Definition['cases'],
  seen: string[] = [],
): string | undefined {
  const found = cases.find((known) => known.id === id);
  if (!found || seen.includes(found.id)) return undefined;
  return found.category || categoryOfCase(found.extends, cases, [...seen, found.id]);
}

type What = 'kind' | 'form' | 'earlier' | 'organisation' | 'role' | 'applicant' | 'case' | 'event' | 'desk';

function unless(known: string[], name: string | undefined, at: string, what: What): Finding[] {
  return name !== undefined && known.includes(name)
    ? []
    : [{ at, sentence: `demo-names-nothing.${what}`, params: { name: name ?? '' } }];
}
