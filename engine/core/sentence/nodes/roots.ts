import { applicantTitles, itemsOf } from '#core/form/index.ts';
import type { CategoryDefinition, Definition, Json, RouteDefinition } from '#core/model/index.ts';
import type { SentenceWords } from '../locales/index.ts';
import type { SentenceScope } from '../scope.ts';
import { attributeNode, entryNode } from './codes.ts';
import { cycleValues } from './cycle.ts';
import { cellNode, fieldNode, recordNode, sectionNode } from './fields.ts';
import { ANY, either, group, type Node } from './node.ts';
import { titledNode } from './titled.ts';

/** Everything that rules read, from the root down. */
export function rootNode(scope: SentenceScope, words: SentenceWords): Node {
  const { definition, section } = scope;
  const roots: Record<string, () => Node | undefined> = {
    application: () => answersNode(formsFor(scope), scope),
    section: () => section && sectionNode(section, definition, true),
    row: () => ({
      ...(section ? recordNode(section, definition) : ANY),
      ...named(words.names.row),
      silent: true,
    }),
    item: () =>
      scope.item && { ...fieldNode(scope.item, definition), ...named(words.names.item), silent: true },
    index: () => plain(words.names.index, 'number'),
    applicant: () => ({
      ...registrations(definition, 'person'),
      ...named(onlyOne(applicantTitles(definition, applicationsFor(scope))) ?? words.names.applicant),
    }),
    unit: () => ({
      ...unitNode(definition, words),
      ...(scope.candidate ? named(words.names.candidate) : {}),
    }),
    desks: () => desksNode(routesFor(scope), definition, words),
    desk: () => ({
      ...plain(words.names.desk, 'text'),
      valueTitle: deskTitles(routesFor(scope), definition, words),
    }),
    subtree: () => aggregatesNode(routesFor(scope)),
    files: () => filesNode(scope),
    slots: () => slotsNode(scope),
    cycle: () => cycleNode(scope, words),
    now: () => plain(words.names.now, 'date'),
    case: () => caseNode(scope, words),
    others: () => othersNode(definition, words),
    input: () =>
      scope.input && { ...fieldNode(scope.input, definition), ...named(words.names.input), silent: true },
    option: () => optionNode(scope, words),
    column: () =>
      group({
        id: plain(words.names['column.id'], 'text'),
        title: plain(words.names['column.title'], 'text'),
      }),
    cells: () => cellsNode(scope),
    params: () => titledNode('params', definition, ANY),
  };
  return {
    kind: 'record',
    below: (segment) => (Object.hasOwn(roots, segment) ? roots[segment]?.() : undefined),
  };
}

const plain = (title: string, kind: Node['kind']): Node => ({ kind, title, plain: true });
const named = (title: string) => ({ title, plain: true as const });

/** The forms whose sections are read as `application`, the nearest first: another may know what its own has not. */
function formsFor({ definition, category, route }: SentenceScope): CategoryDefinition[] {
  const near = (form: CategoryDefinition) => {
    if (form === category) return 0;
    return route?.id === form.route ? 1 : 2 + Number(form.account !== undefined);
  };
  return [...definition.categories].sort((a, b) => near(a) - near(b));
}

/** The application that is read, else all of them. */
function applicationsFor({ definition, category }: SentenceScope): CategoryDefinition[] {
  return category ? [category] : definition.categories.filter(({ account }) => account === undefined);
}

function routesFor({ definition, category, route }: SentenceScope): RouteDefinition[] {
  if (route) return [route];
  const own = definition.routes.filter((known) => known.id === category?.route);
  return own.length > 0 ? own : definition.routes;
}

function answersNode(forms: CategoryDefinition[], { definition, section }: SentenceScope): Node {
  return {
    kind: 'record',
    below: (segment) => {
      const isOwn = section?.id === segment;
      const found = forms.flatMap((form) => form.sections.filter((known) => known.id === segment));
      const nodes = (isOwn ? [section, ...found] : found).map((known) =>
        sectionNode(known, definition, isOwn),
      );
      return nodes.length === 0 ? undefined : either(nodes);
    },
  };
}

