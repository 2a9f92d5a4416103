/** By the cases of SECURITY.md: changes that a malicious or clumsy officer makes. */
import type { Json } from '#core/model/index.ts';

export const CYCLE = '2026H2';
const SECTIONS = `${CYCLE}/sections`;
const PLAN = `${SECTIONS}/plan.json`;
const CARD = `${CYCLE}/sheets/card/template.hbs`;
const ROUTE = `${CYCLE}/routes/application.json`;
const SHARE = 'expressions/share.json';
const MANY = 20_000;

type Hostile = [id: string, file: string, changes: object[]];

const put = (file: string, path: string, value: Json) => ({
  kind: 'editFile',
  file,
  operations: [{ op: 'add', path, value }],
});
const template = (content: Json) => [
  { kind: 'removeFile', file: CARD },
  { kind: 'addFile', file: CARD, content },
];
const expression = (logic: Json) => [put(SHARE, '/logic', logic)];
const route = (path: string, value: Json) => [put(ROUTE, `/machine/states/${path}`, value)];
const titled = (schema: Json) => [put(PLAN, '/schema/properties/title', schema)];
const nested = (depth: number, inner: Json, wrap: (inner: Json) => Json): Json =>
  depth === 0 ? inner : wrap(nested(depth - 1, inner, wrap));
const not = (depth: number): Json => nested(depth, true, (inner) => ({ '!': [inner] }));
const blocks = (many: number): string => '{{#if a}}'.repeat(many) + '{{/if}}'.repeat(many);
const bySubmit = { meta: { by: 'applicant' } };

