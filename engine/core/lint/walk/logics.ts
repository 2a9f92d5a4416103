import type { CategoryDefinition, Definition, Logic } from '../../model/index.ts';
import { isObject, pointer } from '../../vocabulary/index.ts';
import type { RouteSite } from '../context.ts';
import { columnsOf, type Data, dataOf } from '../shapes/data.ts';
import { shapeOfCell, shapeOfField, shapeOfRow, shapeOfSection } from '../shapes/of-schema.ts';
import { ANY, BOOLEAN, NUMBER, record, type Shape, TEXT } from '../shapes/shape.ts';
import type { FieldSite } from './fields.ts';
import type { SectionSite } from './sections.ts';
import { stateActions } from './transitions.ts';

/** What an expression is for: a condition that may hold, a statement that must hold, or a value. */
export type LogicUse = 'condition' | 'require' | 'value';

/** One expression with everything that it may read. `pointer` runs into the definition. */
export type LogicSite = { logic: Logic; pointer: string; data: Data; use: LogicUse };

const CONDITIONS = ['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const;

/** Every expression of an edition. */
export function logicsOf(
  definition: Definition,
  sections: SectionSite[],
  fields: FieldSite[],
  routes: RouteSite[],
): LogicSite[] {
  const known = new Map<CategoryDefinition, Data>();
  const dataFor = (category: CategoryDefinition): Data => {
    const data = known.get(category) ?? dataOf(definition, [category]);
    known.set(category, data);
    return data;
  };
  return [
    ...ofExpressions(definition),
    ...ofProgramme(definition),
    ...ofCategories(definition, dataFor),
    ...sections.flatMap((site) => ofSection(definition, site, dataFor(site.category))),
    ...fields.flatMap((field) =>
      field.site ? ofField(definition, field, field.site, dataFor(field.site.category)) : [],
    ),
    ...routes.flatMap((site) => ofRoute(definition, site)),
    ...ofSheets(definition),
    ...ofRosters(definition),
  ];
}

/** The expressions that are there, of those that may be. */
function present(sites: (Omit<LogicSite, 'logic'> & { logic: Logic | undefined })[]): LogicSite[] {
  return sites.flatMap((site) => (site.logic === undefined ? [] : [{ ...site, logic: site.logic }]));
}

function ofExpressions({ categories, expressions, ...rest }: Definition): LogicSite[] {
  const all = dataOf({ categories, expressions, ...rest }, categories);
  return expressions.map(({ params, logic }, index) => ({
    logic,
    pointer: pointer('expressions', index, 'logic'),
    use: 'value',
    data: { ...all, params: record(Object.fromEntries(params.map((name) => [name, ANY]))) },
  }));
}

function ofProgramme(definition: Definition): LogicSite[] {
  const { unit = ANY } = dataOf(definition, []);
  return present(
    definition.programme.organisationKinds.map((kind, index) => ({
      logic: typeof kind.applies === 'boolean' ? undefined : kind.applies,
      pointer: pointer('programme', 'organisationKinds', index, 'applies'),
      use: 'condition',
      data: { unit },
    })),
  );
}

function ofCategories(definition: Definition, dataFor: (category: CategoryDefinition) => Data): LogicSite[] {
  return definition.categories.flatMap((category, index) => {
    const { applicant = ANY, unit = ANY, cycle = ANY, now = ANY, ...more } = dataFor(category);
    const at = pointer('categories', index);
    const offered = {
      logic: category.offeredWhen,
      pointer: `${at}/offeredWhen`,
      use: 'condition' as const,
      data: { applicant, unit, cycle, now },
    };
    return [
      ...present([offered]),
      ...ofRules(category.rules, `${at}/rules`, () => ({ applicant, unit, cycle, now, ...more })),
    ];
  });
}

type Ruled = { when?: Logic; require: Logic; per?: 'section' | 'row' };

function ofRules(rules: Ruled[] | undefined, at: string, dataFor: (rule: Ruled) => Data): LogicSite[] {
  return (rules ?? []).flatMap((rule, index) =>
    present([
      { logic: rule.when, pointer: at + pointer(index, 'when'), use: 'condition', data: dataFor(rule) },
      { logic: rule.require, pointer: at + pointer(index, 'require'), use: 'require', data: dataFor(rule) },
    ]),
  );
}

/** What stands in a row also reads the row. */
function rowData({ section }: SectionSite, base: Data): Data {
  if (section.kind !== 'table') return base;
  const slots = (section.slots ?? []).filter((slot) => slot.per === 'row').map((slot) => [slot.id, NUMBER]);
  return { ...base, row: shapeOfRow(section), index: NUMBER, slots: record(Object.fromEntries(slots)) };
}

function sectionData(definition: Definition, { section }: SectionSite, base: Data): Data {
  const slots = (section.slots ?? []).filter((slot) => slot.per !== 'row').map((slot) => [slot.id, NUMBER]);
  const own = shapeOfSection(section, columnsOf(section, definition.edition.cycle));
  return { ...base, section: own, slots: record(Object.fromEntries(slots)) };
}

function ofSection(definition: Definition, site: SectionSite, base: Data): LogicSite[] {
  const { section, pointer: at } = site;
  const own = sectionData(definition, site, base);
  const forPer = (part: { per?: 'section' | 'row' }) => (part.per === 'row' ? rowData(site, own) : own);
  const slots = (section.slots ?? []).flatMap((slot, index) =>
    CONDITIONS.slice(0, 2).map((key) => ({
      logic: slot[key as 'visibleWhen' | 'requiredWhen'],
      pointer: at + pointer('slots', index, key),
      use: 'condition' as const,
      data: forPer(slot),
    })),
  );
  return [
    ...present([
      { logic: section.visibleWhen, pointer: `${at}/visibleWhen`, use: 'condition', data: base },
      ...slots,
    ]),
    ...ofRules(section.rules, `${at}/rules`, forPer),
    ...ofItems(site, own),
  ];
}

function ofItems({ section, pointer: at }: SectionSite, own: Data): LogicSite[] {
  const items = section.items ?? [];
  const cells = record(Object.fromEntries(items.map((item) => [item.id, shapeOfCell(section, item.cell)])));
  const column = record({ id: TEXT, title: TEXT });
  return items.flatMap((item, index) =>
    present([
      {
        logic: item.visibleWhen,
        pointer: at + pointer('items', index, 'visibleWhen'),
        use: 'condition',
        data: own,
      },
      {
        logic: item.requiredWhen,
        pointer: at + pointer('items', index, 'requiredWhen'),
        use: 'condition',
        data: { ...own, column, cells },
      },
      {
        logic: item.derive,
        pointer: at + pointer('items', index, 'derive'),
        use: 'value',
        data: { ...own, column, cells },
      },
    ]),
  );
}

function ofField(definition: Definition, field: FieldSite, site: SectionSite, base: Data): LogicSite[] {
  const data = rowData(site, sectionData(definition, site, base));
  const { schema, pointer: at } = field;
  return present([
    ...CONDITIONS.map((key) => ({
      logic: schema[key],
      pointer: `${at}/${key}`,
      use: 'condition' as const,
      data,
    })),
    { logic: schema.derive, pointer: `${at}/derive`, use: 'value', data },
    { logic: schema.preset, pointer: `${at}/preset`, use: 'value', data },
    {
      logic: schema.optionsWhen,
      pointer: `${at}/optionsWhen`,
      use: 'condition',
      data: { ...data, option: optionOf(definition, schema.code ?? schema.items?.code) },
    },
  ]);
}

/** An entry of a code list as `optionsWhen` reads it. */
function optionOf(definition: Definition, code: string | undefined): Shape {
  const entries = definition.codes.find((list) => list.id === code)?.entries ?? [];
  const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
  const shapes = [...keys].map((key): [string, Shape] => [
    key,
    entries.some((entry) => typeof entry[key] === 'boolean') ? BOOLEAN : ANY,
  ]);
  return record({ code: TEXT, title: TEXT, ...Object.fromEntries(shapes) });
}

function ofRoute(
  definition: Definition,
  { route, pointer: at, transitions, states }: RouteSite,
): LogicSite[] {
  const categories = definition.categories.filter((category) => category.route === route.id);
  const base = dataOf(definition, categories);
  const input = (event: string | undefined): Shape =>
    event === undefined ? record({}) : shapeOfField(route.events[event]?.input?.schema ?? { type: 'object' });
  const events = Object.entries(route.events).flatMap(([name, event]) => [
    ...ofRules(event.conditions, at + pointer('events', name, 'conditions'), () => ({
      ...base,
      input: input(name),
    })),
    ...present([
      {
        logic: event.batch?.require,
        pointer: at + pointer('events', name, 'batch', 'require'),
        use: 'require',
        data: base,
      },
    ]),
    ...ofInput(event.input?.schema, at + pointer('events', name, 'input', 'schema'), {
      ...base,
      input: input(name),
      section: input(name),
      row: input(name),
    }),
  ]);
  const moves = transitions.flatMap((found) => {
    const data = { ...base, input: input(found.event) };
    const rule = isObject(found.guard?.params) ? found.guard.params.rule : undefined;
    return [
      ...present([
        { logic: rule, pointer: `${at}${found.pointer}/guard/params/rule`, use: 'condition', data },
      ]),
      ...found.actions.flatMap((action) => ofAction(action, at, data)),
    ];
  });
  const onStates = states.flatMap((state) =>
    stateActions(state).flatMap((action) => ofAction(action, at, base)),
  );
  return [...ofDesks(definition, route.desks, at), ...events, ...moves, ...onStates];
}

function ofAction(
  action: { type: string; params: Record<string, Logic>; pointer: string },
  at: string,
  data: Data,
): LogicSite[] {
  if (action.type !== 'set') return [];
  return present([
    { logic: action.params.value, pointer: `${at}${action.pointer}/params/value`, use: 'value', data },
  ]);
}

function ofInput(
  schema: { properties?: Record<string, object> } | undefined,
  at: string,
  data: Data,
): LogicSite[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) =>
    present(
      [...CONDITIONS, 'preset' as const, 'derive' as const].map((key) => ({
        logic: (field as Record<string, Logic>)[key],
        pointer: at + pointer('properties', name, key),
        use: key === 'preset' || key === 'derive' ? 'value' : 'condition',
        data,
      })),
    ),
  );
}

