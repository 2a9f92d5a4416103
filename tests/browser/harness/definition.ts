import type { Definition, SectionDefinition } from '#core/model/index.ts';
import { bareDefinition } from '../../support/bare.ts';

const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  schema: {
    type: 'object',
    required: ['name', 'colour'],
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 40 },
      age: { type: 'integer', title: 'Age', minimum: 18 },
      colour: { type: 'string', title: 'Colour', code: 'colour' },
      works: { type: 'string', title: 'Works', enum: ['yes', 'no'] },
      employer: {
        type: 'string',
        title: 'Employer',
        maxLength: 80,
        none: 'none',
        visibleWhen: { '==': [{ var: 'application.person.works' }, 'yes'] },
        requiredWhen: { '==': [{ var: 'application.person.works' }, 'yes'] },
      },
      drives: { type: 'boolean', title: 'Drives' },
      secret: { type: 'string', title: 'Number', maxLength: 20, sensitive: true },
    },
  },
  ui: { '/drives': { widget: 'radio' } },
  slots: [{ id: 'photo', title: 'Certificate', at: '/name', requiredWhen: true }],
};

const study: SectionDefinition = {
  id: 'study',
  title: 'Study',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      required: ['period', 'content'],
      properties: {
        period: { type: 'string', format: 'month-range', title: 'Period' },
        content: { type: 'string', title: 'Subject', maxLength: 100 },
        began: {
          type: 'string',
          format: 'month',
          title: 'Began',
          derive: { rangeStart: { var: 'row.period' } },
        },
      },
    },
  },
  slots: [{ id: 'proof', title: 'Proof', per: 'row' }],
};

const work: SectionDefinition = {
  id: 'work',
  title: 'Work',
  kind: 'grid',
  columns: { years: { from: -3, to: -1 }, title: '{year}' },
  cells: {
    count: { type: 'integer', minimum: 0, blank: '/' },
    talks: {
      type: 'object',
      blank: '/',
      properties: { total: { type: 'integer', title: 'total' }, part: { type: 'integer', title: 'part' } },
    },
  },
  items: [
    { id: 'weeks', title: 'Weeks', unit: 'weeks', cell: 'count', schema: { maximum: 53 }, required: true },
    { id: 'visits', title: 'Visits', cell: 'count' },
    { id: 'talks', title: 'Talks', cell: 'talks' },
    {
      id: 'sum',
      title: 'Sum',
      cell: 'count',
      derive: { '+': [{ var: ['cells.weeks', 0] }, { var: ['cells.visits', 0] }] },
    },
  ],
  own: { max: 2, title: 'More', cell: 'count' },
};

const times: SectionDefinition = {
  id: 'times',
  title: 'Times',
  kind: 'form',
  schema: {
    type: 'object',
    properties: {
      began: { type: 'string', format: 'month', title: 'Since', none: 'none' },
      born: { type: 'string', format: 'date', title: 'Day' },
      stay: { type: 'string', format: 'month-range', title: 'Stay' },
      shown: { type: 'string', format: 'date-range', title: 'Shown' },
      weight: { type: 'number', title: 'Weight', none: '/' },
      call: { type: 'string', format: 'phone', title: 'Phone' },
      story: { type: 'string', title: 'Story', maxLength: 800 },
    },
  },
};

const papers: SectionDefinition = {
  id: 'papers',
  title: 'Papers',
  kind: 'documents',
  slots: [{ id: 'summary', title: 'Summary', requiredWhen: true }],
};

/** What may be chosen, proposed, typed as a time, and listed inside a record. */
const visit: SectionDefinition = {
  id: 'visit',
  title: 'Visit',
  kind: 'form',
  schema: {
    type: 'object',
    required: ['gate'],
    properties: {
      gate: {
        type: 'string',
        title: 'Gate',
        oneOf: [
          { const: 'n', title: 'The north gate' },
          { const: 's', title: 'The south gate' },
        ],
        disabledWhen: [
          { when: { '==': [{ var: 'option.code' }, 's'] }, reason: 'It is being painted until May' },
        ],
      },
      risk: {
        type: 'boolean',
        title: 'Risk',
        oneOf: [
          { const: true, title: 'I bear it myself' },
          { const: false, title: 'I do not' },
        ],
      },
      colour: {
        type: 'string',
        title: 'Ticket',
        code: 'colour',
        disabledWhen: [{ when: { '==': [{ var: 'option.code' }, 'g'] }, reason: 'Sold out' }],
      },
      meals: {
        type: 'array',
        title: 'Meals',
        items: {
          type: 'string',
          oneOf: [
            { const: 'b', title: 'Breakfast' },
            { const: 'd', title: 'Dinner' },
          ],
        },
        disabledWhen: [
          { when: { '==': [{ var: 'option.code' }, 'd'] }, reason: 'The kitchen closes at five' },
        ],
      },
      opens: { type: 'string', format: 'time', title: 'Opens' },
      begins: { type: 'string', format: 'date-time', title: 'Begins' },
      reason: { type: 'string', title: 'Reason', examples: ['Holiday', 'Home visit'], maxLength: 60 },
      guests: {
        type: 'array',
        title: 'Guests',
        maxItems: 3,
        items: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', title: 'Guest', maxLength: 40 },
            comes: { type: 'string', format: 'time', title: 'Comes', preset: { var: 'section.opens' } },
          },
        },
      },
    },
  },
};

/** Rows that hold a list of records. */
const projects: SectionDefinition = {
  id: 'projects',
  title: 'Projects',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', title: 'Project', maxLength: 40 },
        rate: { type: 'number', title: 'Rate' },
        steps: {
          type: 'array',
          title: 'Milestones',
          maxItems: 5,
          items: {
            type: 'object',
            required: ['what'],
            text: '{what}: {cost}',
            properties: {
              what: { type: 'string', title: 'What', maxLength: 40 },
              days: { type: 'integer', title: 'Days', preset: 2 },
              cost: {
                type: 'number',
                title: 'Cost',
                derive: { '*': [{ var: 'item.days' }, { var: 'row.rate' }] },
              },
              why: {
                type: 'string',
                title: 'Why so dear',
                maxLength: 40,
                visibleWhen: { '>': [{ var: 'item.cost' }, 50] },
                requiredWhen: { '>': [{ var: 'item.cost' }, 50] },
              },
            },
          },
        },
      },
    },
  },
  ui: { '/steps/*/days': { span: 6 }, '/steps/*/cost': { span: 6 } },
};

const bare = bareDefinition('harness', [person, study, work, times, visit, projects, papers]);

/** A small form with every kind of section, for looking at in a browser. */
export const definition: Definition = {
  ...bare,
  programme: { ...bare.programme, password: { minLength: 8, classes: 3, questions: 'colour' } },
  codes: [
    {
      id: 'colour',
      title: 'Colour',
      entries: [
        { code: 'r', title: 'Red' },
        { code: 'g', title: 'Green' },
        { code: 'o', title: 'Old', validTo: '2020-01-01' },
      ],
    },
  ],
};
