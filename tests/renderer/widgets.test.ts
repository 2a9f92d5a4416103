import { expect, test } from 'vitest';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { gridOf, withCell, withPart } from '#renderer/form/grid/cells.ts';
import { widgetFor } from '#renderer/form/widgets/index.ts';

const chosen: [string, FieldSchema, string | undefined, string][] = [
  ['a short text', { type: 'string', maxLength: 50 }, undefined, 'text'],
  ['a long text', { type: 'string', maxLength: 800 }, undefined, 'textarea'],
  ['a number', { type: 'integer' }, undefined, 'number'],
  ['a truth', { type: 'boolean' }, undefined, 'checkbox'],
  ['a code', { type: 'string', code: 'l' }, undefined, 'select'],
  ['a code that asks for radios', { type: 'string', code: 'l' }, 'radio', 'radio'],
  ['a short enum', { type: 'string', enum: ['a', 'b'] }, undefined, 'radio'],
  ['several codes', { type: 'array', items: { type: 'string', code: 'l' } }, undefined, 'checkboxes'],
  ['a date', { type: 'string', format: 'date' }, undefined, 'date'],
  ['a month', { type: 'string', format: 'month' }, undefined, 'month'],
  ['months', { type: 'string', format: 'month-range' }, undefined, 'monthRange'],
  ['days', { type: 'string', format: 'date-range' }, undefined, 'dateRange'],
  ['a computed number', { type: 'number', derive: 1 }, 'number', 'reading'],
  ['an unknown name', { type: 'string' }, 'nothing', 'text'],
];

test.each(chosen)('%s', (_, schema, named, expected) => {
  expect(widgetFor(schema, named).name).toBe(expected);
});

test('a part is set in its cell; the word for "not applicable" answers for the whole cell', () => {
  const schema: FieldSchema = { type: 'object', none: '/', properties: {} };
  const set = (cell: Json | undefined, part: string, next: Json | undefined) =>
    withPart(schema, cell, part, next);
  expect(set(set(undefined, 'total', 4), 'part', 1)).toEqual({ total: 4, part: 1 });
  expect(set(undefined, 'total', '/')).toBe('/');
  expect(set({ total: 4 }, 'part', '/')).toEqual({ total: 4, part: '/' });
  expect(set({ total: 4, part: '/' }, 'total', undefined)).toBe('/');
  expect(set({ total: '/' }, 'part', '/')).toBe('/');
  expect(set('/', 'part', 3)).toEqual({ part: 3 });
  expect(set('/', 'part', undefined)).toBeUndefined();
  expect(set({ total: 4 }, 'total', undefined)).toBeUndefined();
});

test('a cell is changed among the items or among the own ones', () => {
  const grid = withCell(gridOf(null), 'talks', '2025', () => 4);
  expect(grid.cells).toEqual({ talks: { 2025: 4 } });
  const own = withCell({ ...grid, own: [{ id: 'o1', title: 'T', cells: {} }] }, 'o1', '2025', () => 3);
  expect(own.own[0]?.cells).toEqual({ 2025: 3 });
  expect(own.cells).toEqual(grid.cells);
  expect(withCell(grid, 'talks', '2025', () => undefined).cells).toEqual({ talks: {} });
});
