import type { Json, JsonObject } from '#core/model/index.ts';
import { form } from './base-form.ts';

const RULE = (rule: Json): Json => ({ type: 'rule', params: { rule } });

/** One year: a form with every kind of section, its route, a sheet, a roster and a complete case. */
export function editionFiles(): Record<string, Json> {
  return {
    '2026/edition.json': {
      id: '2026',
      cycle: {
        id: '2026',
        title: '2026',
        year: 2026,
        opensAt: '2026-03-01T00:00:00Z',
        closesAt: '2026-12-31T23:59:59Z',
        asOf: '2026-12-31',
      },
      quotas: { fileBytes: 10485760, applicationBytes: 125829120 },
      facts: { most: 100 },
    },
    '2026/categories/standard.json': {
      id: 'standard',
      abstract: true,
      route: 'loan',
      menus: [{ id: 'main', title: 'Loan' }],
      pages: [{ id: 'all', title: 'Loan', menu: 'main', sections: ['plan', 'costs', 'hours', 'opinions'] }],
      summary: [{ title: 'Title', at: '/plan/title' }],
      sheets: ['form'],
    },
    '2026/categories/garden.json': {
      id: 'garden',
      title: 'Garden loan',
      extends: 'standard',
      overlay: { costs: { schema: { maxItems: 6 } } },
      rules: [
        rule(
          'cheap',
          {
            '<=': [
              { sum: { map: [{ var: 'application.costs' }, { var: 'amount' }] } },
              { var: 'cycle.facts.most' },
            ],
          },
          '/costs',
        ),
      ],
    },
    '2026/sections/plan.json': {
      ...form('plan', ['title', 'tool'], {
        title: { type: 'string', title: 'Title', maxLength: 80, pattern: '^[A-Z]' },
        tool: {
          type: 'string',
          code: 'tool',
          title: 'Tool',
          optionsWhen: { '==': [{ var: 'option.level' }, 'sharp'] },
        },
        days: { type: 'integer', minimum: 1, maximum: 30, title: 'Days' },
        start: { type: 'string', format: 'date', title: 'From' },
        twice: {
          type: 'number',
          title: 'Twice',
          derive: { use: ['double', { var: 'application.plan.days' }] },
        },
        contact: {
          fragment: 'contact',
          title: 'Contact',
          visibleWhen: { '==': [{ var: 'application.plan.tool' }, 'saw'] },
        },
      }),
      ui: { '/title': { widget: 'textarea', rows: 3 }, '/days': { widget: 'number', suffix: 'days' } },
      slots: [{ id: 'photo', title: 'Photo', accept: ['image/png'], at: '/tool', requiredWhen: true }],
      rules: [
        rule(
          'not-too-old',
          { '<': [{ age: [{ var: 'applicant.person.born' }, { var: 'now' }] }, 100] },
          '/days',
        ),
      ],
    },
    '2026/sections/costs.json': {
      id: 'costs',
      title: 'Costs',
      kind: 'table',
      schema: {
        type: 'array',
        minItems: 1,
        maxItems: 8,
        items: {
          type: 'object',
          required: ['amount'],
          properties: { amount: { type: 'number', minimum: 0, title: 'Amount' } },
        },
      },
      rules: [{ ...rule('positive', { '>': [{ var: 'row.amount' }, 0] }, '/amount'), per: 'row' }],
      sheets: ['form'],
    },
    '2026/sections/hours.json': {
      id: 'hours',
      title: 'Hours',
      kind: 'grid',
      columns: { years: { from: -1, to: 0 }, title: '{year}' },
      cells: { count: { type: 'integer', minimum: 0, blank: '/' } },
      items: [
        { id: 'alone', title: 'Alone', cell: 'count' },
        { id: 'total', title: 'Total', cell: 'count', derive: { sum: { var: 'cells' } } },
      ],
      sheets: ['form'],
    },
    '2026/sections/opinions.json': {
      ...form('opinions', [], { club: { type: 'string', title: 'Club says' } }),
      editBy: ['club'],
    },
    '2026/routes/loan.json': {
      id: 'loan',
      title: 'Loan',
      subject: 'application',
      desks: {
        club: { title: 'Club', find: { self: true } },
        shed: { title: 'Shed', find: { child: ['shed'], of: 'club' } },
        council: { title: 'Council', find: { ancestor: ['council'] } },
      },
      queues: { pending: { title: 'Pending', holds: 'current' }, done: { title: 'Done', holds: 'acted' } },
      events: {
        SUBMIT: {
          title: 'Hand in',
          requiresValid: true,
          conditions: [rule('open', { '<=': [{ var: 'now' }, { var: 'cycle.closesAt' }] })],
        },
        PASS: {
          title: 'Pass',
          input: {
            schema: {
              type: 'object',
              required: ['club'],
              properties: { club: { type: 'string', title: 'Opinion' } },
            },
          },
        },
        LEND: {
          title: 'Lend all',
          batch: {
            queue: 'pending',
            aggregates: {
              open: { title: 'Open', count: true, tags: ['open'] },
              asked: { title: 'Days', sum: '/plan/days' },
            },
            require: { '==': [{ var: 'subtree.open' }, 0] },
            message: '{open} are open',
            blockers: 'open',
          },
        },
      },
      charts: [{ id: 'a', title: 'With a shed', kind: 'club', assume: { shed: true } }],
      machine: {
        id: 'loan',
        initial: 'draft',
        states: {
          draft: {
            meta: { desk: 'applicant', title: 'Draft' },
            on: { SUBMIT: { target: 'atClub', actions: ['startRound'], meta: { by: 'applicant' } } },
          },
          atClub: {
            tags: ['open'],
            meta: { desk: 'club', title: 'At the club', queues: { club: 'pending' } },
            on: {
              PASS: [
                {
                  target: 'atShed',
                  guard: RULE({ '!!': { var: 'desks.shed' } }),
                  actions: ['markActed', { type: 'write', params: { section: 'opinions', field: 'club' } }],
                  meta: { by: 'club' },
                },
                {
                  target: 'atCouncil',
                  actions: ['markActed', { type: 'set', params: { key: 'short', value: true } }],
                  meta: { by: 'club' },
                },
              ],
            },
          },
          atShed: {
            meta: { desk: 'shed', title: 'At the shed' },
            on: { PASS: { target: 'atCouncil', actions: ['markActed'], meta: { by: 'shed' } } },
          },
          atCouncil: {
            meta: { desk: 'council', title: 'At the council' },
            on: { LEND: { target: 'lent', meta: { by: 'council' } } },
          },
          lent: { type: 'final', tags: ['official'], meta: { title: 'Lent' } },
        },
      },
    },
    '2026/sheets/form/sheet.json': {
      id: 'form',
      title: 'Form',
      paper: { size: 'A4', orientation: 'portrait' },
      formats: ['html'],
      watermark: { text: 'DRAFT', when: { '!': { in: ['official', { var: 'case.tags' }] } } },
    },
    '2026/sheets/form/template.hbs':
      '<h1>{{sections.plan.fields.title}}</h1>\n{{#each sections.costs.rows}}<p>{{amount}}</p>{{/each}}\n{{#repeat 2}}<p></p>{{/repeat}}\n',
    '2026/sheets/form/sheet.css': 'h1 { font-size: 12pt; }\n',
    '2026/rosters/all.json': {
      id: 'all',
      title: 'All',
      route: 'loan',
      queues: ['pending'],
      columns: [
        { title: 'Name', value: { var: 'applicant.person.name' } },
        { title: 'Amount', value: { var: 'row.amount' } },
      ],
      filters: [{ id: 'tool', title: 'Tool', value: { var: 'application.plan.tool' }, code: 'tool' }],
      rowsOf: 'costs',
    },
    '2026/cases/complete.json': {
      id: 'complete',
      name: 'Complete',
      category: 'garden',
      applicant: { person: { born: '1990-01-01' } },
      sections: { plan: { title: 'Hedge', tool: 'saw', days: 2 }, costs: [{ id: 'r1', amount: 5 }] },
      files: ['plan/photo'],
      expects: { valid: true, visible: ['/plan/contact'], values: { '/plan/twice': 4 } },
    },
  };
}

function rule(id: string, require: Json, at?: string): JsonObject {
  return { id, require, message: `${id}, please`, severity: 'block', ...(at === undefined ? {} : { at }) };
}