/** The answers of registrations. A form of one section is no more than its fields. */
function registrations({ categories, ...rest }: Definition, makes: 'person' | 'organisation'): Node {
  const forms = categories.filter((form) => form.account?.makes === makes);
  const nodes = forms.map((form) =>
    group(
      Object.fromEntries(
        form.sections.map((section) => [
          section.id,
          sectionNode(section, { categories, ...rest }, form.sections.length === 1),
        ]),
      ),
    ),
  );
  return either(nodes);
}

/** Where applicants are called several things, a sentence takes the general word. */
function onlyOne([title, ...others]: string[]): string | undefined {
  return others.length === 0 ? title : undefined;
}

function unitNode(definition: Definition, words: SentenceWords): Node {
  const { organisationKinds } = definition.programme;
  const own = group({
    id: plain(words.names['unit.id'], 'text'),
    kind: {
      ...plain(words.names['unit.kind'], 'text'),
      valueTitle: (value) => organisationKinds.find((kind) => kind.id === value)?.title,
    },
    level: plain(words.names['unit.level'], 'number'),
    name: plain(words.names['unit.name'], 'text'),
    parent: {
      ...plain(words.names['unit.parent'], 'record'),
      below: (segment) =>
        segment === 'name' || segment === 'kind' ? plain(words.names[`unit.${segment}`], 'text') : undefined,
    },
  });
  const attributes: Node = { kind: 'record', below: (segment) => attributeOfUnit(definition, segment) };
  return {
    ...either([own, attributes, registrations(definition, 'organisation')]),
    ...named(words.names.unit),
  };
}

/** An attribute is the field of the registration to which it points. */
function attributeOfUnit(definition: Definition, key: string): Node | undefined {
  for (const form of definition.categories) {
    const pointer = form.account?.attributes?.[key];
    const [id, ...path] = pointer?.split('/').slice(1) ?? [];
    const section = form.sections.find((known) => known.id === id);
    const found =
      section &&
      path.reduce<Node | undefined>((node, step) => node?.below?.(step), recordNode(section, definition));
    if (found) return found;
  }
  return undefined;
}

/** What desks are called, and whoever applies. */
export function deskTitles(
  routes: RouteDefinition[],
  definition: Definition,
  words: SentenceWords,
): (value: Json) => string | undefined {
  const forms = definition.categories.filter(({ route }) => routes.some(({ id }) => id === route));
  const applicant = onlyOne(applicantTitles(definition, forms)) ?? words.names.applicant;
  return (value) => {
    if (value === 'applicant') return applicant;
    if (value === 'system') return words.names.system;
    if (typeof value !== 'string') return undefined;
    return routes.map(({ desks }) => (Object.hasOwn(desks, value) ? desks[value] : undefined)).find(Boolean)
      ?.title;
  };
}

function desksNode(routes: RouteDefinition[], definition: Definition, words: SentenceWords): Node {
  const titleOf = deskTitles(routes, definition, words);
  return {
    kind: 'record',
    below: (segment) => {
      const title = titleOf(segment);
      return title === undefined ? undefined : { kind: 'desk', title };
    },
  };
}

function aggregatesNode(routes: RouteDefinition[]): Node {
  const all = routes.flatMap(({ events }) =>
    Object.values(events).flatMap(({ batch }) => Object.entries(batch?.aggregates ?? {})),
  );
  return group(
    Object.fromEntries(all.map(([id, { title }]): [string, Node] => [id, { kind: 'number', title }])),
  );
}

function filesNode(scope: SentenceScope): Node {
  const sections = formsFor(scope).flatMap(({ sections: all }) => all);
  return {
    kind: 'record',
    below: (segment) => {
      const slots = sections.filter(({ id }) => id === segment).flatMap((section) => section.slots ?? []);
      return slots.length === 0 ? undefined : slotCounts(slots);
    },
  };
}

function slotsNode({ section }: SentenceScope): Node {
  return slotCounts(section?.slots ?? []);
}

function slotCounts(slots: { id: string; title: string }[]): Node {
  return group(
    Object.fromEntries(
      slots.map(({ id, title }): [string, Node] => [id, { kind: 'number', title, wrappedIn: 'fileCount' }]),
    ),
  );
}

