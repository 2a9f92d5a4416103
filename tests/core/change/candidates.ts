import { blocksOf, type Change, tablesOf, templateEdit } from '#core/change/index.ts';
import { asList, asObject, isObject, type JsonObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';

/** Changes that may be made to these files, of as many kinds as they have parts for. */
export function candidates(files: readonly SourceFile[]): Change[] {
  return files.flatMap(({ path, json, text }) => {
    const part = identifyFile(path);
    if (!part) return [];
    const cycle = part.cycle === undefined ? {} : { cycle: part.cycle };
    const at: At = { id: part.id, cycle, path };
    if (part.kind === 'template')
      return part.language ? [] : [...sentences(at, text ?? ''), ...blocks(at, text ?? '')];
    const made = isObject(json) ? OF[part.kind]?.(at, json) : undefined;
    return made ?? [];
  });
}

type At = { id: string; cycle: { cycle?: string }; path: string };
type Candidates = (at: At, json: JsonObject) => Change[];

const idsOf = (list: JsonObject[string] | undefined, key = 'id'): string[] =>
  asList(list).flatMap((one) => (isObject(one) && typeof one[key] === 'string' ? [one[key]] : []));

const NEVER = { id: 'added', require: true, at: '', message: 'added', severity: 'warn' };

const OF: Record<string, Candidates> = {
  section: ({ id, cycle }, json) => {
    const level = { section: id, ...cycle };
    const isTable = json.kind === 'table';
    const record = isTable ? asObject(asObject(json.schema).items) : asObject(json.schema);
    const fields = Object.keys(asObject(record.properties));
    const [first, second] = fields;
    const items = idsOf(json.items);
    const [item] = items;
    const [slot] = idsOf(json.slots);
    const [rule] = idsOf(json.rules);
    return [
      { kind: 'setText', part: 'section', id, ...cycle, way: ['title'], text: 'Another title' },
      { kind: 'addSlot', ...level, slot: 'added', element: { title: 'Added' } },
      { kind: 'addRule', ...level, rule: 'added', element: NEVER },
      ...(first === undefined
        ? []
        : [
            {
              kind: 'addField',
              ...level,
              field: 'added',
              schema: { type: 'string', title: 'Added' },
              after: first,
              isRequired: true,
            },
            { kind: 'removeField', ...level, field: first },
            { kind: 'renameField', ...level, field: first, to: 'renamed' },
            {
              kind: 'changeField',
              ...level,
              field: first,
              patch: { title: 'Other', maxLength: 7 },
              isRequired: true,
            },
            ...(second === undefined
              ? []
              : [{ kind: 'moveField', ...level, field: first, after: fields.at(-1) ?? null }]),
          ]),
      ...(item === undefined
        ? []
        : [
            {
              kind: 'addItem',
              ...level,
              item: 'added',
              element: { title: 'Added', cell: 'count' },
              after: item,
            },
            { kind: 'changeItem', ...level, item, patch: { title: 'Other', unit: null } },
            { kind: 'removeItem', ...level, item },
            { kind: 'orderItems', ...level, order: items.toReversed() },
          ]),
      ...(slot === undefined
        ? []
        : [
            { kind: 'changeSlot', ...level, slot, patch: { title: 'Other' } },
            { kind: 'removeSlot', ...level, slot },
          ]),
      ...(rule === undefined
        ? []
        : [
            { kind: 'changeRule', ...level, rule, patch: { enabled: false } },
            { kind: 'removeRule', ...level, rule },
          ]),
      ...(isTable ? [{ kind: 'setLimit', ...level, limit: 'maxItems', value: 4 }] : []),
      { kind: 'removeSection', ...level },
    ];
  },
  category: ({ id, cycle }, json) => {
    const pages = asList(json.pages).filter(isObject);
    const [page] = idsOf(json.pages);
    const menus = idsOf(json.menus);
    const [section] = Object.keys(asObject(json.overlay));
    return [
      { kind: 'removeCategory', category: id, ...cycle },
      {
        kind: 'addCategory',
        cycle: '',
        ...cycle,
        category: 'added',
        element: { title: 'Added', extends: id },
      },
      ...(section === undefined
        ? []
        : [
            {
              kind: 'setText',
              part: 'category',
              id,
              ...cycle,
              way: ['overlay', section, 'help'],
              text: 'Another help',
            },
          ]),
      ...(page === undefined
        ? []
        : [
            { kind: 'setMenu', category: id, ...cycle, page, menu: menus.at(-1) ?? 'none' },
            {
              ...{ kind: 'addSection', category: id, ...cycle, page, section: 'added' },
              element: { title: 'Added', kind: 'form', schema: { type: 'object', properties: {} } },
            },
            ...asList(pages[0]?.sections).map((one) => ({
              ...{ kind: 'removeSection', category: id, ...cycle, section: String(one) },
            })),
          ]),
    ];
  },
  codes: ({ id, cycle }, json) => {
    const [code] = idsOf(json.entries, 'code');
    const level = { list: id, ...cycle };
    return code === undefined
      ? []
      : [
          {
            kind: 'addCode',
            ...level,
            code: 'added',
            element: { title: 'Added', validFrom: '2030-01-01' },
            after: code,
          },
          { kind: 'endCode', ...level, code, until: '2030-12-31', successor: 'added' },
          { kind: 'changeCode', ...level, code, patch: { title: 'Other' } },
          { kind: 'removeCode', ...level, code },
        ];
  },
  roster: ({ id, cycle }, json) => {
    const columns = asList(json.columns).flatMap((one) => String(asObject(one).id ?? asObject(one).title));
    const [column = ''] = columns;
    const level = { roster: id, ...cycle };
    return [
      { kind: 'addColumn', ...level, column: 'Added', element: { title: 'Added', value: 1 }, after: column },
      { kind: 'changeColumn', ...level, column, patch: { width: 7 } },
      { kind: 'renameColumn', ...level, column, title: 'Renamed' },
      { kind: 'moveColumn', ...level, column, after: columns.at(-1) ?? null },
      { kind: 'orderColumns', ...level, order: columns.toReversed() },
      { kind: 'removeColumn', ...level, column: columns.at(-1) ?? '' },
    ];
  },
  route: ({ id, cycle }, json) => {
    const level = { route: id, ...cycle };
    const states = Object.keys(asObject(asObject(json.machine).states));
    const [event] = Object.keys(asObject(json.events));
    const [desk] = Object.keys(asObject(json.desks));
    const [first = '', , third = ''] = states;
    return [
      { kind: 'renameStage', ...level, state: first, title: 'Other' },
      { kind: 'removeStage', ...level, state: third, target: first },
      { kind: 'limitStage', ...level, state: third, limit: 'P9D', target: first },
      { kind: 'limitStage', ...level, state: third, limit: 'P8D' },
      ...(event === undefined ? [] : [{ kind: 'changeEvent', ...level, event, patch: { title: 'Other' } }]),
      ...(desk === undefined ? [] : [{ kind: 'changeDesk', ...level, desk, patch: { title: 'Other' } }]),
    ];
  },
  edition: ({ cycle }, json) => [
    { kind: 'cloneCycle', from: cycle.cycle ?? '', to: '2031' },
    { kind: 'setDate', ...cycle, name: 'opensAt', text: '2026-01-15T00:00:00+08:00' },
    { kind: 'setNumber', part: 'edition', ...cycle, way: ['cycle', 'year'], number: 2031 },
    ...Object.keys(asObject(json.facts))
      .slice(0, 2)
      .map((fact) => ({ kind: 'setFact', ...cycle, fact, value: 7 })),
  ],
  expression: ({ path, id }, json) => [
    { kind: 'removeFile', file: path },
    { kind: 'addFile', file: path.replace(`${id}.json`, 'added.json'), content: { ...json, id: 'added' } },
    { kind: 'editFile', file: path, operations: [{ op: 'add', path: '/source', value: 'clause 1' }] },
    { kind: 'changeCases', patches: { [path]: { cases: [] } } },
  ],
};

function sentences({ id, cycle }: At, template: string): Change[] {
  const find = />([^<>{}\s][^<>{}&]*?)<\//.exec(template)?.[1]?.trim();
  return find === undefined
    ? []
    : [{ kind: 'editSentence', sheet: id, ...cycle, find, text: 'Another sentence & more' }];
}

const ADDED = { type: 'number', title: 'Added', minimum: 1, maximum: 9 };
const settingsOf = (template: string): string[] =>
  [...new Set([...template.matchAll(/settings\.(\w+)/g)].map(([, name = '']) => name))].slice(0, 4);

function blocks({ id, cycle }: At, template: string): Change[] {
  const level = { sheet: id, ...cycle };
  const [first, ...others] = blocksOf(template).filter(({ level: depth }) => depth === 0);
  const edit = templateEdit(template, template.replace(/\n/, '\n<!-- added -->\n'));
  const choices = tablesOf(template).map(({ key, columns }) => ({
    ...{ kind: 'chooseColumns', ...level, table: key },
    columns: columns.map((column) => column.key).toReversed(),
  }));
  return [
    { kind: 'changeSheet', ...level, patch: { pages: 9, formats: ['pdf'] } },
    { kind: 'addSetting', ...level, setting: 'added', element: ADDED, group: 'added', title: 'Added' },
    {
      ...{ kind: 'addSetting', ...level, setting: 'wide', element: ADDED },
      acts: { ...(first && { block: first.key }), property: 'letter-spacing', unit: 'pt' },
    },
    ...settingsOf(template).flatMap((setting) => [
      { kind: 'removeSetting', ...level, setting },
      { kind: 'changeSetting', ...level, setting, patch: { title: 'Called otherwise', maximum: 99 } },
      { kind: 'groupSettings', ...level, group: 'together', title: 'Together', order: [setting] },
    ]),
    ...(first && others.length > 0
      ? [
          { kind: 'moveBlock', ...level, block: first.key, after: others.at(-1)?.key ?? null },
          { kind: 'hideBlock', ...level, block: first.key },
        ]
      : []),
    ...choices.slice(0, 2),
    ...(edit ? [{ kind: 'editTemplate', ...level, ...edit }] : []),
  ];
}