function ofDesks(definition: Definition, desks: RouteSite['route']['desks'], at: string): LogicSite[] {
  const { unit = ANY } = dataOf(definition, []);
  return Object.entries(desks).flatMap(([id, desk]) =>
    present([
      {
        logic: desk.find?.where,
        pointer: at + pointer('desks', id, 'find', 'where'),
        use: 'condition',
        data: { unit },
      },
    ]),
  );
}

function ofSheets(definition: Definition): LogicSite[] {
  return definition.sheets.flatMap((sheet, index) => {
    const data = dataOf(
      definition,
      definition.categories.filter((category) => category.sheets?.includes(sheet.id)),
    );
    const at = pointer('sheets', index);
    return present([
      { logic: sheet.watermark?.when, pointer: `${at}/watermark/when`, use: 'condition', data },
      { logic: sheet.availableWhen, pointer: `${at}/availableWhen`, use: 'condition', data },
    ]);
  });
}

function ofRosters(definition: Definition): LogicSite[] {
  return definition.rosters.flatMap((roster, index) => {
    const categories = definition.categories.filter((category) => category.route === roster.route);
    const base = dataOf(definition, categories);
    const tables = categories.flatMap((category) =>
      category.sections.filter((section) => section.id === roster.rowsOf),
    );
    const [table] = tables;
    const data: Data = table ? { ...base, row: shapeOfRow(table), index: NUMBER } : base;
    const at = pointer('rosters', index);
    const values = (key: 'columns' | 'filters') =>
      (roster[key] ?? []).map((part, position) => ({
        logic: part.value,
        pointer: at + pointer(key, position, 'value'),
        use: 'value' as const,
        data,
      }));
    return present([
      ...values('columns'),
      ...values('filters'),
      { logic: roster.subtotalBy, pointer: `${at}/subtotalBy`, use: 'value', data },
    ]);
  });
}