/** What is taken into a draft, found wrong in the file that is named, and so never published. */
export const FOUND: Hostile[] = [
  ...[
    '{{constructor.constructor}}',
    '{{lookup this "__proto__"}}',
    '{{sheet.__proto__.title}}',
    '{{__lookupGetter__ "x"}}',
    '{{helperMissing "x"}}',
  ].map((call): Hostile => [`D1 a template that climbs out: ${call}`, CARD, template(`<p>${call}</p>`)]),
  ...[
    '<p>{{{programme.title}}}</p>',
    '<p>{{&programme.title}}</p>',
    '<p class={{programme.title}}>x</p>',
    '<a href="{{programme.title}}">x</a>',
    '<a href="javascript:alert(1)">x</a>',
  ].map((text): Hostile => [`D3 output that acts: ${text}`, CARD, template(text)]),
  ['D4 a partial that calls itself', CARD, template('{{> card}}')],
  [
    'D4 a partial of twice itself',
    CARD,
    template('{{#*inline "a"}}{{> b}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{> a}}{{/inline}}{{> a}}'),
  ],
  ['D4 three thousand blocks in one another', CARD, template(blocks(3_000))],
  ['D4 a chain of three thousand', CARD, template(`{{#if a}}${'{{else if a}}'.repeat(3_000)}{{/if}}`)],
  ['D4 a template of a hundred thousand letters', CARD, template('<p>a</p>'.repeat(12_500))],
  ['D5 the root', CARD, template('<p>{{@root.users}}</p>')],
  ['D5 what stands around', CARD, template('<p>{{../../x}}</p>')],
  ['D6 a pattern that runs away', PLAN, [put(PLAN, '/schema/properties/title/pattern', '^(a+)+$')]],
  [
    'D6 two hundred of them',
    PLAN,
    [
      put(
        PLAN,
        '/schema/properties/many',
        nestedFields((index) => ({
          ...{ type: 'string', title: `Field ${index}`, maxLength: 40, pattern: '(x+x+)+y' },
        })),
      ),
    ],
  ],
  ['D6 a schema from elsewhere', PLAN, titled({ $ref: 'http://127.0.0.1/x.json' })],
  ['D6 a schema of itself', PLAN, titled({ $ref: '#' })],
  [
    'D7 an account without its number',
    'accounts/gardener.json',
    [{ kind: 'removeField', section: 'person', field: 'cardNumber' }],
  ],
  [
    'D7 files of a terabyte',
    `${CYCLE}/edition.json`,
    [put(`${CYCLE}/edition.json`, '/quotas/fileBytes', 1_000_000_000_000)],
  ],
  [
    'D7 rows without end',
    `${SECTIONS}/members.json`,
    [put(`${SECTIONS}/members.json`, '/schema/maxItems', 1_000_000_000)],
  ],
  [
    'D8 a text of twice itself',
    SHARE,
    expression({ reduce: [[1, 2, 3], { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] }),
  ],
  ['D8 lists in lists', SHARE, expression(nested(10, 1, (inner) => ({ map: [[1, 2], inner] })))],
  ['D8 an operator that writes', SHARE, expression({ log: 'x' })],
  ['D8 an operator with a dot', SHARE, expression({ 'constructor.constructor': ['x'] })],
  ['D8 everything at once', SHARE, expression({ var: '' })],
  ['D8 what objects inherit', SHARE, expression({ var: 'application.__proto__.x' })],
  ['D9 a text compared with a number', PLAN, [rule('odd', { '>': [{ var: 'section.title' }, 5] })]],
  ['D9 a rule that is a text', PLAN, [rule('odd', 'yes')]],
  ['D9 a rule that is nothing', PLAN, [rule('odd', null)]],
  ['D10 an action that there is not', ROUTE, route('awarded/entry', ['launch'])],
  ['D10 a way that leads nowhere', ROUTE, [put(ROUTE, '/machine/initial', 'nowhere')]],
  ['D10 an end that nobody reaches', ROUTE, route('shortlisted/on', {})],
  [
    'D10 a way that leads to where it begins',
    ROUTE,
    route('draft/on/SUBMIT', { target: 'draft', ...bySubmit }),
  ],
  ['D10 straight to the end', ROUTE, route('draft/on/SUBMIT', { target: 'awarded', ...bySubmit })],
  [
    'D10 a guard that is gone',
    ROUTE,
    route('atAssociation/on/PASS/1', {
      target: 'atParks',
      actions: ['markActed'],
      meta: { by: 'association' },
    }),
  ],
  ['D10 an event of nobody', ROUTE, route('draft/on/SUBMIT', { target: 'atAssociation' })],
  ['G6 a name that is none', 'programme.json', [put('programme.json', '/__proto__', { admin: true })]],
];

/** What is not even taken. */
export const REFUSED: [id: string, changes: object[]][] = [
  ['D2 a template that is a tree', template({ type: 'Program', body: [] })],
  ['D4 a template of a megabyte', template('<p>a</p>'.repeat(131_072))],
  ['D4 a template of three megabytes', template('a'.repeat(3_000_000))],
  [
    'D6 twenty thousand names',
    [
      put(
        PLAN,
        '/schema/properties/many',
        nestedFields(() => ({ type: 'string', title: 'x' }), MANY),
      ),
    ],
  ],
  ['D6 sixty groups in one another', titled(nested(60, 'x', (inner) => ({ properties: { a: inner } })))],
  ['D8 logic that is sixty deep', expression(not(60))],
  ['a file outside', [{ kind: 'addFile', file: '../outside.json', content: {} }]],
];

/** What no `JSON.stringify` writes: groups and logic that are thousands deep. */
export const DEEP: [id: string, text: string][] = [
  ['D6 three thousand groups', deepText(3_000, '{"properties":{"a":', '}}')],
  ['D8 twenty thousand steps', deepText(20_000, '{"!":[', ']}')],
];

function deepText(depth: number, opens: string, closes: string): string {
  const value = `${opens.repeat(depth)}true${closes.repeat(depth)}`;
  const at = `"kind":"editFile","file":"${PLAN}"`;
  return `{${at},"operations":[{"op":"add","path":"/schema/properties/title","value":${value}}]}`;
}

/** Rules that the check lets pass with a warning or none, and that give anything but `true`. */
export const NO_ANSWER: Record<string, Json> = {
  text: { var: 'section.title' },
  number: { var: 'section.area' },
  nothing: { var: 'section.fence' },
  'no-number': { '/': [0, { '-': [{ var: 'section.area' }, { var: 'section.area' }] }] },
  maybe: { if: [{ answered: { var: 'section.remarks' } }, true] },
  endless: {
    '>': [
      {
        count: nested(3, { '*': [{ var: '' }, 2] }, (inner) => ({
          map: [Array.from({ length: 80 }, (_, n) => n), inner],
        })),
      },
      0,
    ],
  },
};

/** `of`: where the plan has this title alone, so that no example turns red. */
export function rule(id: string, require: Json, of?: string): object {
  const when = of === undefined ? {} : { when: { '==': [{ var: 'section.title' }, of] } };
  const element = { ...when, require, at: '/title', message: `Never: ${id}`, severity: 'block' };
  return { kind: 'addRule', section: 'plan', cycle: CYCLE, rule: id, element };
}

function nestedFields(field: (index: number) => Json, many = 200): Json {
  const fields = Array.from({ length: many }, (_, index) => [`f${index}`, field(index)] as const);
  return { type: 'object', title: 'Many', properties: Object.fromEntries(fields) };
}
