import { factsOf } from '#core/facts/index.ts';
import { windowOf } from '#core/form/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type {
  CategoryDefinition,
  CycleDefinition,
  Definition,
  RouteDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import { statesOf } from '../walk/states.ts';
import { actionsIn } from '../walk/transitions.ts';
import { shapeOfJson, shapeOfSection } from './of-schema.ts';
import { ANY, anyOf, list, NUMBER, record, type Shape, shapeBelow, TEXT } from './shape.ts';

/** The keys of what a rule reads, each with its shape. */
export type Data = Record<string, Shape>;

/** What every rule of these categories reads; a path is known when any of the categories knows it. */
export function dataOf(definition: Definition, categories: CategoryDefinition[]): Data {
  const known = KNOWN.get(definition) ?? new Map<string, Data>();
  KNOWN.set(definition, known);
  const key = categories.map((category) => definition.categories.indexOf(category)).join();
  const data = known.get(key) ?? readable(definition, categories);
  known.set(key, data);
  return data;
}

/** Sheets, rosters and routes mostly serve the same categories. */
const KNOWN = new WeakMap<Definition, Map<string, Data>>();

function readable(definition: Definition, categories: CategoryDefinition[]): Data {
  const { cycle } = definition.edition;
  const routes = definition.routes.filter((route) =>
    categories.some((category) => category.route === route.id),
  );
  return {
    application: anyRecord(categories.map((category) => answersOf(category.sections, cycle))),
    applicant: applicantOf(definition, categories),
    unit: unitOf(definition),
    desks: record(
      Object.fromEntries(routes.flatMap((route) => Object.keys(route.desks)).map((desk) => [desk, TEXT])),
    ),
    desk: TEXT,
    subtree: record(Object.fromEntries(routes.flatMap(aggregatesOf).map((name) => [name, NUMBER]))),
    files: anyRecord(categories.map((category) => filesOf(category.sections))),
    cycle: shapeOfJson({ ...cycle, ...windowOf(cycle), facts: factsOf(definition.edition) }),
    now: INSTANT,
    case: caseOf(routes),
    others: OTHERS,
  };
}

/** What is exposed of another case of the applicant's: where it stands, no answers. */
const OTHERS: Shape = list(
  record({
    ...{ cycle: TEXT, category: TEXT, categoryTitle: TEXT, state: TEXT, title: TEXT },
    ...{ tags: list(TEXT), round: NUMBER, enteredAt: { type: 'text', format: 'date-time' } },
  }),
);

const INSTANT: Shape = { type: 'text', format: 'date-time' };

function answersOf(sections: SectionDefinition[], cycle: CycleDefinition): Shape {
  const entries = sections.map((section) => [section.id, shapeOfSection(section, cycle)]);
  return record(Object.fromEntries(entries));
}

function filesOf(sections: SectionDefinition[]): Shape {
  const slots = (section: SectionDefinition) => (section.slots ?? []).map((slot) => [slot.id, NUMBER]);
  return record(
    Object.fromEntries(sections.map((section) => [section.id, record(Object.fromEntries(slots(section)))])),
  );
}

/** Whoever files: a person, or an organisation where the category says so. */
function applicantOf(definition: Definition, categories: CategoryDefinition[]): Shape {
  const kinds = new Set(
    categories.map((category) => (category.account ? undefined : (category.applicant ?? 'person'))),
  );
  const forms = formsOf(definition).filter((form) => kinds.has(undefined) || kinds.has(form.account?.makes));
  return anyRecord(forms.map((form) => answersOf(form.sections, definition.edition.cycle)));
}

function unitOf(definition: Definition): Shape {
  const forms = formsOf(definition).filter((form) => form.account?.makes === 'organisation');
  const answers = forms.map((form) => answersOf(form.sections, definition.edition.cycle));
  const attributes = forms.map((form, index) => attributesOf(form, answers[index] ?? ANY));
  const parent = record({ kind: TEXT, name: TEXT });
  const own = record({ id: TEXT, kind: TEXT, level: NUMBER, name: TEXT, parent });
  return anyRecord([own, ...answers, ...attributes]);
}

function attributesOf(form: CategoryDefinition, answers: Shape): Shape {
  const entries = Object.entries(form.account?.attributes ?? {});
  const at = (path: string) =>
    segmentsOf(path).reduce<Shape>((shape, segment) => shapeBelow(shape, segment) ?? ANY, answers);
  return record(Object.fromEntries(entries.map(([key, path]) => [key, at(path)])));
}

function formsOf(definition: Definition): CategoryDefinition[] {
  return definition.categories.filter((category) => category.account !== undefined);
}

function aggregatesOf(route: RouteDefinition): string[] {
  return Object.values(route.events).flatMap((event) => Object.keys(event.batch?.aggregates ?? {}));
}

function caseOf(routes: RouteDefinition[]): Shape {
  const kept = routes
    .flatMap(statesOf)
    .flatMap(actionsIn)
    .filter((action) => action.type === 'set');
  const desk: Shape = { type: 'text', values: routes.flatMap((route) => Object.keys(route.desks)) };
  const vars = kept.map((action) => [String(action.params.key), ANY]);
  return record({
    state: TEXT,
    title: TEXT,
    tags: list(TEXT),
    round: NUMBER,
    category: record({ id: TEXT, title: TEXT }),
    desk: record({ title: TEXT }),
    names: record(
      Object.fromEntries(routes.flatMap((route) => Object.keys(route.desks)).map((id) => [id, TEXT])),
    ),
    acted: list(desk),
    vacant: list(desk),
    returnedBy: desk,
    enteredAt: INSTANT,
    vars: record(Object.fromEntries(vars)),
  });
}

function anyRecord(shapes: Shape[]): Shape {
  return anyOf([record({}), ...shapes]);
}
