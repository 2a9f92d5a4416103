import type {
  Application,
  Definition,
  Facts,
  FieldSchema,
  RuleDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import { bareDefinition } from '../tests/support/bare.ts';

/** A form, tables and a grid of usual size, with 40 rules: what validation is measured on. */

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const textField = (index: number): FieldSchema => ({
  type: 'string',
  title: `Field ${index}`,
  maxLength: 100,
});

const form: SectionDefinition = {
  id: 'details',
  title: 'Details',
  kind: 'form',
  schema: {
    type: 'object',
    required: numbers(20).map((index) => `f${index}`),
    properties: {
      ...Object.fromEntries(numbers(30).map((index) => [`f${index}`, textField(index)])),
      birth: { type: 'string', title: 'Birth', format: 'date' },
      extra: { type: 'string', title: 'Extra', visibleWhen: { '==': [{ var: 'section.f0' }, 'more'] } },
    },
  },
};

function table(id: string): SectionDefinition {
  const properties: Record<string, FieldSchema> = {
    period: { type: 'string', title: 'Period', format: 'month-range' },
    place: { type: 'string', title: 'Place', maxLength: 200 },
    what: { type: 'string', title: 'What', maxLength: 500 },
    amount: { type: 'number', title: 'Amount', minimum: 0, maximum: 1000 },
  };
  return {
    id,
    title: id,
    kind: 'table',
    schema: {
      type: 'array',
      maxItems: 20,
      items: { type: 'object', required: ['period', 'what'], properties },
    },
    rules: [rule(`${id}-amount`, { '<=': [{ var: 'row.amount' }, 500] }, 'row')],
  };
}

const grid: SectionDefinition = {
  id: 'hours',
  title: 'Hours',
  kind: 'grid',
  columns: { years: { from: -5, to: -1 }, title: '{year}' },
  cells: { count: { type: 'integer', minimum: 0, blank: '/' } },
  items: numbers(20).map((index) => ({
    id: `i${index}`,
    title: `Item ${index}`,
    cell: 'count',
    required: true,
  })),
};

function rule(
  id: string,
  require: RuleDefinition['require'],
  per: RuleDefinition['per'] = 'section',
): RuleDefinition {
  return { id, per, require, message: `Rule ${id}`, severity: 'block' };
}

/** Rules of the kinds that programmes have: comparisons, sums over rows, dates, conditions. */
const rules: RuleDefinition[] = numbers(37).map((index) => {
  const kinds: RuleDefinition['require'][] = [
    { '!=': [{ var: `application.details.f${index % 20}` }, 'forbidden'] },
    { '>=': [{ age: [{ var: 'application.details.birth' }, { var: 'cycle.asOf' }] }, 18] },
    { or: [{ '!': { var: 'application.details.f25' } }, { answered: { var: 'application.details.f26' } }] },
    { '<=': [{ var: ['application.hours.cells.i1.2025', 0] }, 366] },
    { in: [{ var: 'unit.kind' }, ['school', 'council']] },
  ];
  return rule(`r${index}`, kinds[index % kinds.length] ?? true);
});

const office = { title: 'Office', find: { self: true as const } };

const bare = bareDefinition('inline', []);

export const inlineDefinition: Definition = {
  ...bare,
  programme: { ...bare.programme, timeZone: 'Europe/London' },
  categories: [
    {
      id: 'usual',
      title: 'Usual',
      route: 'review',
      pages: [],
      sections: [form, table('study'), table('work'), table('papers'), grid],
      rules,
    },
  ],
  routes: [
    {
      id: 'review',
      title: 'Review',
      subject: 'application',
      desks: { office },
      queues: {},
      events: { PASS: { title: 'Pass' } },
      machine: {
        id: 'review',
        initial: 'open',
        states: {
          open: {
            meta: { desk: 'office', title: 'Open' },
            on: {
              PASS: [
                {
                  target: 'passed',
                  guard: { type: 'rule', params: { rule: { '!!': { var: 'desks.office' } } } },
                  actions: ['markActed'],
                  meta: { by: 'office' },
                },
              ],
            },
          },
          passed: { type: 'final', meta: { title: 'Passed' } },
        },
      },
    },
  ],
};

const row = (index: number) => ({
  id: `r${index}`,
  period: '2020.09-2023.07',
  place: 'Riverside',
  what: 'Something worth a line or two',
  amount: 100,
});
const cells = Object.fromEntries(numbers(5).map((index) => [String(2021 + index), 40]));

const facts: Facts = {
  applicant: {},
  unit: { kind: 'school', name: 'School', level: 1 },
  desks: { office: 'o1' },
  cycle: inlineDefinition.edition.cycle,
  now: '2026-05-01T09:00:00Z',
};

export const inlineApplication: { application: Application; facts: Facts } = {
  facts,
  application: {
    category: 'usual',
    files: [],
    strikes: [],
    sections: {
      details: {
        ...Object.fromEntries(numbers(25).map((index) => [`f${index}`, `Some answer number ${index}`])),
        birth: '1980-05-17',
      },
      study: numbers(8).map(row),
      work: numbers(10).map(row),
      papers: numbers(10).map(row),
      hours: {
        cells: Object.fromEntries(numbers(20).map((index) => [`i${index}`, cells])),
        marks: {},
        own: [],
      },
    },
  },
};

/** The same with 20 errors of different kinds. */
export function withErrors(application: Application): Application {
  const details = Object.fromEntries(
    numbers(15).map((index) => [`f${index}`, `Some answer number ${index}`]),
  );
  const study = numbers(8).map((index) => (index < 7 ? { ...row(index), period: 'sometime' } : row(index)));
  const work = numbers(10).map((index) => (index < 8 ? { ...row(index), amount: -1 } : row(index)));
  return {
    ...application,
    sections: { ...application.sections, details: { ...details, birth: '1980-05-17' }, study, work },
  };
}
