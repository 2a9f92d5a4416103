import { expect, it } from 'vitest';
import { valueSchema } from '#core/form/index.ts';
import type { CycleDefinition, Json, SectionDefinition } from '#core/model/index.ts';
import { normaliseSection } from '#core/normalise/index.ts';

const cycle = { year: 2026 } as CycleDefinition;
const normalised = (definition: SectionDefinition, value: Json) =>
  normaliseSection({ definition, shape: valueSchema(definition, cycle), timeZone: 'Asia/Shanghai' }, value);

const form: SectionDefinition = {
  id: 's',
  title: 'S',
  kind: 'form',
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: 20 },
      story: { type: 'string', maxLength: 800 },
      note: { type: 'string', maxLength: 20 },
      count: { type: 'integer' },
      since: { type: 'string', format: 'month' },
      works: { type: 'boolean' },
      tags: { type: 'array', items: { type: 'string', maxLength: 5 } },
      school: { type: 'object', properties: { number: { type: 'string', format: 'identifier' } } },
    },
  },
  ui: { '/note': { widget: 'textarea' } },
};

it('reads each text by its field; what shows nothing is no answer', () => {
  const value = {
    name: ' 张\u200b三\n李四 ',
    story: '一\r\n二',
    note: 'a\rb',
    count: '１２',
    since: '2011年11月',
    works: true,
    tags: [' a ', '\u200b'],
    school: { number: '  ' },
    other: ' x ',
  };
  const kept = {
    name: '张三 李四',
    story: '一\n二',
    note: 'a\nb',
    count: 12,
    since: '2011-11',
    works: true,
    tags: ['a', ''],
    school: {},
    other: ' x ',
  };
  expect(normalised(form, value)).toEqual(kept);
  expect(normalised(form, kept)).toEqual(kept);
});

it('in rows and in cells as well, with the word for "not applicable" of a whole cell', () => {
  const table: SectionDefinition = {
    id: 't',
    title: 'T',
    kind: 'table',
    schema: { type: 'array', items: { type: 'object', properties: { a: { type: 'string', maxLength: 9 } } } },
    ui: { '/a': { widget: 'textarea' } },
  };
  expect(normalised(table, [{ id: 'r1', a: ' x\r\ny ' }])).toEqual([{ id: 'r1', a: 'x\ny' }]);
  const grid: SectionDefinition = {
    id: 'g',
    title: 'G',
    kind: 'grid',
    columns: [{ id: 'c', title: 'C' }],
    cells: { talks: { type: 'object', blank: '/', properties: { total: { type: 'integer' } } } },
    items: [
      { id: 'i', title: 'I', cell: 'talks' },
      { id: 'j', title: 'J', cell: 'talks' },
    ],
    own: { max: 2, title: 'Own', cell: 'talks' },
  };
  const value = {
    cells: { i: { c: '／' }, j: { c: { total: '７' } } },
    own: [{ id: 'o', title: ' 义\u200b诊 ', cells: {} }],
  };
  expect(normalised(grid, value)).toEqual({
    cells: { i: { c: '/' }, j: { c: { total: 7 } } },
    own: [{ id: 'o', title: '义诊', cells: {} }],
  });
});

it('leaves a hostile key for the check of the shape', () => {
  const hostile = JSON.parse('{"__proto__": " x ", "name": " a "}') as Json;
  const kept = normalised(form, hostile);
  expect(Object.keys(kept as object)).toEqual(['__proto__', 'name']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
