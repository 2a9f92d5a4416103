import type { SectionDefinition } from '#core/model/index.ts';

/** One section of each kind, with every sort of condition. */
export const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  sheets: ['form'],
  schema: {
    type: 'object',
    required: ['name', 'colour', 'since', 'licence', 'total', 'nickname'],
    properties: {
      name: { type: 'string', title: 'Name', maxLength: 20, preset: { var: 'applicant.person.name' } },
      hasNickname: { type: 'boolean', title: 'Has a nickname' },
      nickname: { type: 'string', title: 'Nickname', visibleWhen: { var: 'application.person.hasNickname' } },
      colour: {
        type: 'string',
        title: 'Colour',
        code: 'colour',
        none: 'none',
        optionsWhen: { '==': [{ var: 'option.warm' }, true] },
      },
      since: { type: 'string', title: 'Since', format: 'month', none: 'never' },
      licence: {
        type: 'object',
        title: 'Licence',
        required: ['number'],
        properties: {
          number: { type: 'string', title: 'Number' },
          scope: { type: 'string', title: 'Scope', sheets: [] },
        },
      },
      hobby: {
        type: 'object',
        title: 'Hobby',
        required: ['what'],
        properties: { what: { type: 'string', title: 'What' } },
      },
      email: {
        type: 'string',
        title: 'E-mail',
        format: 'email',
        requiredWhen: { '==': [{ var: 'section.colour' }, 'r'] },
      },
      total: {
        type: 'number',
        title: 'Total',
        derive: { sum: { map: [{ var: 'application.costs' }, { var: 'amount' }] } },
      },
      double: { type: 'number', title: 'Double', derive: { '*': [{ var: 'section.total' }, 2] } },
      opinion: { type: 'string', title: 'Opinion', editBy: ['clerk'] },
    },
  },
  slots: [
    { id: 'photo', title: 'Photo', requiredWhen: { var: 'application.person.hasNickname' }, at: '/name' },
  ],
};

export const costs: SectionDefinition = {
  id: 'costs',
  title: 'Costs',
  kind: 'table',
  sheets: ['form'],
  mark: { title: 'On the notice', default: true, sheets: ['form'] },
  strike: { sheets: ['form'] },
  schema: {
    type: 'array',
    maxItems: 3,
    items: {
      type: 'object',
      required: ['what', 'amount', 'why'],
      properties: {
        what: { type: 'string', title: 'What' },
        amount: { type: 'number', title: 'Amount', minimum: 0 },
        why: { type: 'string', title: 'Why', visibleWhen: { '>': [{ var: 'row.amount' }, 100] } },
      },
    },
  },
  slots: [{ id: 'bill', title: 'Bill', per: 'row', requiredWhen: { '>': [{ var: 'row.amount' }, 10] } }],
  rules: [
    {
      id: 'billed',
      per: 'row',
      at: '/amount',
      severity: 'block',
      message: 'Needs two bills',
      when: { '>': [{ var: 'row.amount' }, 1000] },
      require: { '>=': [{ var: 'slots.bill' }, 2] },
    },
    { id: 'off', enabled: false, severity: 'block', message: 'Never', require: false },
    {
      id: 'sum',
      severity: 'warn',
      message: 'A lot',
      require: { '<': [{ var: 'application.person.total' }, 5000] },
      source: 'clause 1',
    },
  ],
};

export const hours: SectionDefinition = {
  id: 'hours',
  title: 'Hours',
  kind: 'grid',
  sheets: ['form'],
  columns: { years: { from: -2, to: -1 }, title: '{year}' },
  cells: {
    count: { type: 'integer', minimum: 0, blank: '/' },
    talk: {
      type: 'object',
      required: ['all'],
      properties: { all: { type: 'integer', title: 'all' }, part: { type: 'integer', title: 'part' } },
      text: '{all} ({part})',
    },
  },
  items: [
    { id: 'work', title: 'Work', unit: 'h', cell: 'count', required: true, schema: { maximum: 50 } },
    {
      id: 'play',
      title: 'Play',
      cell: 'count',
      visibleWhen: { '!=': [{ var: 'application.person.name' }, 'Busy'] },
    },
    { id: 'talks', title: 'Talks', cell: 'talk' },
    {
      id: 'all',
      title: 'All',
      cell: 'count',
      derive: { '+': [{ var: ['cells.work', 0] }, { var: ['cells.play', 0] }] },
    },
  ],
  own: { max: 2, title: 'More', cell: 'count' },
};

export const hidden: SectionDefinition = {
  id: 'hidden',
  title: 'Hidden',
  kind: 'form',
  visibleWhen: { '==': [{ var: 'application.person.name' }, 'Show'] },
  schema: {
    type: 'object',
    required: ['secret'],
    properties: { secret: { type: 'string', title: 'Secret' } },
  },
  slots: [{ id: 'paper', title: 'Paper', requiredWhen: true }],
};

export const papers: SectionDefinition = {
  id: 'papers',
  title: 'Papers',
  kind: 'documents',
  slots: [{ id: 'cv', title: 'CV', requiredWhen: true }],
};

export const all = [person, costs, hours, hidden, papers];

/** Answers without any problem, but for the files. */
export const complete = {
  person: { name: 'Test A', colour: 'none', since: 'never', licence: { number: '1' } },
  costs: [{ id: 'r1', what: 'Books', amount: 10, mark: true }],
  hours: { cells: { work: { '2024': 40, '2025': '/' } }, marks: { work: true }, own: [] },
};
