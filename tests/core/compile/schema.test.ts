import { describe, expect, it } from 'vitest';
import { projectSchema, scopeOf } from '#core/compile/index.ts';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { hours } from './sections.ts';
import { tiny } from './tiny.ts';

const scope = scopeOf(tiny([]));

function form(properties: Record<string, FieldSchema>, required: string[] = []): SectionDefinition {
  return { id: 's', title: 'S', kind: 'form', schema: { type: 'object', required, properties } };
}

function projected(field: FieldSchema, required = false) {
  const schema = projectSchema(form({ field }, required ? ['field'] : []), scope);
  return { field: (schema.properties as Record<string, unknown>).field, required: schema.required };
}

describe('projectSchema', () => {
  it('leaves engine keywords and titles out', () => {
    const field: FieldSchema = {
      type: 'integer',
      title: 'T',
      minimum: 1,
      sensitive: true,
      sheets: ['x'],
      editBy: ['desks'],
    };
    expect(projected(field).field).toEqual({ type: 'integer', minimum: 1 });
  });

  it('makes codes an enum of those valid at the cycle date', () => {
    expect(projected({ type: 'string', code: 'colour' }).field).toEqual({ type: 'string', enum: ['r', 'b'] });
    expect(projected({ type: 'string', code: 'colour', none: 'none' }).field).toEqual({
      type: 'string',
      enum: ['r', 'b', 'none'],
    });
  });

  it('names an unknown code list', () => {
    expect(() => projected({ type: 'string', code: 'nowhere' })).toThrow("unknown code list 'nowhere'");
  });

  it('lets the word for none past a format', () => {
    expect(projected({ type: 'string', format: 'month', none: 'never' }).field).toEqual({
      anyOf: [{ type: 'string', maxLength: 2000, format: 'month' }, { const: 'never' }],
    });
  });

  it('asks required text to hold something', () => {
    expect(projected({ type: 'string' }, true)).toEqual({
      field: { type: 'string', maxLength: 2000, pattern: '\\S' },
      required: ['field'],
    });
  });

  it('never requires what a condition shows or the engine computes', () => {
    expect(projected({ type: 'string', visibleWhen: true }, true).required).toEqual([]);
    expect(projected({ type: 'number', derive: 1 }, true).required).toEqual([]);
  });

  it('gives rows an id and a tick, and at most 200 of them', () => {
    const table: SectionDefinition = {
      id: 't',
      title: 'T',
      kind: 'table',
      schema: { type: 'array', maxItems: 999, items: { type: 'object', properties: {} } },
    };
    expect(projectSchema(table, scope)).toMatchObject({
      maxItems: 200,
      items: {
        required: ['id'],
        properties: { id: { type: 'string' }, mark: { type: 'boolean' } },
        additionalProperties: false,
      },
    });
  });

  it('writes the row of items that are alike once, and in it once what is more than a number', () => {
    const alike = [...(hours.items ?? []), ...['a', 'b', 'c'].map((id) => ({ id, title: id, cell: 'talk' }))];
    const many = [...alike, ...['d', 'e', 'f'].map((id) => ({ id, title: id, cell: 'count' }))];
    const schema = projectSchema({ ...hours, items: many }, scope) as { $defs: Record<string, unknown> };
    const rows = Object.values(schema.$defs).map((part) => JSON.stringify(part));
    expect(rows.filter((row) => row.includes('"maximum":50'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('"part":'))).toHaveLength(1);
    expect(JSON.stringify(schema).match(/"part":/g)).toHaveLength(1);
  });
});
