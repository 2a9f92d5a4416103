import { assemble } from '../../engine/core/assemble/index.ts';
import type { Json, JsonObject, LoadedEdition, SourceFile } from '../../engine/core/model/index.ts';

/** A programme's files by path: JSON, or text for templates, styles and broken JSON. */
export type Files = Record<string, Json>;

const RULE = (rule: Json): Json => ({ type: 'rule', params: { rule } });

/** A small programme with nothing wrong in it. Every fixture changes a fresh copy. */
export function base(): Files {
  return {
    'programme.json': {
      id: 'loans',
      title: 'Tool loans',
      locale: 'en',
      timeZone: 'Europe/London',
      organisationKinds: [
        { id: 'council', title: 'Council', level: 0, parents: [] },
        {
          id: 'club',
          title: 'Club',
          level: 1,
          parents: ['council'],
          form: 'club',
          applies: true,
          creates: ['shed'],
        },
        { id: 'shed', title: 'Shed', level: 2, parents: [] },
      ],
      roles: [
        { id: 'member', title: 'Member', abilities: ['apply'] },
        {
          id: 'clerk',
          title: 'Clerk',
          kinds: ['club', 'council', 'shed'],
          abilities: ['review', 'accounts'],
        },
      ],
      password: { minLength: 8, classes: 3, questions: 'question' },
      seed: { organisations: [{ id: 'council', kind: 'council', name: 'Council' }] },
    },
    'codes/question.json': {
      id: 'question',
      title: 'Questions',
      entries: [{ code: 'q1', title: 'First pet' }],
    },
    'codes/tool.json': {
      id: 'tool',
      title: 'Tools',
      entries: [
        { code: 'saw', title: 'Saw', level: 'sharp' },
        { code: 'axe', title: 'Axe', validTo: '2025-12-31', successor: 'saw' },
        { code: 'rake', title: 'Rake', level: 'blunt' },
      ],
    },
    'expressions/double.json': {
      id: 'double',
      title: 'Twice a number',
      params: ['n'],
      logic: { '*': [{ var: 'params.n' }, 2] },
      cases: [{ name: 'two', params: { n: 2 }, expects: 4 }],
    },
    'fragments/contact.json': {
      id: 'contact',
      schema: { type: 'object', properties: { phone: { type: 'string', format: 'phone', title: 'Phone' } } },
    },
    'sections/person.json': form('person', ['name', 'club'], {
      name: { type: 'string', title: 'Name' },
      born: { type: 'string', format: 'date', title: 'Born' },
      club: { type: 'string', title: 'Club' },
    }),
    'sections/details.json': form('details', ['name', 'kind', 'council'], {
      name: { type: 'string', title: 'Name' },
      kind: { type: 'string', enum: ['club'], title: 'Kind' },
      council: { type: 'string', title: 'Council' },
    }),
    'accounts/member.json': account('member', 'person', {
      makes: 'person',
      role: 'member',
      name: '/person/name',
      parent: '/person/club',
    }),
    'accounts/club.json': account('club', 'details', {
      makes: 'organisation',
      role: 'clerk',
      name: '/details/name',
      kind: '/details/kind',
      parent: '/details/council',
      attributes: { label: '/details/name' },
    }),
    'routes/account.json': {
      id: 'account',
      title: 'Accounts',
      subject: 'account',
      desks: { keeper: { title: 'Keeper', find: { self: true } } },
      queues: { pending: { title: 'Pending', holds: 'current' } },
      events: { ADMIT: { title: 'Admit' }, REMOVE: { title: 'Remove' } },
      machine: {
        id: 'account',
        initial: 'waiting',
        states: {
          waiting: {
            meta: { desk: 'keeper', title: 'Waiting' },
            on: { ADMIT: { target: 'active', actions: ['activate'], meta: { by: 'keeper' } } },
          },
          active: {
            meta: { title: 'Active', login: true },
            on: { REMOVE: { target: 'gone', actions: ['release'], meta: { by: 'keeper' } } },
          },
          gone: { type: 'final', meta: { title: 'Gone' } },
        },
      },
    },
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
    'demo.json': {
      organisations: [
        {
          id: 'club-1',
          form: 'club',
          under: 'council',
          sections: { details: { name: 'Club', kind: 'club' } },
        },
      ],
      people: [{ id: 'member-1', form: 'member', under: 'club-1', sections: { person: { name: 'Test A' } } }],
      applications: [{ person: 'member-1', case: 'complete', events: [{ by: 'applicant', type: 'SUBMIT' }] }],
    },
  };
}

/** The one edition that these files make. */
export function editionOf(files: Files): LoadedEdition {
  const [edition] = assemble(sourcesOf(files));
  if (!edition) throw new Error('assemble gives at least one edition');
  return edition;
}

/** The files as a loader would hand them on. */
export function sourcesOf(files: Files): SourceFile[] {
  return Object.entries(files).map(([path, content]) =>
    typeof content === 'string' ? { path, text: content } : { path, json: content },
  );
}

/** The object at a path of keys in one file: what a change works on. Throws where there is none. */
export function at(files: Files, file: string, ...keys: (string | number)[]): JsonObject {
  let value: Json | undefined = files[file];
  for (const key of keys) value = (value as Record<string, Json>)[key];
  if (typeof value !== 'object' || value === null)
    throw new Error(`${file} has nothing at ${keys.join('/')}`);
  return value as JsonObject;
}

function rule(id: string, require: Json, at?: string): JsonObject {
  return { id, require, message: `${id}, please`, severity: 'block', ...(at === undefined ? {} : { at }) };
}

function form(id: string, required: string[], properties: JsonObject): JsonObject {
  const pickers: JsonObject = Object.fromEntries(
    ['club', 'council']
      .filter((name) => id !== 'opinions' && name in properties)
      .map((name) => [`/${name}`, { widget: 'organisation' }]),
  );
  return {
    id,
    title: id,
    kind: 'form',
    schema: { type: 'object', required, properties },
    ui: pickers,
    sheets: id === 'plan' ? ['form'] : [],
  };
}

function account(id: string, section: string, binding: JsonObject): JsonObject {
  return {
    id,
    title: id,
    route: 'account',
    menus: [{ id: 'main', title: 'Registration' }],
    pages: [{ id: 'main', title: 'Registration', menu: 'main', sections: [section] }],
    account: binding,
  };
}
