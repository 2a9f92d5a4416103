import { describe, expect, test } from 'vitest';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { cellOf, gridOf, withCell } from '#renderer/form/grid/cells.ts';
import {
  formatDateRange,
  formatMonthRange,
  parseDateRange,
  parseMonthRange,
} from '#renderer/form/widgets/dates.ts';
import { widgetFor } from '#renderer/form/widgets/index.ts';
import { parseNumber } from '#renderer/form/widgets/number.tsx';

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

describe('ranges', () => {
  test.each(['2020.09-2023.07', '2020.09-'])('months are written as %s', (text) => {
    expect(formatMonthRange(parseMonthRange(text))).toBe(text);
  });
  test('days are written with a slash', () => {
    expect(formatDateRange(parseDateRange('2026-03-01/2026-03-07'))).toBe('2026-03-01/2026-03-07');
  });
  test('nothing chosen is no answer; a missing beginning stays visible for validation', () => {
    expect(formatMonthRange(parseMonthRange(undefined))).toBeUndefined();
    expect(formatMonthRange({ ...parseMonthRange('2020.09-2023.07'), start: null })).toBe('-2023.07');
    expect(parseMonthRange('2020.13-2021.01').start).toBeNull();
  });
});

const numbers: [string, Json | undefined][] = [
  ['12', 12],
  [' -3.5 ', -3.5],
  ['１２', 12],
  ['1,200', 1200],
  ['', undefined],
  ['12abc', '12abc'],
  ['1e5', '1e5'],
];

test.each(numbers)('%j is read as %j', (text, value) => expect(parseNumber(text)).toBe(value));

test('a cell keeps its blank word, and parts of an object cell are set one by one', () => {
  expect(cellOf(' / ', { type: 'integer', blank: '/' })).toBe('/');
  expect(cellOf('7', { type: 'integer', blank: '/' })).toBe(7);
  const grid = withCell(withCell(gridOf(null), 'talks', '2025', 'total', 4), 'talks', '2025', 'part', 1);
  expect(grid.cells).toEqual({ talks: { 2025: { total: 4, part: 1 } } });
  const own = withCell({ ...grid, own: [{ id: 'o1', title: 'T', cells: {} }] }, 'o1', '2025', null, 3);
  expect(own.own[0]?.cells).toEqual({ 2025: 3 });
  expect(own.cells).toEqual(grid.cells);
});
