import fc from 'fast-check';
import type { ExpressionDefinition, Logic, RuleDefinition, SectionDefinition } from '#core/model/index.ts';
import { all } from '../compile/sections.ts';
import { plan, projects } from './lists.ts';

/** Everything that a condition may read here, the whole and parts that are not there among it. */
const paths = [
  ...['section', 'row', 'index', 'input.name', 'case.round', 'unit.kind', 'column.id'],
  ...[
    'application.person',
    'application.person.name',
    'application.person.licence',
    'application.person.total',
  ],
  ...[
    'application.person.nickname',
    'section.colour',
    'section.hobby.what',
    'row.amount',
    'row.why',
    'row.id',
  ],
  ...['application.costs', 'application.costs.0.amount', 'application.costs.1', 'application.hidden.secret'],
  ...[
    'application.hours',
    'application.hours.cells.work',
    'application.hours.own',
    'application.hours.marks.play',
  ],
  ...[
    'item',
    'item.days',
    'item.cost',
    'item.colour',
    'option.code',
    'row.rate',
    'row.tasks',
    'row.tasks.0.cost',
  ],
  ...['application.projects', 'application.projects.0.tasks.1.cost', 'application.projects.1.total'],
  ...['application.plan.shade', 'application.plan.part', 'application.plan.part.steps.0.days'],
  ...['cells.work', 'cells', 'files', 'files.person.photo', 'files.hidden', 'files.costs.bill', 'slots.bill'],
];

const readOf = (names: string[]): fc.Arbitrary<Logic> =>
  fc.constantFrom(...names).map((path) => ({ var: path }));
const part = readOf(paths);
const read = readOf([...paths, '', 'application']);
const literal = fc.constantFrom<Logic[]>('Show', 'Busy', 'r', '2026-03', 0, 5, 100, true, null);

const { condition } = fc.letrec<{ condition: Logic }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    read,
    read.map((one) => ({ answered: one })),
    fc.tuple(read, literal).map((two) => ({ '==': two })),
    fc.tuple(read, literal).map((two) => ({ '>': two })),
    fc.tuple(read, read).map((two) => ({ '==': two })),
    fc.constantFrom('amount', 'why', '', 'id').map((path) => ({
      some: [{ var: 'application.costs' }, { answered: { var: path } }],
    })),
    fc.tuple(fc.constantFrom(...paths), fc.constantFrom('days', 'cost', '')).map(([outer, path]) => ({
      some: [
        { var: 'application.projects' },
        { all: [{ var: 'tasks' }, { '>': [{ var: path }, { var: `outer.outer.${outer}` }] }] },
      ],
    })),
    fc.constantFrom('fixed', 'named', 'shared').map((name) => ({ use: name })),
    read.map((one) => ({ use: ['same', one, { var: 'application.person.name' }] })),
    tie('condition').map((one) => ({ '!': one })),
    fc.tuple(tie('condition'), tie('condition')).map((two) => ({ and: two })),
    fc.tuple(tie('condition'), tie('condition')).map((two) => ({ or: two })),
  ),
}));

/** Never the whole, which would hold itself. */
const derivation: fc.Arbitrary<Logic> = fc.oneof(
  part,
  literal,
  fc.tuple(condition, part, literal).map((three) => ({ if: three })),
  fc.constant<Logic>({ sum: { map: [{ var: 'application.costs' }, { var: 'amount' }] } }),
  fc.constant<Logic>({ '*': [{ var: ['item.days', 1] }, { var: ['row.rate', 2] }] }),
  fc.constant<Logic>({
    sum: { map: [{ var: 'application.projects' }, { sum: { map: [{ var: 'tasks' }, { var: 'cost' }] } }] },
  }),
  fc.constant<Logic>({ '+': [{ var: ['cells.work', 0] }, { var: ['application.person.total', 1] }] }),
);

/** What conditions may call by name. */
export const expressions: ExpressionDefinition[] = [
  { id: 'fixed', title: 'Fixed', params: [], logic: { '==': [{ var: 'application.person.name' }, 'Show'] } },
  { id: 'named', title: 'Named', params: [], logic: { or: [{ use: 'fixed' }, { var: 'row.amount' }] } },
  {
    id: 'shared',
    title: 'Shared',
    params: [],
    logic: {
      or: [
        { '>': [{ var: 'application.person.total' }, 5] },
        { answered: { var: 'application.hidden.secret' } },
        { '>': [{ var: 'files.person.photo' }, 1] },
        { some: [{ var: 'application.costs' }, { '==': [{ var: 'why' }, 'Busy'] }] },
      ],
    },
  },
  {
    id: 'same',
    title: 'Same',
    params: ['a', 'b'],
    logic: { '==': [{ var: 'params.a' }, { var: 'params.b' }] },
  },
];

/** The sections of every kind, also those with lists of records inside. */
export const sectionsOfForms = [...all, projects, plan];

const CONDITIONS = ['visibleWhen', 'requiredWhen', 'readOnlyWhen', 'optionsWhen', 'when', 'require'];

/** These sections, with other conditions and derivations in the same places and in some new ones. */
export const forms: fc.Arbitrary<{ sections: SectionDefinition[]; rules: RuleDefinition[] }> = fc
  .tuple(
    fc.array(condition, { minLength: 40, maxLength: 40 }),
    fc.array(derivation, { minLength: 7, maxLength: 7 }),
  )
  .map(([conditions, derivations]) => {
    let at = 0;
    const next = (from: Logic[]): Logic => from[at++ % from.length] ?? true;
    const changed = (value: unknown, key = ''): unknown => {
      if (CONDITIONS.includes(key)) return next(conditions);
      if (key === 'derive') return next(derivations);
      if (Array.isArray(value)) return value.map((item) => changed(item));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item, name)]));
    };
    const sections = changed(sectionsOfForms) as SectionDefinition[];
    const [person, costs, hours] = sections;
    Object.assign(costs ?? {}, { visibleWhen: { '!=': [{ var: 'application.person.colour' }, 'b'] } });
    Object.assign(person?.schema?.properties?.licence ?? {}, { visibleWhen: next(conditions) });
    Object.assign(costs?.slots?.[0] ?? {}, { visibleWhen: next(conditions) });
    Object.assign(hours?.items?.[2] ?? {}, { requiredWhen: next(conditions) });
    const rule = { severity: 'block', message: 'No' } as const;
    return {
      sections,
      rules: [
        { ...rule, id: 'one', at: '/costs/0/amount', require: next(conditions) },
        { ...rule, id: 'sum', at: '/costs', when: next(conditions), require: next(conditions) },
      ],
    };
  });
