import { describe, expect, it } from 'vitest';
import {
  cellSchema,
  columnsOf,
  fieldAt,
  fieldNamed,
  fieldsAlong,
  fieldsInOrder,
  recordSchema,
  schemaAt,
  valueSchema,
} from '#core/form/index.ts';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { tiny } from '../compile/tiny.ts';

const { cycle } = tiny([]).edition;

const education: FieldSchema = {
  type: 'object',
  title: 'Education',
  required: ['school'],
  properties: {
    school: { type: 'string', title: 'School' },
    years: {
      type: 'array',
      items: { type: 'object', properties: { year: { type: 'integer', title: 'Year' } } },
    },
  },
};
const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  schema: { type: 'object', properties: { name: { type: 'string' }, education } },
};
const study: SectionDefinition = {
  id: 'study',
  title: 'Study',
  kind: 'table',
  schema: { type: 'array', maxItems: 3, items: { type: 'object', properties: { education } } },
};
const hours: SectionDefinition = {
  id: 'hours',
  title: 'Hours',
  kind: 'grid',
  columns: { years: { from: -1, to: 0 }, title: 'in {year}' },
  cells: {
    hours: { type: 'number', minimum: 0, blank: '/' },
    pair: { type: 'object', properties: { all: { type: 'number', minimum: 0 }, name: { type: 'string' } } },
  },
  items: [
    { id: 'work', title: 'Work', cell: 'hours' },
    { id: 'both', title: 'Both', cell: 'pair', schema: { properties: { all: { maximum: 9 } } } },
  ],
  own: { max: 2, title: 'Other', cell: 'hours' },
};
const papers: SectionDefinition = { id: 'papers', title: 'Papers', kind: 'documents' };

const at = (section: SectionDefinition, ...path: string[]) =>
  schemaAt({ shape: valueSchema(section, cycle) }, path);

describe('a record', () => {
  it('is the form itself, or a row of the table; grids and documents have none', () => {
    expect(recordSchema(person)).toBe(person.schema);
    expect(recordSchema(study)).toBe(study.schema?.items);
    expect(recordSchema(hours)).toEqual({});
    expect(recordSchema(papers)).toEqual({});
  });

  it('leads to its fields, through groups and lists', () => {
    const record = recordSchema(person);
    expect(fieldAt(record, ['education', 'school'])?.title).toBe('School');
    expect(fieldAt(record, ['education', 'years', '7', 'year'])?.title).toBe('Year');
    expect(fieldAt(record, ['education', 'years', '*', 'year'])?.title).toBe('Year');
    expect(fieldAt(record, ['education', 'years', 'last', 'year'])).toBeUndefined();
    expect(fieldAt(record, ['constructor'])).toBeUndefined();
    expect(fieldAt(record, [])).toBe(record);
  });

  it('gives the titles on the way, as far as there are any', () => {
    const titles = (...path: string[]) => fieldsAlong(recordSchema(person), path).map(({ title }) => title);
    expect(titles('education', 'school')).toEqual(['Education', 'School']);
    expect(titles('education', 'nothing', 'below')).toEqual(['Education']);
  });

  it('is asked in the order of its hints, then as it is written', () => {
    const keys = (order: unknown) => fieldsInOrder(recordSchema(person), order).map(([key]) => key);
    expect(keys(undefined)).toEqual(['name', 'education']);
    expect(keys(['education', 'nothing'])).toEqual(['education', 'name']);
  });
});

describe('a pointer that begins with a section', () => {
  it('names a field of a form, or of the rows of a table', () => {
    const sections = [person, study, hours];
    expect(fieldNamed(sections, '/person/education/school')?.title).toBe('School');
    expect(fieldNamed(sections, '/study/education')?.title).toBe('Education');
    expect(fieldNamed(sections, '/hours')).toBeUndefined();
    expect(fieldNamed(sections, '/nothing/name')).toBeUndefined();
  });
});

describe('the columns of a grid', () => {
  it('are counted from the year of the cycle', () => {
    expect(columnsOf(hours, cycle)).toEqual([
      { id: '2025', title: 'in 2025' },
      { id: '2026', title: 'in 2026' },
    ]);
    expect(columnsOf(papers, cycle)).toEqual([]);
  });

  it('are a hundred at most, whatever its years say', () => {
    const endless = { ...hours, columns: { years: { from: 0, to: 1e9 }, title: '{year}' } };
    expect(columnsOf(endless, cycle)).toHaveLength(100);
  });
});

describe('the cells of a grid', () => {
  it('are of a named type, with their blank word as "none"', () => {
    expect(cellSchema(hours, 'hours')).toEqual({ type: 'number', minimum: 0, none: '/' });
    expect(() => cellSchema(hours, 'nothing')).toThrow("unknown cell type 'nothing'");
  });

  it('are overlaid by an item, property by property', () => {
    const all = cellSchema(hours, 'pair', { properties: { all: { maximum: 9 } } }).properties?.all;
    expect(all).toEqual({ type: 'number', minimum: 0, maximum: 9 });
  });
});

describe('schemaAt', () => {
  it('walks the value of a form', () => {
    expect(at(person, 'education', 'school')?.title).toBe('School');
  });

  it('walks the rows of a table, with what the engine keeps in each', () => {
    expect(at(study)?.maxItems).toBe(3);
    expect(at(study, '2', 'education', 'school')?.title).toBe('School');
    expect(at(study, '2', 'id')?.type).toBe('string');
    expect(at(study, 'education')).toBeUndefined();
  });

  it('walks a grid by item and column, and the items that somebody added', () => {
    expect(at(hours, 'cells', 'work', '2025')).toMatchObject({ title: 'in 2025', type: 'number', none: '/' });
    expect(at(hours, 'cells', 'both', '2026', 'all')?.maximum).toBe(9);
    expect(at(hours, 'cells', 'both', '1999')).toBeUndefined();
    expect(at(hours, 'marks', 'work')?.type).toBe('boolean');
    expect(at(hours, 'own', '0', 'cells', '2025')?.title).toBe('in 2025');
    expect(at(hours, 'own', '0', 'title')?.maxLength).toBe(200);
  });

  it('finds nothing in a section of documents', () => {
    expect(at(papers, 'anything')).toBeUndefined();
  });
});