function cycleNode(scope: SentenceScope, words: SentenceWords): Node {
  const own = group({
    id: plain(words.names['cycle.id'], 'text'),
    title: plain(words.names['cycle.title'], 'text'),
    year: plain(words.names['cycle.year'], 'number'),
    opensAt: plain(words.names['cycle.opensAt'], 'date'),
    closesAt: plain(words.names['cycle.closesAt'], 'date'),
    returnedUntil: plain(words.names['cycle.returnedUntil'], 'date'),
    asOf: plain(words.names['cycle.asOf'], 'date'),
  });
  return either([own, cycleValues(scope, words)]);
}

function caseNode(scope: SentenceScope, words: SentenceWords): Node {
  const { definition } = scope;
  const desk: Node = { kind: 'text', valueTitle: deskTitles(routesFor(scope), definition, words) };
  const tags = titledNode('case.tags', definition, ANY);
  const tag: Node = { kind: 'text', valueTitle: (value) => tags.below?.(String(value))?.title };
  return group({
    state: plain(words.names['case.state'], 'text'),
    title: plain(words.names['case.title'], 'text'),
    tags: { ...plain(words.names['case.tags'], 'list'), element: tag },
    category: titledPart('others.category', formTitle(definition), words),
    desk: titledPart('case.desk', desk.valueTitle, words),
    names: {
      kind: 'record',
      below: (segment) => {
        const title = desk.valueTitle?.(segment);
        return title === undefined ? undefined : { kind: 'text', title };
      },
    },
    round: plain(words.names['case.round'], 'number'),
    acted: { ...plain(words.names['case.acted'], 'list'), element: desk },
    vacant: { ...plain(words.names['case.vacant'], 'list'), element: desk },
    returnedBy: { ...desk, ...named(words.names['case.returnedBy']) },
    enteredAt: plain(words.names['case.enteredAt'], 'date'),
    vars: titledNode('case.vars', definition, ANY),
  });
}

/** What has an id and a title: both are it, and an id is called by its title. */
function titledPart(
  name: 'others.category' | 'case.desk',
  valueTitle: Node['valueTitle'],
  words: SentenceWords,
): Node {
  const it = plain(words.names[name], 'text');
  const id = { ...it, ...(valueTitle && { valueTitle }) };
  return {
    ...it,
    silent: true,
    below: (segment) => (segment === 'id' ? id : segment === 'title' ? it : undefined),
  };
}

const formTitle =
  (definition: Definition) =>
  (value: Json): string | undefined =>
    definition.categories.find(({ id }) => id === value)?.title;

/** The other cases of the applicant's, each as far as rules see it. */
function othersNode(definition: Definition, words: SentenceWords): Node {
  const tags = titledNode('case.tags', definition, ANY);
  const titleOf = formTitle(definition);
  const element = group({
    cycle: plain(words.names['others.cycle'], 'text'),
    category: { ...plain(words.names['others.category'], 'text'), valueTitle: titleOf },
    categoryTitle: plain(words.names['others.category'], 'text'),
    state: plain(words.names['case.state'], 'text'),
    title: plain(words.names['case.title'], 'text'),
    tags: {
      ...plain(words.names['case.tags'], 'list'),
      element: { kind: 'text', valueTitle: (value) => tags.below?.(String(value))?.title },
    },
    round: plain(words.names['case.round'], 'number'),
    enteredAt: plain(words.names['case.enteredAt'], 'date'),
  });
  return { ...plain(words.names.others, 'list'), element };
}

function optionNode({ definition, options }: SentenceScope, words: SentenceWords): Node {
  if (!options) return ANY;
  const list = definition.codes.find(({ id }) => id === options.code);
  const value = list ? entryNode(list) : fieldNode(options, definition);
  return {
    kind: 'record',
    title: words.names.option,
    plain: true,
    below: (segment) => {
      if (segment === 'code') return { ...value, ...named(words.names['code.code']) };
      if (segment === 'title') return plain(words.names['code.title'], 'text');
      return list && attributeNode(list, segment, definition, words);
    },
  };
}

function cellsNode({ definition, section }: SentenceScope): Node {
  const items = section ? itemsOf(section) : [];
  return {
    kind: 'record',
    below: (segment) => {
      const item = items.find(({ id }) => id === segment);
      return section && item && { ...cellNode(section, item, definition), title: item.title };
    },
  };
}
