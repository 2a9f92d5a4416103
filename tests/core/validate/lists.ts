import fc from 'fast-check';
import type { FieldSchema, Json, RuleDefinition, SectionDefinition } from '#core/model/index.ts';

/** Rows that hold lists of records with logic of their own; nobody writes them now and then. */
export const projects: SectionDefinition = {
  id: 'projects',
  title: 'Projects',
  kind: 'table',
  readOnlyWhen: { '==': [{ var: 'application.person.name' }, 'Busy'] },
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        rate: { type: 'number', title: 'Rate' },
        total: {
          type: 'number',
          title: 'Total',
          derive: { sum: { map: [{ var: 'row.tasks' }, { var: 'cost' }] } },
        },
        tasks: { type: 'array', title: 'Tasks', visibleWhen: true, items: taskOf('row.rate') },
      },
    },
  },
  rules: [rulesOfTasks('/tasks')],
};

/** A group that holds such a list, and a choice that cannot always be made. */
export const plan: SectionDefinition = {
  id: 'plan',
  title: 'Plan',
  kind: 'form',
  readOnlyWhen: { '>': [{ var: 'application.projects.0.total' }, 50] },
  schema: {
    type: 'object',
    properties: {
      shade: {
        type: 'string',
        title: 'Shade',
        oneOf: [
          { const: 'Show', title: 'Shown' },
          { const: 'Busy', title: 'Busy' },
        ],
        disabledWhen: [
          { when: { '==': [{ var: 'application.person.hasNickname' }, true] }, reason: 'Never' },
        ],
      },
      part: {
        type: 'object',
        title: 'Part',
        visibleWhen: true,
        properties: { steps: { type: 'array', title: 'Steps', items: taskOf('section.shade') } },
      },
    },
  },
  rules: [rulesOfTasks('/part/steps')],
};

function taskOf(factor: string): FieldSchema {
  return {
    type: 'object',
    properties: {
      days: { type: 'integer', title: 'Days', readOnlyWhen: true },
      cost: { type: 'number', title: 'Cost', derive: { '*': [{ var: 'item.days' }, { var: factor }] } },
      why: {
        type: 'string',
        title: 'Why',
        visibleWhen: { '>': [{ var: 'item.cost' }, 50] },
        requiredWhen: true,
      },
      colour: {
        type: 'string',
        title: 'Colour',
        code: 'colour',
        optionsWhen: { '>': [{ var: 'item.days' }, 5] },
        disabledWhen: [{ when: { '==': [{ var: 'option.code' }, 'r'] }, reason: 'Too red' }],
      },
    },
  };
}

function rulesOfTasks(list: string): RuleDefinition {
  const rule = { id: 'short', per: 'item', at: '/days', severity: 'block', message: 'Too long' } as const;
  return { ...rule, list, when: true, require: { '<=': [{ var: 'item.days' }, 100] } };
}

const record = (fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> =>
  fc.record(fields, { requiredKeys: [] }).map((value) => value as Json);

const number = fc.constantFrom<Json>(0, 5, 60, 'x');
const tasks = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: record({ days: number, why: number, colour: fc.constantFrom<Json>('r', 'b', 'old') }),
    },
    { weight: 1, arbitrary: number },
  ),
  { maxLength: 3 },
);

/** Answers to the sections that are only here. */
export const moreAnswers: fc.Arbitrary<Json> = record({
  projects: fc.array(record({ id: fc.constantFrom<Json>('p1', 'p2'), rate: number, tasks }), {
    maxLength: 3,
  }),
  plan: record({ shade: fc.constantFrom<Json>('Show', 'Busy'), part: record({ steps: tasks }) }),
});
