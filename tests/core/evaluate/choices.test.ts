import { describe, expect, it } from 'vitest';
import { textOf, writerOf } from '#core/evaluate/index.ts';
import { fieldAt } from '#core/form/index.ts';
import type { FieldSchema, Json, SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

const grade: FieldSchema = {
  type: 'integer',
  title: 'Grade',
  none: 'ungraded',
  oneOf: [
    { const: 1, title: 'First' },
    { const: 2, title: 'Second' },
  ],
};
const agreed: FieldSchema = {
  type: 'boolean',
  title: 'Agreed',
  oneOf: [
    { const: true, title: 'I agree' },
    { const: false, title: 'I refuse' },
  ],
};
const sections: SectionDefinition[] = [
  {
    id: 'form',
    title: 'Form',
    kind: 'form',
    schema: {
      type: 'object',
      required: ['grade'],
      properties: {
        grade,
        agreed,
        promised: { ...agreed, title: 'Promised', const: true },
        all: {
          type: 'array',
          title: 'All',
          items: { type: 'string', oneOf: [{ const: 'a', title: 'Apple' }] },
        },
      },
    },
  },
  {
    id: 'grid',
    title: 'Grid',
    kind: 'grid',
    columns: [{ id: 'now', title: 'Now' }],
    cells: { grade },
    items: [{ id: 'work', title: 'Work', cell: 'grade' }],
  },
];
const compiled = edition(sections);
const problems = (form: Json, grid: Json = {}) =>
  validate(compiled, applicationWith({ form, grid }), facts).map(({ path, code, message }) => [
    path,
    code,
    message,
  ]);

describe('choices with titles', () => {
  it('hold what is offered, and the word for "there is none"', () => {
    expect(
      problems({ grade: 2, agreed: false, promised: true, all: ['a'] }, { cells: { work: { now: 1 } } }),
    ).toEqual([]);
    expect(problems({ grade: 'ungraded' })).toEqual([]);
  });

  it('refuse everything else, titles as well', () => {
    expect(
      problems({ grade: 3, all: ['Apple'] }, { cells: { work: { now: 3 } } }).map(([path, code]) => [
        path,
        code,
      ]),
    ).toEqual([
      ['/form/grade', 'enum'],
      ['/form/all/0', 'enum'],
      ['/grid/cells/work/now', 'enum'],
    ]);
  });

  it('that hold one value alone refuse the other', () => {
    expect(problems({ grade: 1, promised: false })[0]?.[0]).toBe('/form/promised');
  });

  it('are asked for as choices', () => {
    expect(problems({})).toEqual([['/form/grade', 'required', 'Choose “Grade”']]);
  });

  it('are written by their titles', () => {
    const write = (path: string[], value: Json) =>
      textOf(fieldAt(sections[0]?.schema, path) ?? {}, value, writerOf(compiled));
    expect(write(['grade'], 2)).toBe('Second');
    expect(write(['grade'], 'ungraded')).toBe('ungraded');
    expect(write(['agreed'], false)).toBe('I refuse');
    expect(write(['all'], ['a', 'gone'])).toBe('Apple, gone');
  });
});
